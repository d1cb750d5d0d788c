/** Bars that a seller picked, and the rows that they are the sum of. Pure. */
import type { Earnings } from '@express-elements/contract';
import type { RowsFilter } from '../../events/rows.ts';
import { dayKey, formatRange, startOfDay } from '../../format/index.ts';
import { isUnfinished, pointName, type Words } from './express-earnings.model.ts';

/** Two bars by when they begin, and all between them; the head is the one that moves. */
export interface Picked {
  readonly anchor: number;
  readonly head: number;
}

/** The places of the first and the last picked bar. */
export interface Places {
  readonly first: number;
  readonly last: number;
}

/** Where what was picked stands among the bars; null where it is none of them, as after midnight. */
export function placesOf({ points }: Earnings, picked: Picked | null): Places | null {
  if (picked === null) return null;
  const [one, other] = [picked.anchor, picked.head].map((start) =>
    points.findIndex((point) => point.start === start),
  );
  if (one === undefined || other === undefined || one < 0 || other < 0) return null;
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

/** What picked bars stand for. */
export interface EarningsRows {
  /** Unix seconds, inclusive: a whole day or hour of the account's time zone, or the period's beginning. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly currency: string;
  /** Minor units: the sum of the bars, and of `net` of the rows that count. */
  readonly net: number;
  /** How many rows count. */
  readonly count: number;
}

/** Bars at the ends are of the period only as far as it reaches: a week may begin before it does. */
export function rowsOfBars(earnings: Earnings, { first, last }: Places): EarningsRows {
  const bars = earnings.points.slice(first, last + 1);
  const sum = (part: 'net' | 'count') =>
    bars.reduce((total, { values }) => total + (values?.[part] ?? 0), 0);
  return {
    from: Math.max(earnings.from, bars[0]?.start ?? earnings.from),
    to: Math.min(earnings.to, bars.at(-1)?.end ?? earnings.to),
    currency: earnings.currency,
    net: sum('net'),
    count: sum('count'),
  };
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** The same for a list: days where they are whole days, else instants. */
export function filterOfRows(
  { from, to, currency }: Pick<EarningsRows, 'from' | 'to' | 'currency'>,
  timeZone: string,
): RowsFilter {
  const [first, after] = [dayKey(from, timeZone), dayKey(to, timeZone)];
  const isWhole = startOfDay(first, timeZone) === from && startOfDay(after, timeZone) === to;
  return {
    from: isWhole ? first : instant(from),
    to: isWhole ? dayKey(to - 1, timeZone) : instant(to),
    currency,
    netVolume: true,
  };
}

/** What was picked by name: Thu, 19 Nov; 17 – 19 Nov 2026; Mar – May 2026. */
export function pickedName(
  earnings: Earnings,
  { first, last }: Places,
  { from, to }: Pick<EarningsRows, 'from' | 'to'>,
  locale: string,
): string {
  const { interval, time_zone: zone, points } = earnings;
  const point = points[first];
  if (point && first === last) return pointName(point, interval, locale, zone, 'shortDay');
  const style = { hour: 'rowTime', day: 'date', week: 'date', month: 'monthYearShort' } as const;
  return formatRange(from, to - 1, style[interval], locale, zone);
}

/** What was picked, as one sentence to be read aloud. */
export function spokenPicked(
  earnings: Earnings,
  places: Places,
  now: number,
  words: Words,
): string {
  const rows = rowsOfBars(earnings, places);
  const texts = words.messages.earnings;
  const name = pickedName(earnings, places, rows, words.locale);
  const last = earnings.points[places.last];
  return texts.spokenPicked(
    last && isUnfinished(last, now) ? texts.unfinished(name) : name,
    words.money(rows.net),
    texts.payments(rows.count, words.count(rows.count)),
  );
}
