import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesOfCategory } from '@express-elements/contract';
import type Stripe from 'stripe';
import { chargeIdOf, detailsOf, rowOf } from '../../../packages/server/src/ledger/row.ts';

const transaction = (over: Partial<Stripe.BalanceTransaction> = {}): Stripe.BalanceTransaction => ({
  id: 'txn_1',
  object: 'balance_transaction',
  amount: 1000,
  available_on: 1_700_086_400,
  balance_type: 'payments',
  created: 1_700_000_000,
  currency: 'usd',
  description: 'boilerplate',
  exchange_rate: null,
  fee: 59,
  fee_details: [],
  net: 941,
  reporting_category: 'charge',
  source: 'ch_1',
  status: 'available',
  type: 'charge',
  ...over,
});

const charge = (over: Partial<Stripe.Charge> = {}): Stripe.Charge => ({
  id: 'ch_1',
  object: 'charge',
  amount: 1200,
  amount_captured: 1200,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: 'txn_1',
  billing_details: { address: null, email: null, name: 'Ada', phone: null, tax_id: null },
  calculated_statement_descriptor: null,
  captured: true,
  created: 1_700_000_000,
  currency: 'eur',
  customer: null,
  description: ' Order 7 ',
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: null,
  livemode: false,
  metadata: { order: '7', secret: 'x' },
  on_behalf_of: null,
  outcome: null,
  paid: true,
  payment_intent: null,
  payment_method: null,
  payment_method_details: null,
  receipt_email: 'ada@example.com',
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'succeeded',
  transfer_data: null,
  transfer_group: null,
  ...over,
});

const refund = (over: Partial<Stripe.Refund> = {}): Stripe.Refund => ({
  id: 're_1',
  object: 'refund',
  amount: 1200,
  balance_transaction: 'txn_2',
  charge: charge(),
  created: 1_700_000_500,
  currency: 'eur',
  customer: null,
  customer_account: null,
  metadata: {},
  payment_intent: null,
  payment_method: null,
  reason: null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
  ...over,
});

test('a payment says what the platform wrote, who paid, and only the metadata that is chosen', () => {
  const row = rowOf(transaction({ source: charge() }), ['order', 'absent', 'constructor']);
  assert.equal(row.description, 'Order 7');
  assert.equal(row.description_key, 'payment');
  assert.deepEqual(row.customer, { name: 'Ada', email: 'ada@example.com' });
  assert.deepEqual(row.metadata, { order: '7' });
  assert.deepEqual(row.source, { id: 'ch_1', object: 'charge', status: 'succeeded' });
});

test('a refund tells of the payment it takes back', () => {
  const row = rowOf(
    transaction({ type: 'refund', reporting_category: 'refund', source: refund() }),
    ['order'],
  );
  assert.deepEqual([row.description, row.description_key], ['Order 7', 'refund']);
  assert.equal(row.customer?.name, 'Ada');
  assert.equal(row.metadata['order'], '7');
  assert.equal(chargeIdOf(refund()), 'ch_1');
  assert.equal(chargeIdOf(refund({ charge: 'ch_2' })), 'ch_2');
  const bare = rowOf(transaction({ type: 'refund', source: refund({ charge: 'ch_2' }) }));
  assert.deepEqual([bare.description, bare.customer], [null, null]);
});

test('Stripe’s boilerplate is nobody’s words, but a fee’s reason is', () => {
  assert.equal(rowOf(transaction({ source: charge({ description: null }) })).description, null);
  assert.equal(rowOf(transaction({ type: 'stripe_fee', source: null })).description, 'boilerplate');
});

test('money that the platform passed on is said to come from it', () => {
  const source = charge({ source_transfer: 'tr_1', description: null });
  assert.equal(
    rowOf(transaction({ type: 'payment', source })).description_key,
    'payment_from_platform',
  );
});

test('the last four digits are those of whichever method was used', () => {
  const details = { type: 'sepa_debit', sepa_debit: { last4: '3000' } };
  const source = charge({ payment_method_details: details as Stripe.Charge.PaymentMethodDetails });
  assert.equal(rowOf(transaction({ source })).last4, '3000');
});

test('every type has words, and one that nobody knows is other', () => {
  for (const [category, types] of Object.entries(typesOfCategory))
    for (const type of types) {
      const row = rowOf(transaction({ type, source: null }));
      assert.equal(row.category, category);
      assert.notEqual(row.description_key, 'other', type);
    }
  const unknown = rowOf(transaction({ type: 'moon_dust', source: null }));
  assert.deepEqual([unknown.category, unknown.description_key], ['other', 'other']);
  const proto = rowOf(transaction({ type: 'constructor', source: null }));
  assert.equal(proto.description_key, 'other');
});

test('a reserve is held or released by its sign, an adjustment told by what it adjusts', () => {
  const key = (over: Partial<Stripe.BalanceTransaction>): string =>
    rowOf(transaction({ source: null, ...over })).description_key;
  assert.equal(key({ type: 'reserve_transaction', amount: -5 }), 'reserve_held');
  assert.equal(key({ type: 'reserve_transaction', amount: 5 }), 'reserve_released');
  const adjustment = { type: 'adjustment' } as const;
  assert.equal(key({ ...adjustment, reporting_category: 'dispute' }), 'dispute_withdrawn');
  assert.equal(
    key({ ...adjustment, reporting_category: 'dispute_reversal' }),
    'dispute_reinstated',
  );
  assert.equal(key({ ...adjustment, reporting_category: 'other_adjustment' }), 'adjustment');
});

test('a conversion shows what the customer paid, with the row’s own sign', () => {
  const converted = transaction({ source: charge(), exchange_rate: 0.8333 });
  assert.deepEqual(detailsOf(converted).exchange, { rate: 0.8333, amount: 1200, currency: 'eur' });
  const back = transaction({ source: refund(), exchange_rate: 0.8333, amount: -1000 });
  assert.equal(detailsOf(back).exchange?.amount, -1200);
  assert.equal(detailsOf(transaction()).exchange, null);
});
