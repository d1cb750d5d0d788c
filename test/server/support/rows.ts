import { categoryOf, type Row } from '@express-elements/contract';
import fc from 'fast-check';

/** A row with what a test cares about; the rest is a payment of 10 dollars. */
export function row(over: Partial<Row> = {}): Row {
  const type = over.type ?? 'charge';
  const reporting = over.reporting_category ?? 'charge';
  const amount = over.amount ?? 1000;
  const fee = over.fee ?? 0;
  return {
    id: 'txn_1',
    created: 1_700_000_000,
    available_on: 1_700_086_400,
    status: 'available',
    type,
    reporting_category: reporting,
    category: categoryOf(type, reporting),
    amount,
    fee,
    net: amount - fee,
    currency: 'usd',
    balance_type: 'payments',
    source: null,
    payout: null,
    description: null,
    description_key: 'payment',
    customer: null,
    last4: null,
    metadata: {},
    ...over,
  };
}

const kinds = [
  ['charge', 'charge'],
  ['payment', 'charge'],
  ['refund', 'refund'],
  ['payout', 'payout'],
  ['adjustment', 'dispute'],
  ['adjustment', 'other_adjustment'],
  ['stripe_fee', 'fee'],
] as const;

/** Rows with unique ids, several of them in the same second and of the same amount. */
export const anyRows = (most = 60): fc.Arbitrary<Row[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        created: fc.integer({ min: 1_700_000_000, max: 1_700_000_040 }),
        available: fc.integer({ min: 0, max: 3 }),
        amount: fc.integer({ min: -30, max: 30 }),
        fee: fc.integer({ min: 0, max: 3 }),
        currency: fc.constantFrom('usd', 'eur', 'jpy'),
        status: fc.constantFrom('available' as const, 'pending' as const),
        order: fc.integer({ min: 0, max: 0xffff }),
      }),
      { maxLength: most },
    )
    .map((items) =>
      items.map(({ kind: [type, reporting_category], available, order, ...one }, index) =>
        row({
          ...one,
          id: `txn_${order.toString(16)}x${index}`,
          available_on: one.created + available * 86_400,
          type,
          reporting_category,
        }),
      ),
    );
