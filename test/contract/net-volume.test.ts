import {
  netVolumeAdjustments,
  netVolumePart,
  netVolumeParts,
  netVolumeTypes,
  type NetVolumePart,
} from '@express-elements/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { property } from '../support/runs.ts';

const part = (type: string, reporting = 'other', balance = 'payments'): NetVolumePart | null =>
  netVolumePart({ type, reporting_category: reporting, balance_type: balance });

const counted = [
  ...Object.keys(netVolumeTypes).map((type) => [type, 'whatever'] as const),
  ...Object.keys(netVolumeAdjustments).map((reporting) => ['adjustment', reporting] as const),
];
const notCounted = [
  ['payout', 'payout'],
  ['payout_failure', 'payout_reversal'],
  ['topup', 'topup'],
  ['reserve_transaction', 'connect_reserved_funds'],
  ['stripe_fee', 'fee'],
  ['tax_fee', 'tax'],
  ['application_fee', 'platform_earning'],
  ['issuing_transaction', 'issuing_transaction'],
  ['advance', 'advance'],
  ['adjustment', 'other_adjustment'],
  ['moon_landing', 'charge'],
  ['constructor', 'dispute'],
  ['adjustment', 'toString'],
] as const;

const row = fc
  .record({
    kind: fc.constantFrom(...counted, ...notCounted),
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fee: fc.integer({ min: -5_000, max: 50_000 }),
    balance_type: fc.constantFrom('payments', 'issuing', 'risk_reserved'),
  })
  .map(({ kind: [type, reporting_category], ...rest }) => ({ type, reporting_category, ...rest }));

describe('net volume', () => {
  it('counts what is earned from customers or received from the platform, and what takes it back', () => {
    assert.equal(part('charge', 'charge'), 'gross');
    assert.equal(part('payment', 'charge'), 'gross');
    assert.equal(part('refund', 'refund'), 'refunds');
    assert.equal(part('payment_refund', 'refund'), 'refunds');
    assert.equal(part('refund_failure', 'refund_failure'), 'refunds');
    assert.equal(part('adjustment', 'dispute'), 'disputes');
    assert.equal(part('adjustment', 'dispute_reversal'), 'disputes');
    assert.equal(part('adjustment', 'refund_failure'), 'refunds');
  });

  it('leaves out the moving of one’s own money, holds, stand-alone fees and what is unknown', () => {
    for (const [type, reporting] of notCounted) assert.equal(part(type, reporting), null, type);
  });

  it('counts the payments balance only', () => {
    for (const [type, reporting] of counted) {
      assert.ok(netVolumeParts.includes(part(type, reporting) ?? 'gross'));
      assert.equal(part(type, reporting, 'refund_and_dispute_prefunding'), null);
    }
  });

  it('adds up: gross + refunds + disputes − fees is the sum of net over the counted rows', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sums = { gross: 0, refunds: 0, disputes: 0 };
        let fees = 0;
        let net = 0;
        for (const each of rows) {
          const key = netVolumePart(each);
          if (key === null) continue;
          sums[key] += each.amount;
          fees += each.fee;
          net += each.amount - each.fee;
        }
        assert.equal(sums.gross + sums.refunds + sums.disputes - fees, net);
      }),
      property(2_000),
    );
  });
});
