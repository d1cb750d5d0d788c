import type { Row } from '@express-elements/contract';

/** A row of the ledger, a payment unless told otherwise. */
export const aRow = (parts: Partial<Row> = {}): Row => ({
  id: 'txn_1',
  created: 1_795_460_520,
  available_on: 1_795_460_520,
  status: 'available',
  type: 'payment',
  reporting_category: 'charge',
  category: 'payment',
  amount: 18_000,
  fee: 552,
  net: 17_448,
  currency: 'usd',
  balance_type: 'payments',
  source: { id: 'py_1', object: 'charge', status: 'succeeded' },
  payout: null,
  description: 'Order 1051',
  description_key: 'payment_from_platform',
  customer: { name: 'Ada Mensah', email: 'ada@example.com' },
  last4: null,
  metadata: {},
  ...parts,
});
