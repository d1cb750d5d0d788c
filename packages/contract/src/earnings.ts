import * as v from 'valibot';
import { amountSchema, countSchema, coversSchema, currencySchema, timeSchema } from './common.ts';
import { integer, time } from './query.ts';

export const intervals = ['hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof intervals)[number];

/** What a range may be compared with: the one before it, or the same days of the month, quarter or year before. */
export const comparisons = ['previous', 'month', 'quarter', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const earningsQuerySchema = v.strictObject({
  interval: v.picklist(intervals),
  /**
   * Inclusive; the first point starts at the interval's start that holds it. Without it: the account's midnight before
   * the first row that counts in the currency, or one second where there is none.
   */
  from: v.optional(time),
  /** Exclusive. */
  to: time,
  currency: v.optional(currencySchema),
  /** 1 Monday … 7 Sunday, as ISO 8601 counts; for weeks only. */
  week_start: v.optional(v.pipe(integer, v.minValue(1), v.maxValue(7)), '1'),
  compare: v.optional(v.picklist(comparisons)),
});
export type EarningsQuery = v.InferOutput<typeof earningsQuerySchema>;

/** The most points that one question may ask for. */
export const MAX_EARNINGS_POINTS = 1000;

const parts = {
  gross: amountSchema,
  /** As a rule negative: money out keeps its sign. */
  refunds: amountSchema,
  disputes: amountSchema,
  /** Negative: minus the fees of the counted rows. */
  fees: amountSchema,
  /** gross + refunds + disputes + fees = Σ `net` of the counted rows. */
  net: amountSchema,
  /** Rows counted. */
  count: countSchema,
};
export const earningsTotalsSchema = v.object(parts);
export type EarningsTotals = v.InferOutput<typeof earningsTotalsSchema>;

/** `values` is null where the point starts before what is covered. Rows before `from` or from `to` on are not in it. */
export const earningsPointSchema = v.object({
  start: timeSchema,
  end: timeSchema,
  values: v.nullable(earningsTotalsSchema),
});
export type EarningsPoint = v.InferOutput<typeof earningsPointSchema>;

export const earningsSchema = v.object({
  currency: currencySchema,
  /** The currencies in which the account has net volume, the default first. */
  currencies: v.array(currencySchema),
  interval: v.picklist(intervals),
  from: timeSchema,
  to: timeSchema,
  /** The account's: points begin at its midnights. */
  time_zone: v.string(),
  points: v.array(earningsPointSchema),
  /** Of the covered points. */
  totals: earningsTotalsSchema,
  /** What it is compared with; null unless asked for and wholly covered. */
  compare: v.nullable(
    v.object({
      from: timeSchema,
      to: timeSchema,
      points: v.array(earningsPointSchema),
      totals: earningsTotalsSchema,
    }),
  ),
  covers: coversSchema,
});
export type Earnings = v.InferOutput<typeof earningsSchema>;
