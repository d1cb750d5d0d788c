/** How a payout comes to its amount: whatever the rows say, rows and differences are what was sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type Stripe from 'stripe';
import { partsOf } from '../../../packages/server/src/payouts/parts.model.ts';
import { property } from '../../support/runs.ts';

type Facts = Pick<
  Stripe.Payout,
  'id' | 'amount' | 'currency' | 'status' | 'arrival_date' | 'automatic' | 'reconciliation_status'
>;

/** The model reads these fields and no others. */
const payout = (over: Partial<Facts> = {}, fee = 0): Stripe.Payout =>
  ({
    id: 'po_1',
    amount: 10_000,
    currency: 'usd',
    status: 'paid',
    arrival_date: 1_795_478_400,
    automatic: true,
    reconciliation_status: 'completed',
    ...over,
    balance_transaction: { id: 'txn_1', object: 'balance_transaction', fee },
  }) as Stripe.Payout;
const sums = (net: number, complete = true) => ({ count: 3, net, complete });

test('rows that are all of it leave no difference', () => {
  assert.deepEqual(partsOf(payout(), sums(10_000)), {
    payout: 'po_1',
    amount: 10_000,
    currency: 'usd',
    status: 'paid',
    arrival_date: 1_795_478_400,
    state: 'known',
    rows: { count: 3, net: 10_000 },
    differences: [],
  });
});

test('each difference has its name', () => {
  const named = (one: Stripe.Payout, of: ReturnType<typeof sums>) => partsOf(one, of).differences;
  assert.deepEqual(named(payout({}, 150), sums(10_150)), [{ reason: 'fee', amount: -150 }]);
  assert.deepEqual(named(payout(), sums(9000)), [{ reason: 'balance', amount: 1000 }]);
  assert.deepEqual(named(payout(), sums(10_700)), [{ reason: 'balance', amount: -700 }]);
  assert.deepEqual(named(payout(), sums(4000, false)), [{ reason: 'not_counted', amount: 6000 }]);
  assert.deepEqual(named(payout({ currency: 'huf' }), sums(10_045)), [
    { reason: 'rounding', amount: -45 },
  ]);
  assert.deepEqual(named(payout({ currency: 'huf' }), sums(10_145)), [
    { reason: 'balance', amount: -145 },
  ]);
  assert.deepEqual(named(payout({}, 100), sums(10_600)), [
    { reason: 'fee', amount: -100 },
    { reason: 'balance', amount: -500 },
  ]);
  // Taken from the bank to fill a negative balance.
  assert.deepEqual(named(payout({ amount: -2500 }), sums(-2500)), []);
});

test('what Stripe does not tell, or has not told yet, is said to be so', () => {
  const of = (over: Partial<Facts>) => partsOf(payout(over), null);
  assert.equal(of({ automatic: false, reconciliation_status: 'not_applicable' }).state, 'manual');
  assert.equal(of({ reconciliation_status: 'in_progress' }).state, 'in_progress');
  // Reconciled at Stripe, and not yet read here.
  assert.equal(of({}).state, 'in_progress');
  assert.equal(of({ reconciliation_status: 'a_new_status' }).state, 'in_progress');
  for (const over of [{ automatic: false }, { reconciliation_status: 'in_progress' }])
    assert.deepEqual([of(over).rows, of(over).differences], [null, []]);
});

test('for any amounts, rows and differences are what was sent', () => {
  const amount = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.nat(10_000),
      fc.boolean(),
      fc.constantFrom('usd', 'jpy', 'huf', 'twd'),
      (sent, net, fee, complete, currency) => {
        const parts = partsOf(payout({ amount: sent, currency }, fee), sums(net, complete));
        const named = parts.differences.map((one) => one.amount);
        assert.equal(
          named.reduce((sum, one) => sum + one, net),
          sent,
        );
        assert.ok(named.every((one) => one !== 0));
      },
    ),
    property(1000),
  );
});
