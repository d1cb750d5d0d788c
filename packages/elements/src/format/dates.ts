import { dateFormat, isPlainEnglish, relativeFormat } from './intl.ts';

/** How a time is written. Each is one `Intl` call in the account's time zone. */
export const dateStyles = {
  /** Friday, 27 November */
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Friday, 27 November 2026 */
  longDayYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Thu, 26 Nov */
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Wednesday */
  weekday: { weekday: 'long' },
  /** Thu */
  weekdayShort: { weekday: 'short' },
  /** 27 Oct */
  dayMonth: { day: 'numeric', month: 'short' },
  /** 14 Nov 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 23 Nov, 14:02 */
  rowTime: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  /** 11 Nov 2026, 18:40 */
  dateTime: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  },
  /** 09:12 */
  time: { hour: 'numeric', minute: '2-digit' },
  /** March 2026 */
  monthYear: { month: 'long', year: 'numeric' },
  /** Mar */
  month: { month: 'short' },
  /** Mar 2026 */
  monthYearShort: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

/** Seconds of a day without a change of clocks. */
export const DAY = 86_400;

function formatter(style: DateStyle, locale: string, timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { ...dateStyles[style], timeZone };
  if (!isPlainEnglish(locale)) return dateFormat(locale, options);
  const clock = 'hour' in options ? { hour: '2-digit', hourCycle: 'h23' } : {};
  return dateFormat('en-001', { ...options, ...clock });
}

/**
 * A time (Unix seconds) in the account's time zone.
 *
 * @example formatDate(1_795_442_520, 'rowTime', 'en', 'America/New_York') // '23 Nov, 09:02'
 */
export const formatDate = (
  seconds: number,
  style: DateStyle,
  locale: string,
  timeZone: string,
): string => formatter(style, locale, timeZone).format(seconds * 1000);

/**
 * From one time to another, in the shortest way the language has; `to` is inclusive.
 *
 * @example formatRange(a, b, 'dayMonth', 'en', 'UTC') // '27 Oct – 23 Nov'
 */
export const formatRange = (
  from: number,
  to: number,
  style: DateStyle,
  locale: string,
  timeZone: string,
): string => formatter(style, locale, timeZone).formatRange(from * 1000, to * 1000);

const utcYear = (seconds: number): number => new Date(seconds * 1000).getUTCFullYear();

/** The year that a time is of in every zone, null within a day of a year's end. */
const yearAnywhere = (seconds: number): number | null => {
  const year = utcYear(seconds - DAY);
  return year === utcYear(seconds + DAY) ? year : null;
};

/** The zone's calendar is asked only where it matters: asking takes as long as writing the time. */
function isSameYear(one: number, other: number, timeZone: string): boolean {
  const [first, second] = [yearAnywhere(one), yearAnywhere(other)];
  if (first !== null && second !== null) return first === second;
  return dayKey(one, timeZone).slice(0, 4) === dayKey(other, timeZone).slice(0, 4);
}

/**
 * A row's time: without the year while that is this year's.
 *
 * @example formatRowTime(created, now, 'en', 'UTC') // '23 Nov, 14:02', or '30 Dec 2025, 14:02'
 */
export function formatRowTime(
  seconds: number,
  now: number,
  locale: string,
  timeZone: string,
): string {
  const style = isSameYear(seconds, now, timeZone) ? 'rowTime' : 'dateTime';
  return formatDate(seconds, style, locale, timeZone);
}

/** A day without a time zone, as `input type=date` writes it: `2026-11-23`. Sorts as it reads. */
export type DayKey = string;

/** Whether a text is a day: 30 February is read as 2 March, and only what comes back as it was is one. */
export const isDayKey = (text: string | null): text is DayKey =>
  text !== null && /^\d{4}-(0[1-9]|1[0-2])-[0-3]\d$/.test(text) && addDays(text, 0) === text;

/** The last answer: an element asks for today many times in one update, and each would be worked out by `Intl`. */
let lastDay: { readonly seconds: number; readonly timeZone: string; readonly key: DayKey } | null =
  null;

/** @example dayKey(1_795_442_520, 'Asia/Tokyo') // '2026-11-23' */
export function dayKey(seconds: number, timeZone: string): DayKey {
  if (lastDay?.seconds !== seconds || lastDay.timeZone !== timeZone)
    lastDay = { seconds, timeZone, key: dayOf(seconds, timeZone) };
  return lastDay.key;
}

function dayOf(seconds: number, timeZone: string): DayKey {
  const parts = dateFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(seconds * 1000);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** A day's number since 1970-01-01, for counting days whatever the clocks do. */
export const dayNumber = (key: DayKey): number =>
  Math.round(Date.parse(`${key}T00:00:00Z`) / 1000 / DAY);

/** @example addDays('2026-11-30', 1) // '2026-12-01' */
export const addDays = (key: DayKey, days: number): DayKey =>
  new Date((dayNumber(key) + days) * DAY * 1000).toISOString().slice(0, 10);

/**
 * The first second of a day in a time zone: the first that the zone calls by that day, where midnight is skipped too.
 *
 * @example startOfDay('2026-03-08', 'America/New_York') // 1_772_946_000
 */
export function startOfDay(key: DayKey, timeZone: string): number {
  // No zone is more than 15 hours from UTC; within those the answer is found by halves.
  let low = dayNumber(key) * DAY - 15 * 3600;
  let high = low + 30 * 3600;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (dayKey(middle, timeZone) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whole days from one time to another on the zone's calendar: 1 is tomorrow. */
export const daysBetween = (from: number, to: number, timeZone: string): number =>
  dayNumber(dayKey(to, timeZone)) - dayNumber(dayKey(from, timeZone));

const capital = (text: string, locale: string): string => {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/**
 * A heading over the rows of one day: today and yesterday in words, the rest by date.
 *
 * @example formatDayHeading(created, now, 'en', 'UTC') // 'Yesterday', 'Friday, 20 November'
 */
export function formatDayHeading(
  seconds: number,
  now: number,
  locale: string,
  timeZone: string,
): string {
  const days = daysBetween(now, seconds, timeZone);
  if (Math.abs(days) <= 1)
    return capital(relativeFormat(locale, { numeric: 'auto' }).format(days, 'day'), locale);
  const style = isSameYear(seconds, now, timeZone) ? 'longDay' : 'longDayYear';
  return capital(formatDate(seconds, style, locale, timeZone), locale);
}

/**
 * A near day as people say it: today, tomorrow, a weekday within the coming week, else the date.
 *
 * @example formatNearDay(arrival, now, 'en', 'UTC') // 'Wednesday'
 */
export function formatNearDay(
  seconds: number,
  now: number,
  locale: string,
  timeZone: string,
): string {
  const days = daysBetween(now, seconds, timeZone);
  if (Math.abs(days) <= 1) return relativeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  if (days > 0 && days < 7) return formatDate(seconds, 'weekday', locale, timeZone);
  return formatDate(seconds, 'shortDay', locale, timeZone);
}

/**
 * How long ago or ahead, in the largest fitting unit.
 *
 * @example formatAgo(now - 90, now, 'en') // '1 minute ago'
 */
export function formatAgo(seconds: number, now: number, locale: string): string {
  const difference = seconds - now;
  const size = Math.abs(difference);
  const units = [
    ['day', DAY],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, length] = units.find(([, least]) => size >= least) ?? (['second', 1] as const);
  return relativeFormat(locale, { numeric: 'auto' }).format(Math.trunc(difference / length), unit);
}

/**
 * The city that names a time zone.
 *
 * @example zoneCity('America/New_York') // 'New York'
 */
export const zoneCity = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
