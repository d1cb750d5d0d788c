import {
  MAX_EARNINGS_POINTS,
  netVolumePart,
  type Covers,
  type Earnings,
  type EarningsPoint,
  type EarningsQuery,
  type EarningsTotals,
  type Row,
} from '@express-elements/contract';
import { ExpressError } from '../errors.ts';
import { bucketIndex, bucketsOf, compareRange, intervalStart, type Bucket } from './buckets.ts';
import type { LedgerAccount } from './ledger.ts';

const nothing: EarningsTotals = { gross: 0, refunds: 0, disputes: 0, fees: 0, net: 0, count: 0 };

/** `0 - 0` and not `-0`: a wire has no minus zero, and tests compare. */
const plus = (a: number, b: number): number => a + b || 0;

export const addTotals = (a: EarningsTotals, b: EarningsTotals): EarningsTotals => ({
  gross: plus(a.gross, b.gross),
  refunds: plus(a.refunds, b.refunds),
  disputes: plus(a.disputes, b.disputes),
  fees: plus(a.fees, b.fees),
  net: plus(a.net, b.net),
  count: a.count + b.count,
});

/** What one row adds to net volume; null where it does not count. */
export function earningsOf(row: Row): EarningsTotals | null {
  const part = netVolumePart(row);
  if (part === null) return null;
  return { ...nothing, [part]: row.amount, fees: plus(0, -row.fee), net: row.net, count: 1 };
}

/** A question whose beginning is known. */
export type RangedQuery = EarningsQuery & { readonly from: number };

/** @param first when the first row that counts was made, in the asked currency; null where there is none */
export const rangedQuery = (
  query: EarningsQuery,
  first: number | null,
  timeZone: string,
): RangedQuery => ({
  ...query,
  from:
    query.from ??
    (first === null || first >= query.to
      ? Math.max(0, query.to - 1)
      : intervalStart(first, 'day', timeZone)),
});

/** The intervals of a question, or the error that says how many are too many. */
export function earningsBuckets(
  query: Pick<RangedQuery, 'from' | 'to' | 'interval' | 'week_start'>,
  timeZone: string,
): Bucket[] {
  if (query.to <= query.from)
    throw new ExpressError('invalid_parameter', '"to" must be later than "from".', { param: 'to' });
  try {
    return bucketsOf(query, timeZone, MAX_EARNINGS_POINTS);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ExpressError(
      'invalid_parameter',
      `This asks for more than ${MAX_EARNINGS_POINTS} points. Take a longer interval or a shorter time.`,
      { param: 'interval' },
    );
  }
}

/** Whether a point is looked at as a whole. */
const isCovered = (bucket: Bucket, covers: Covers): boolean =>
  covers.complete || (covers.from !== null && bucket.start >= covers.from);

/** Points from the sums of each interval: null where not covered. */
export const earningsPoints = (
  buckets: readonly Bucket[],
  sums: readonly (EarningsTotals | undefined)[],
  covers: Covers,
): EarningsPoint[] =>
  buckets.map((bucket, index) => ({
    ...bucket,
    values: isCovered(bucket, covers) ? (sums[index] ?? nothing) : null,
  }));

export const totalsOf = (points: readonly EarningsPoint[]): EarningsTotals =>
  points.reduce((sum, { values }) => (values ? addTotals(sum, values) : sum), nothing);

/** The sums of rows by interval. Rows outside [from, to) or of another currency are left out. */
export function sumByBucket(
  rows: Iterable<Row>,
  buckets: readonly Bucket[],
  { from, to, currency }: { from: number; to: number; currency: string },
): (EarningsTotals | undefined)[] {
  const sums: (EarningsTotals | undefined)[] = [];
  for (const row of rows) {
    if (row.currency !== currency || row.created < from || row.created >= to) continue;
    const earned = earningsOf(row);
    const index = earned ? bucketIndex(buckets, row.created) : -1;
    if (earned && index >= 0) sums[index] = addTotals(sums[index] ?? nothing, earned);
  }
  return sums;
}

/** The question with what it leaves open filled in: its currency, and the range to compare with. */
export function earningsQuestion(
  query: RangedQuery,
  account: LedgerAccount,
): {
  readonly query: RangedQuery;
  readonly currency: string;
  readonly buckets: Bucket[];
  readonly compare: {
    readonly from: number;
    readonly to: number;
    readonly buckets: Bucket[];
  } | null;
} {
  const buckets = earningsBuckets(query, account.timeZone);
  const range = query.compare ? compareRange(query, query.compare, account.timeZone) : null;
  return {
    query,
    currency: query.currency ?? account.defaultCurrency,
    buckets,
    compare: range && {
      ...range,
      buckets: earningsBuckets({ ...query, ...range }, account.timeZone),
    },
  };
}

/** The default currency first, then by code. */
export const currencyOrder = (currencies: Iterable<string>, first: string): string[] => [
  ...(new Set(currencies).has(first) ? [first] : []),
  ...[...new Set(currencies)].filter((currency) => currency !== first).toSorted(),
];

/** What a range earned, as a ledger found it. */
export interface RangeSums {
  readonly sums: readonly (EarningsTotals | undefined)[];
  readonly covers: Covers;
}

/** The answer, from the sums of the range and of what it is compared with. */
export function earningsAnswer(
  question: ReturnType<typeof earningsQuestion>,
  account: LedgerAccount,
  currencies: readonly string[],
  range: RangeSums,
  compared: RangeSums | null,
): Earnings {
  const { query, currency, buckets, compare } = question;
  const points = earningsPoints(buckets, range.sums, range.covers);
  const before =
    compare && compared && earningsPoints(compare.buckets, compared.sums, compared.covers);
  // Neither is compared in part: a month would seem to grow by what was not looked at.
  const whole = [...points, ...(before ?? [])].every(({ values }) => values !== null);
  return {
    currency,
    currencies: [...currencies],
    interval: query.interval,
    from: query.from,
    to: query.to,
    time_zone: account.timeZone,
    points,
    totals: totalsOf(points),
    compare:
      compare && before && whole
        ? { from: compare.from, to: compare.to, points: before, totals: totalsOf(before) }
        : null,
    covers: range.covers,
  };
}
