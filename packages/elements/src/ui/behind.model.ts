/** The rows behind a figure: which they are, how they are asked for, whether they add up to it. Pure. */
import type {
  Capabilities,
  Summary,
  TransactionFilterName,
  TransactionFilters,
} from '@express-elements/contract';
import { filtersQuery, onlyOffered } from '../elements/express-transactions/filters.model.ts';
import { filtersOf, givenOf, givenQuery } from '../elements/express-transactions/given.model.ts';
import type { RowsFilter } from '../events/rows.ts';

export interface Behind {
  readonly rows: RowsFilter;
  /** Which of the list's sums is the figure. */
  readonly of: 'amount' | 'fee' | 'net';
  /** What that sum must be: the figure, with the sign that the list has. */
  readonly amount: number;
  readonly currency: string;
}

type Can = Pick<NonNullable<Capabilities['transactions']>, 'filters' | 'search'>;

/** The filter of the endpoint's that each condition is asked by. */
const asked = {
  category: 'category',
  status: 'status',
  currency: 'currency',
  from: 'from',
  to: 'to',
  payout: 'payout',
  customer: 'customer',
  netVolume: 'net_volume',
  balanceType: 'balance_type',
  sourceStatus: 'source_status',
} as const satisfies Record<keyof RowsFilter, TransactionFilterName>;

/** Whether the endpoint can find just these rows: a condition that it leaves out would find more. */
export const canFind = (rows: RowsFilter, { filters }: Pick<Can, 'filters'>): boolean =>
  (Object.keys(rows) as (keyof RowsFilter)[]).every((name) => filters.includes(asked[name]));

/** The question for these rows, as the list asks it. */
export const rowsQuery = (
  rows: RowsFilter,
  can: Can,
  now: number,
  timeZone: string,
): TransactionFilters => ({
  ...givenQuery(givenOf(rows), can),
  ...filtersQuery(onlyOffered(filtersOf(rows), can), now, timeZone),
});

/** Whether the rows found add up to the figure, to the last minor unit. */
export const addsUp = ({ of, amount, currency }: Behind, { sums }: Summary): boolean =>
  (sums.find((sum) => sum.currency === currency)?.[of] ?? 0) === amount;
