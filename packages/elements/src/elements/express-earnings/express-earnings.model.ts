/** What the earnings chart asks and shows, worked out without a DOM. */
import type {
  Capabilities,
  Comparison,
  Earnings,
  EarningsPoint,
  EarningsTotals,
  Interval,
} from '@express-elements/contract';
import {
  addDays,
  dayNumber,
  formatDate,
  formatRange,
  isDayKey,
  startOfDay,
  type DayKey,
} from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';

/** The ranges side by side. */
export const ranges = ['7d', '4w', '3m', '12m'] as const;
/** Those in the menu beside them: month, quarter and year to date, everything, two dates. */
export const moreRanges = ['mtd', 'qtd', 'ytd', 'all', 'custom'] as const;
export type EarningsRange = (typeof ranges)[number] | (typeof moreRanges)[number];

export const knownRange = (range: string): EarningsRange =>
  [...ranges, ...moreRanges].find((known) => known === range) ?? '4w';

/** How many days a range must have for an interval to make sense. */
const fitting = {
  hour: [1, 3],
  day: [2, 100],
  week: [14, 1100],
  month: [45, Number.POSITIVE_INFINITY],
} as const satisfies Record<Interval, readonly [least: number, most: number]>;

/** In the order in which they are offered. */
const order = Object.keys(fitting) as readonly Interval[];

type EarningsCapabilities = NonNullable<Capabilities['earnings']>;

/** The intervals to offer for so many days: those that make sense and that the endpoint has, else its longest. */
export function offeredIntervals(
  days: number,
  { intervals }: Pick<EarningsCapabilities, 'intervals'>,
): readonly Interval[] {
  const had = order.filter((interval) => intervals.includes(interval));
  const sensible = had.filter((interval) => {
    const [least, most] = fitting[interval];
    return least <= days && days <= most;
  });
  return sensible.length > 0 ? sensible : had.slice(-1);
}

const preferred = (days: number): Interval => {
  if (days <= 2) return 'hour';
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
};

/** The interval to show: the one asked for where it is offered, else what suits so many days; null where there is none. */
export function chosenInterval(
  days: number,
  wanted: Interval | null,
  capabilities: Pick<EarningsCapabilities, 'intervals'>,
): Interval | null {
  const offered = offeredIntervals(days, capabilities);
  if (wanted !== null && offered.includes(wanted)) return wanted;
  const least = order.indexOf(preferred(days));
  return offered.find((each) => order.indexOf(each) >= least) ?? offered.at(-1) ?? null;
}

/** The first day of the month that so many months lie before a day's. */
const monthStart = (key: DayKey, back: number): DayKey => {
  const [year = 1970, month = 1] = key.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
};

/** Before this there was no Stripe. */
export const FIRST_DAY: DayKey = '2010-01-01';

/** Two dates as somebody wrote them. */
export interface CustomDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** Two dates as days that can be asked for: what is no day is as in four weeks, what is to come is today. */
function soundDays({ from, to }: CustomDays, today: DayKey): { first: DayKey; last: DayKey } {
  const within = (day: DayKey) => (day > today ? today : day < FIRST_DAY ? FIRST_DAY : day);
  const last = within(isDayKey(to) ? to : today);
  const first = within(isDayKey(from) ? from : addDays(last, -27));
  return { first, last: first > last ? first : last };
}

/**
 * The days of a range, both included: the first is null where it is the first that there is. A year is whole months,
 * so its last day may be to come.
 *
 * @example rangeDays('mtd', '2026-11-23') // { first: '2026-11-01', last: '2026-11-23' }
 */
export function rangeDays(
  range: EarningsRange,
  today: DayKey,
  custom: CustomDays = { from: null, to: null },
): { first: DayKey | null; last: DayKey } {
  const since = (first: DayKey | null) => ({ first, last: today });
  switch (range) {
    case '7d':
      return since(addDays(today, -6));
    case '4w':
      return since(addDays(today, -27));
    case '3m':
      return since(addDays(today, -90));
    case '12m':
      return { first: monthStart(today, 11), last: addDays(monthStart(today, -1), -1) };
    case 'mtd':
      return since(monthStart(today, 0));
    case 'qtd':
      return since(monthStart(today, (Number(today.slice(5, 7)) - 1) % 3));
    case 'ytd':
      return since(`${today.slice(0, 4)}-01-01`);
    case 'all':
      return since(null);
    case 'custom':
      return soundDays(custom, today);
    default: {
      const never: never = range;
      return never;
    }
  }
}

/** From when to when days go, in the account's time zone; `from` is null where it is not known. */
export const span = (
  { first, last }: { readonly first: DayKey | null; readonly last: DayKey },
  timeZone: string,
): { from: number | null; to: number } => ({
  from: first === null ? null : startOfDay(first, timeZone),
  to: startOfDay(addDays(last, 1), timeZone),
});

/** How many days, both included. */
export const countDays = (first: DayKey, last: DayKey): number =>
  dayNumber(last) - dayNumber(first) + 1;

/** What a seller may compare with: the time before, or the same a year before. */
export const compares = ['previous', 'year'] as const;
export type Compare = (typeof compares)[number];

/** The time before, as the endpoint calls it: of a month to date it is as much of the month before. */
const comparedWith = {
  '7d': ['previous', 'year'],
  '4w': ['previous', 'year'],
  '3m': ['previous', 'year'],
  // Twelve months before twelve months are the year before.
  '12m': ['previous'],
  mtd: ['month', 'year'],
  qtd: ['quarter', 'year'],
  ytd: ['year'],
  all: [],
  custom: ['previous', 'year'],
} as const satisfies Record<EarningsRange, readonly Comparison[]>;

/** What a range can be compared with here, in the words of the seller's choice and of the endpoint. */
export const offeredComparisons = (
  range: EarningsRange,
  { compare }: Pick<EarningsCapabilities, 'compare'>,
): readonly { readonly choice: Compare; readonly asked: Comparison }[] =>
  comparedWith[range]
    .map((asked, index) => ({ choice: compares[index]!, asked }))
    .filter(({ asked }) => compare.includes(asked));

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

/** How a point is put into words. */
export interface Words {
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
