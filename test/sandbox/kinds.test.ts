import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { all, setup, type Setup } from './support.ts';

/** type, reporting category, balance type. */
const kind = (row: Stripe.BalanceTransaction): string =>
  `${row.type}/${row.reporting_category}/${row.balance_type}`;

const everywhere = [
  'charge/charge/payments',
  'payment/charge/payments',
  'refund/refund/payments',
  'payment_refund/refund/payments',
  'refund_failure/refund_failure/payments',
  'adjustment/dispute/payments',
  'adjustment/dispute_reversal/payments',
  'adjustment/other_adjustment/payments',
  'payout/payout/payments',
  'payout_failure/payout_reversal/payments',
  'topup/topup/refund_and_dispute_prefunding',
  'reserved_funds/risk_reserved_funds/payments',
  'stripe_fee/fee/payments',
];

const somewhere = [
  'payment_failure_refund/charge_failure/payments',
  'payment_reversal/charge_failure/payments',
  'payout_cancel/payout_reversal/payments',
  'payout_minimum_balance_hold/payout_minimum_balance_hold/payments',
  'payout_minimum_balance_release/payout_minimum_balance_release/payments',
  'refund/refund/refund_and_dispute_prefunding',
  'topup_reversal/topup_reversal/refund_and_dispute_prefunding',
  'connect_collection_transfer/connect_collection_transfer/payments',
  'reserve_hold/risk_reserved_funds/payments',
  'reserve_hold/risk_reserved_funds/risk_reserved',
  'reserve_release/risk_reserved_funds/payments',
  'reserve_release/risk_reserved_funds/risk_reserved',
  'tax_fee/tax/payments',
  'advance/advance/payments',
  'advance_funding/advance_funding/payments',
];

const onPlatform = [
  'charge/charge/payments',
  'application_fee/platform_earning/payments',
  'application_fee_refund/platform_earning_refund/payments',
  'transfer/transfer/payments',
  'transfer_refund/transfer_reversal/payments',
  'reserve_transaction/connect_reserved_funds/payments',
  'connect_collection_transfer/connect_collection_transfer/payments',
  'refund/refund/payments',
  'payout/payout/payments',
];

async function kindsOf({ stripe }: Setup, account?: string): Promise<Set<string>> {
  const options = account === undefined ? {} : { stripeAccount: account };
  return new Set((await all(stripe.balanceTransactions.list({ limit: 100 }, options))).map(kind));
}

test('every kind of row that a seller can see occurs, by the rules and not by a list', async () => {
  const world = setup();
  const found = new Set<string>();
  for (const { account } of world.sandbox.sellers) {
    const kinds = await kindsOf(world, account);
    for (const one of everywhere) assert.ok(kinds.has(one), `${one} at ${account}`);
    for (const one of kinds) found.add(one);
  }
  for (const one of somewhere) assert.ok(found.has(one), one);
});

test('the platform has its own kinds of rows', async () => {
  const kinds = await kindsOf(setup());
  for (const one of onPlatform) assert.ok(kinds.has(one), one);
});

test('each seller has 5,000 rows or more over eighteen months, the US one the most', async () => {
  const { stripe, sandbox, as } = setup();
  const counts = [];
  for (const seller of sandbox.sellers) {
    const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, as(seller)));
    const [newest, oldest] = [rows[0]?.created ?? 0, rows.at(-1)?.created ?? 0];
    assert.ok(newest - oldest > 530 * 86_400, `${seller.name}: ${newest - oldest} s`);
    counts.push(rows.length);
  }
  const [us = 0, jp = 0, de = 0] = counts;
  assert.ok(Math.min(us, jp, de) >= 5_000, counts.join(' '));
  assert.ok(us > jp && us > de, counts.join(' '));
});

test('at least as many rows as were asked for', async () => {
  const { stripe, sandbox, as } = setup({ transactions: 9_000 });
  for (const seller of sandbox.sellers) {
    const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, as(seller)));
    assert.ok(rows.length >= 9_000, `${seller.name}: ${rows.length}`);
  }
});

test('the German seller has disputes to answer, an inquiry and a requirement due', async () => {
  const { stripe, de, as } = setup();
  const disputes = await all(stripe.disputes.list({ limit: 100 }, as(de)));
  const open = disputes.filter(({ status }) => status === 'needs_response');
  assert.ok(open.length >= 3, String(open.length));
  for (const { evidence_details: details } of open)
    assert.ok((details.due_by ?? 0) > 1_790_000_000);
  const [inquiry] = disputes.filter(({ status }) => status === 'warning_needs_response');
  assert.deepEqual(inquiry?.balance_transactions, []);
  assert.equal(inquiry?.payment_method_details?.card?.case_type, 'inquiry');
  const { requirements } = await stripe.accounts.retrieve(de.account);
  assert.deepEqual(requirements?.currently_due, [
    'company.tax_id',
    'representative.verification.document',
  ]);
  assert.ok((requirements?.current_deadline ?? 0) > 1_790_000_000);
});

test('names and e-mails are of the seller’s country, and written in its letters', async () => {
  const { stripe, jp, de, us, as } = setup();
  const names = async (seller: typeof us) =>
    (await all(stripe.charges.list({ limit: 100 }, as(seller)))).map(
      (charge) => charge.billing_details.name ?? '',
    );
  assert.ok((await names(us)).some((name) => name.includes('Mensah')));
  assert.ok((await names(jp)).includes('東京商店'));
  assert.ok((await names(de)).some((name) => name.includes('MÜLLER')));
});

test('most card payments have an order number, what came by transfer has no customer and no words', async () => {
  const { stripe, us, as } = setup();
  const charges = await all(stripe.charges.list({ limit: 100 }, as(us)));
  const direct = charges.filter(({ id }) => id.startsWith('ch_'));
  const ordered = direct.filter(({ description }) => /^Order \d+$/.test(description ?? ''));
  assert.ok(ordered.length / direct.length > 0.9);
  for (const { description, metadata } of ordered) {
    assert.equal(description, `Order ${metadata['order_id']}`);
  }
  const passed = charges.filter(({ source_transfer: transfer }) => transfer !== null);
  assert.ok(passed.length > 300);
  for (const charge of passed) {
    assert.match(charge.id, /^py_/);
    assert.deepEqual(
      [charge.customer, charge.description, charge.billing_details.name],
      [null, null, null],
    );
    assert.equal(charge.payment_method_details?.type, 'stripe_account');
  }
});
