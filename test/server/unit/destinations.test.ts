import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActivityItem } from '@express-elements/contract';
import { createSandbox, SECRET_KEY } from '@express-elements/sandbox';
import Stripe from 'stripe';
import { withDestinations } from '../../../packages/server/src/activity/destinations.ts';

const sandbox = createSandbox({ now: 1_795_539_600, transactions: 50 });
const stripe = new Stripe(SECRET_KEY, {
  httpClient: Stripe.createFetchHttpClient((input: Request | string | URL, init?: RequestInit) =>
    sandbox.fetch(input, init),
  ),
});

const payout = (data: ActivityItem['data']): ActivityItem => ({
  id: 'payout_paid:po_1:paid',
  kind: 'payout_paid',
  created: 1,
  object: { id: 'po_1', type: 'payout' },
  amount: 1,
  currency: 'usd',
  data,
  read: null,
  opens: null,
});

test('a payout is told by its bank, as Stripe has it now', async () => {
  const account = sandbox.sellers[0]!.account;
  const { data: banks } = await stripe.accounts.listExternalAccounts(account);
  const bank = banks[0];
  assert.ok(bank?.object === 'bank_account');
  const [named] = withDestinations([payout({ destination: bank.id, automatic: true })], banks);
  assert.deepEqual(named?.data, {
    destination: bank.id,
    automatic: true,
    name: bank.bank_name,
    last4: bank.last4,
  });
});

test('a bank that is gone, or never was one, leaves the item as it is', () => {
  for (const data of [{ destination: 'ba_gone' }, { destination: null }, {}]) {
    const item = payout(data);
    assert.deepEqual(withDestinations([item], []), [item]);
  }
});
