/** What the earnings chart asks and shows, worked out without a DOM. */
import type {
  Capabilities,
  Earnings,
  EarningsPoint,
  EarningsTotals,
  Interval,
} from '@express-elements/contract';
import { addDays, dayKey, formatDate, formatRange, startOfDay } from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';

export const ranges = ['7d', '4w', '3m', '12m'] as const;
export type EarningsRange = (typeof ranges)[number];

/** The intervals that make sense for each range, the one to begin with first. */
export const intervalsOf = {
  '7d': ['day'],
  '4w': ['day', 'week'],
  '3m': ['week', 'day', 'month'],
  '12m': ['month', 'week'],
} as const satisfies Record<EarningsRange, readonly Interval[]>;

/** In the order in which they are offered. */
const order: readonly Interval[] = ['hour', 'day', 'week', 'month'];

type EarningsCapabilities = NonNullable<Capabilities['earnings']>;

/** The intervals to offer for a range: those that make sense and that the endpoint has. */
export const offeredIntervals = (
  range: EarningsRange,
  { intervals }: Pick<EarningsCapabilities, 'intervals'>,
): readonly Interval[] => {
  const sensible: readonly Interval[] = intervalsOf[range];
  return order.filter((interval) => sensible.includes(interval) && intervals.includes(interval));
};

/** The interval to show: the one asked for where it is offered, else the range's own, null where there is none. */
export function chosenInterval(
  range: EarningsRange,
  wanted: Interval | null,
  capabilities: Pick<EarningsCapabilities, 'intervals'>,
): Interval | null {
  const offered = offeredIntervals(range, capabilities);
  if (wanted !== null && offered.includes(wanted)) return wanted;
  return intervalsOf[range].find((interval) => offered.includes(interval)) ?? null;
}

const monthsBack = (key: string, months: number): string => {
  const [year = 1970, month = 1] = key.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
};

/** How many days a range of days has; a year is whole calendar months. */
const days = { '7d': 7, '4w': 28, '3m': 91 } as const;

/**
 * From when to when a range goes, today's end included, in the account's time zone.
 *
 * @example span('7d', now, 'America/New_York') // the last seven days, today the seventh
 */
export function span(
  range: EarningsRange,
  now: number,
  timeZone: string,
): { from: number; to: number } {
  const today = dayKey(now, timeZone);
  const [first, after] =
    range === '12m'
      ? [monthsBack(today, 11), monthsBack(today, -1)]
      : [addDays(today, 1 - days[range]), addDays(today, 1)];
  return { from: startOfDay(first, timeZone), to: startOfDay(after, timeZone) };
}

interface WeekInfo {
  readonly firstDay: number;
}
type LocaleWithWeek = Intl.Locale & {
  readonly weekInfo?: WeekInfo;
  getWeekInfo?(): WeekInfo;
};

/** The day a week begins with, 1 Monday … 7 Sunday. Where the browser cannot say, Monday. */
export function weekStart(locale: string): number {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  // Plain English is nobody's region, and its likely one begins on Sunday.
  if (locale === 'en') return 1;
  return known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? 1;
}

/**
 * How the total compares, null where it cannot be said: nothing before, or a loss before.
 *
 * @example change({ net: 112 }, { net: 100 }) // 0.12
 */
export function change(
  now: Pick<EarningsTotals, 'net'>,
  before: Pick<EarningsTotals, 'net'> | undefined,
): number | null {
  if (!before || before.net <= 0) return null;
  return (now.net - before.net) / before.net;
}

/**
 * A point by name: Thursday, 19 November; 16–22 Nov 2026; March 2026.
 *
 * @param day how a day is written: `shortDay` for a column, Thu, 19 Nov
 */
export function pointName(
  { start, end }: Pick<EarningsPoint, 'start' | 'end'>,
  interval: Interval,
  locale: string,
  timeZone: string,
  day: 'longDay' | 'shortDay' = 'longDay',
): string {
  switch (interval) {
    case 'hour':
      return formatRange(start, end - 1, 'rowTime', locale, timeZone);
    case 'day':
      return formatDate(start, day, locale, timeZone);
    case 'week':
      return formatRange(start, end - 1, 'date', locale, timeZone);
    case 'month':
      return formatDate(start, 'monthYear', locale, timeZone);
    default: {
      const never: never = interval;
      return never;
    }
  }
}

/** Whether a point is still going on: its bar is lighter, for it will grow. */
export const isUnfinished = (
  { start, end }: Pick<EarningsPoint, 'start' | 'end'>,
  now: number,
): boolean => start <= now && now < end;

/** The parts under the chart, in order; each is signed so that they add up to net. */
export const parts = ['gross', 'refunds', 'disputes', 'fees'] as const;

/** True where nothing counted in the whole period. */
export const isEmpty = (earnings: Pick<Earnings, 'totals'>): boolean => earnings.totals.count === 0;

/** The point before, by place: the first day stands behind the first day. */
export const before = (earnings: Earnings, index: number): EarningsTotals | null =>
  earnings.compare?.points[index]?.values ?? null;

export interface PointWords {
  readonly name: string;
  readonly lines: readonly string[];
}

interface Words {
  readonly messages: MessagesOf<'earnings'>;
  readonly locale: string;
  readonly money: (amount: number) => string;
  readonly count: (count: number) => string;
}

/** What the tooltip says of a point. */
export function pointWords(
  earnings: Earnings,
  index: number,
  breakdown: boolean,
  now: number,
  words: Words,
): PointWords | null {
  const point = earnings.points[index];
  if (!point) return null;
  const texts = words.messages.earnings;
  const plain = pointName(point, earnings.interval, words.locale, earnings.time_zone);
  if (!point.values) return { name: plain, lines: [texts.notCovered(plain)] };
  const { net, gross, fees, count } = point.values;
  const previous = before(earnings, index);
  return {
    name: isUnfinished(point, now) ? texts.unfinished(plain) : plain,
    lines: [
      texts.point(words.money(net), texts.payments(count, words.count(count))),
      ...(breakdown ? [texts.pointParts(words.money(gross), words.money(fees))] : []),
      ...(previous ? [texts.pointBefore(words.money(previous.net))] : []),
    ],
  };
}

/** The same, as one sentence to be read aloud. */
export function spokenPoint(earnings: Earnings, index: number, now: number, words: Words): string {
  const point = earnings.points[index];
  if (!point) return '';
  const texts = words.messages.earnings;
  const plain = pointName(point, earnings.interval, words.locale, earnings.time_zone);
  if (!point.values) return texts.notCovered(plain);
  const name = isUnfinished(point, now) ? texts.unfinished(plain) : plain;
  const net = words.money(point.values.net);
  const count = texts.payments(point.values.count, words.count(point.values.count));
  const previous = before(earnings, index);
  return previous
    ? texts.spokenBefore(name, net, count, words.money(previous.net))
    : texts.spoken(name, net, count);
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  next: (index, last) => Math.min(last, index + 1),
  previous: (index) => Math.max(0, index - 1),
  first: () => 0,
  last: (_index, last) => last,
  pageNext: (index, last) => Math.min(last, index + 7),
  pagePrevious: (index) => Math.max(0, index - 7),
};
const keys: Readonly<Record<string, string>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'next',
  ArrowDown: 'previous',
  Home: 'first',
  End: 'last',
  PageUp: 'pageNext',
  PageDown: 'pagePrevious',
};
const mirrored: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowLeft',
  ArrowLeft: 'ArrowRight',
};

/** The point a key leads to, null for other keys. From nowhere a step is onto the last point: now. */
export function stepPoint(
  key: string,
  index: number | null,
  points: number,
  rtl: boolean,
): number | null {
  const step = steps[keys[rtl ? (mirrored[key] ?? key) : key] ?? ''];
  if (!step || points === 0) return null;
  const last = points - 1;
  return index === null && step !== steps['first'] ? last : step(index ?? last, last);
}
