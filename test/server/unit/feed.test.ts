import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityKinds } from '@express-elements/contract';
import Stripe from 'stripe';
import { direct } from '../../../packages/server/src/ledger/direct/index.ts';
import { createGateway } from '../../../packages/server/src/stripe/create-gateway.ts';
import { Limiter } from '../../../packages/server/src/stripe/limiter.ts';
import { hurried } from '../support/hurried.ts';

const NOW = 1_795_608_000;
const DAY = 86_400;

interface Payment {
  readonly created: number;
  readonly type: string;
}

/** Stripe as far as the feed asks it: payments, and events of which there are none. */
function setup(payments: readonly Payment[]) {
  const calls: string[] = [];
  const answer = (url: URL): object[] => {
    if (url.pathname !== '/v1/balance_transactions') return [];
    const from = Number(url.searchParams.get('created[gte]') ?? 0);
    const before = Number(url.searchParams.get('created[lt]') ?? NOW * 2);
    return payments
      .map((payment, index) => ({
        id: `txn_${index}`,
        object: 'balance_transaction',
        amount: 100,
        fee: 0,
        net: 100,
        currency: 'usd',
        available_on: payment.created,
        fee_details: [],
        reporting_category: 'charge',
        balance_type: 'payments',
        status: 'available',
        description: null,
        exchange_rate: null,
        source: null,
        ...payment,
      }))
      .filter(({ type }) => type === url.searchParams.get('type'))
      .filter(({ created }) => created >= from && created < before)
      .toSorted((a, b) => b.created - a.created);
  };
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const url = new URL(String(input));
    calls.push(decodeURIComponent(url.pathname + url.search));
    return Response.json({ object: 'list', url: url.pathname, has_more: false, data: answer(url) });
  };
  const { scheduler } = hurried();
  const stripe = new Stripe('sk_test_x', { httpClient: Stripe.createFetchHttpClient(fetch) });
  const limiter = new Limiter({ account: 25, endpoint: 25 }, scheduler);
  const ledger = direct()({
    stripe: createGateway({ stripe, limiter, scheduler }),
    accountOf: () => Promise.reject(new Error('not asked')),
    now: () => NOW,
    scheduler,
    webhooks: 'none',
    metadataKeys: [],
    describe: null,
    log: () => {},
  });
  const account = { id: 'acct_1', timeZone: 'UTC', defaultCurrency: 'usd', created: null };
  const feed = () =>
    ledger.activity(account).page({ kinds: activityKinds, viewer: 'v', limit: 50 });
  return { feed, calls };
}

test('the first payment of a new account is told, and it is the oldest', async () => {
  const { feed } = setup([
    { created: NOW - 2 * DAY, type: 'charge' },
    { created: NOW - 5 * DAY, type: 'payment' },
    { created: NOW - 3 * DAY, type: 'charge' },
  ]);
  const { items } = await feed();
  assert.deepEqual(
    items.map(({ id, created }) => [id, created]),
    [
      ['payment_received:txn_0:received', NOW - 2 * DAY],
      ['payment_received:txn_2:received', NOW - 3 * DAY],
      ['payment_first:txn_1:first', NOW - 5 * DAY],
    ],
  );
});

test('an account that has long been paid has no first payment, and what was before is not asked again', async () => {
  const { feed, calls } = setup([
    { created: NOW - 300 * DAY, type: 'charge' },
    { created: NOW - DAY, type: 'charge' },
  ]);
  const kinds = async () => (await feed()).items.map(({ kind }) => kind);
  const asked = () => calls.filter((url) => url.includes('created[lt]')).length;
  assert.deepEqual(await kinds(), ['payment_received']);
  const before = asked();
  assert.ok(before > 0);
  assert.deepEqual(await kinds(), ['payment_received']);
  assert.equal(asked(), before);
});

test('an ordinary payment counts as read, where nobody keeps read marks too', async () => {
  const { feed } = setup([
    { created: NOW - 300 * DAY, type: 'charge' },
    { created: NOW - DAY, type: 'charge' },
  ]);
  assert.deepEqual(
    (await feed()).items.map(({ read }) => read),
    [true],
  );
});

test('what is older than a week is no news to anybody', async () => {
  const { feed } = setup([
    { created: NOW - 6 * DAY, type: 'charge' },
    { created: NOW - 5 * DAY, type: 'charge' },
  ]);
  const reads = async () => (await feed()).items.map(({ kind, read }) => [kind, read]);
  assert.deepEqual(await reads(), [
    ['payment_received', true],
    ['payment_first', null],
  ]);
  const { feed: older } = setup([{ created: NOW - 8 * DAY, type: 'charge' }]);
  assert.deepEqual(
    (await older()).items.map(({ read }) => read),
    [true],
  );
});
