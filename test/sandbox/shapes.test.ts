import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { all, setup, type Setup } from './support.ts';

type Hash = Record<string, unknown>;
const isHash = (value: unknown): value is Hash =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const file = new URL('data/stripe-fixtures.json', import.meta.url);
const published: { resources: Record<string, Hash> } = JSON.parse(await readFile(file, 'utf8'));

/** What the published examples lack (newer than they are, or only on some objects), and what they show beyond ours. */
const newer: Record<string, readonly string[]> = {
  account: ['business_profile.specified_commercial_transactions_act_url'],
  balance: ['instant_available', 'refund_and_dispute_prefunding'],
  balance_settings: ['payments.payouts.schedule.weekly_payout_days'],
  charge: [
    'payment_method_details.card.electronic_commerce_indicator',
    'outcome.risk_level',
    'outcome.risk_score',
  ],
  dispute: ['intended_submission_method', 'evidence_details.submission_method'],
  event: ['account', 'data.previous_attributes'],
  payment_intent: ['allowed_payment_method_types', 'payment_record'],
  refund: ['destination_details.card.reference_status'],
  webhook_endpoint: ['secret'],
  account_session: [
    'components.payment_method_settings',
    'components.reporting_chart',
    'components.terminal_hardware_orders',
    'components.terminal_hardware_shop',
  ],
};
const beyond: Record<string, readonly string[]> = {
  balance: ['connect_reserved'],
  payment_intent: ['amount_details'],
};

const open = ['metadata', 'data.object', 'evidence.enhanced_evidence', 'controller'];

/** Paths of all keys; lists are not looked into, and what is a hash on one side only is one key. */
function keysOf(value: Hash, other: Hash, path = ''): string[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const twin = other[key];
    if (!isHash(item) || !isHash(twin) || open.includes(at)) return [at];
    return keysOf(item, twin, at);
  });
}

const leaf = (prefixes: readonly string[], path: string): boolean =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));

const first = <T>({ data }: { data: T[] }): T => {
  const [item] = data;
  if (item === undefined) throw new Error('An empty list has no example.');
  return item;
};

async function examples({ stripe, us, de, as }: Setup): Promise<Record<string, object>> {
  const transfers = await all(stripe.transfers.list({ limit: 100 }));
  const reversed = transfers.find(({ reversals }) => reversals.data.length > 0);
  const fees = await all(stripe.applicationFees.list({ limit: 100 }));
  const returned = fees.find(({ refunds }) => refunds.data.length > 0);
  const seller = as(us);
  const expand = { expand: ['data.refunds'] };
  const charges = await all(stripe.charges.list({ limit: 100, ...expand }, seller));
  return {
    account: await stripe.accounts.retrieve(us.account),
    account_session: await stripe.accountSessions.create({
      account: us.account,
      components: { payments: { enabled: true } },
    }),
    application_fee: first(await stripe.applicationFees.list({ limit: 1 })),
    balance: await stripe.balance.retrieve({}, seller),
    balance_settings: await stripe.balanceSettings.retrieve({}, as(de)),
    balance_transaction: first(await stripe.balanceTransactions.list({ limit: 1 }, seller)),
    charge: charges.find(({ payment_method_details: details }) => details?.card) ?? {},
    dispute: first(await stripe.disputes.list({ limit: 1 }, as(de))),
    event: first(await stripe.events.list({ type: 'payout.paid' }, seller)),
    fee_refund: returned?.refunds.data[0] ?? {},
    login_link: await stripe.accounts.createLoginLink(us.account),
    payment_intent: first(await stripe.paymentIntents.list({ limit: 1 }, seller)),
    payout: first(await stripe.payouts.list({ limit: 1 }, seller)),
    refund: first(await stripe.refunds.list({ limit: 1 }, seller)),
    topup: first(await stripe.topups.list({ limit: 1 }, seller)),
    transfer: first(await stripe.transfers.list({ limit: 1 })),
    transfer_reversal: reversed?.reversals.data[0] ?? {},
    webhook_endpoint: await stripe.webhookEndpoints.create({
      url: 'https://example.com/',
      enabled_events: ['*'],
    }),
  } satisfies Record<string, object | Stripe.Charge>;
}

test('objects have the keys of Stripe’s published examples, no more and no fewer', async () => {
  const shown = await examples(setup());
  for (const [name, object] of Object.entries(shown)) {
    const ours: Hash = { ...object };
    delete ours['lastResponse'];
    const theirs = published.resources[name];
    assert.ok(theirs, name);
    const ourKeys = keysOf(ours, theirs).filter((path) => !leaf(newer[name] ?? [], path));
    const theirKeys = keysOf(theirs, ours).filter((path) => !leaf(beyond[name] ?? [], path));
    assert.deepEqual(
      {
        extra: ourKeys.filter((key) => !theirKeys.includes(key)),
        missing: theirKeys.filter((key) => !ourKeys.includes(key)),
      },
      { extra: [], missing: [] },
      name,
    );
  }
});
