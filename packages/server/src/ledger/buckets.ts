/**
 * Intervals of time in an IANA time zone, correct over daylight saving: a day is from local midnight to the next one,
 * 23 or 25 hours long where clocks change, and begins at the first instant of its date where midnight is skipped.
 * All times are Unix seconds; a *wall* time is what the clock on the wall shows, written as if it were UTC.
 */
import type { Comparison, Interval } from '@express-elements/contract';

const HOUR = 3600;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Time zones are some 600; a host that invents names must not fill the memory. */
const MAX_FORMATS = 1000;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formats.size >= MAX_FORMATS) formats.clear();
  formats.set(timeZone, made);
  return made;
}

/** The time zone if this runtime knows it, else UTC: an account's setting must never take its page down. */
export function knownTimeZone(timeZone: string | null | undefined): string {
  if (!timeZone) return 'UTC';
  try {
    formatOf(timeZone);
    return timeZone;
  } catch {
    // A RangeError: newer than this runtime's tables, or not a name at all.
    return 'UTC';
  }
}

/** What the clock on the wall shows at `time`, as if it were UTC. */
export function wallTime(time: number, timeZone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(time * 1000))
    part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

const offsetAt = (time: number, timeZone: string): number => wallTime(time, timeZone) - time;

/** The first instant in (low, high] at which the offset is no longer the one at `low`. */
function transition(low: number, high: number, timeZone: string): number {
  const before = offsetAt(low, timeZone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The first instant at which the wall shows this time; where it is skipped, the instant of the change.
 *
 * @example instantOf(Date.UTC(2026, 2, 29) / 1000, 'Europe/Berlin') // midnight there, 1 h before midnight UTC
 */
export function instantOf(wall: number, timeZone: string): number {
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const found = candidates.find((time) => wallTime(time, timeZone) === wall);
  return found ?? transition(candidates[0]!, candidates[1]!, timeZone);
}

/** Wall midnight of the day that holds a wall time. */
const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;

/** ISO 8601: 1 Monday … 7 Sunday. 1 January 1970 was a Thursday. */
const weekdayOf = (wall: number): number => ((((Math.floor(wall / DAY) + 3) % 7) + 7) % 7) + 1;

const monthOf = (wall: number, months = 0): number => {
  const date = new Date(wall * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000;
};

type DayInterval = Exclude<Interval, 'hour'>;

/** The wall midnight at which each interval begins, and the one at which the next does. */
const steps: Record<
  DayInterval,
  { start(wall: number, weekStart: number): number; next(wall: number): number }
> = {
  day: { start: dayOf, next: (wall) => wall + DAY },
  week: {
    start: (wall, weekStart) => dayOf(wall) - ((weekdayOf(wall) - weekStart + 7) % 7) * DAY,
    next: (wall) => wall + 7 * DAY,
  },
  month: { start: (wall) => monthOf(wall), next: (wall) => monthOf(wall, 1) },
};

/** An hour begins when the wall shows :00, or when the clock jumps into the middle of one. */
function hourStart(time: number, timeZone: string): number {
  const wall = wallTime(time, timeZone);
  const start = time - (((wall % HOUR) + HOUR) % HOUR);
  return offsetAt(start, timeZone) === wall - time ? start : transition(start, time, timeZone);
}

function nextHour(start: number, timeZone: string): number {
  const wall = wallTime(start, timeZone);
  const next = start + HOUR - (((wall % HOUR) + HOUR) % HOUR);
  // Most clocks change on an hour; Chatham's at a quarter to, and Lord Howe's by half an hour.
  return offsetAt(next, timeZone) === wall - start ? next : transition(start, next, timeZone);
}

/** The start of the interval that holds `time`. `weekStart` is 1 Monday … 7 Sunday. */
export function intervalStart(
  time: number,
  interval: Interval,
  timeZone: string,
  weekStart = 1,
): number {
  if (interval === 'hour') return hourStart(time, timeZone);
  const start = steps[interval].start(wallTime(time, timeZone), weekStart);
  return instantOf(start, timeZone);
}

function* startsFrom(
  from: number,
  interval: Interval,
  timeZone: string,
  weekStart: number,
): Generator<number, never> {
  if (interval === 'hour') {
    for (let start = hourStart(from, timeZone); ; start = nextHour(start, timeZone)) yield start;
  }
  const { start, next } = steps[interval];
  for (let wall = start(wallTime(from, timeZone), weekStart); ; wall = next(wall))
    yield instantOf(wall, timeZone);
}

/** An interval of time: `start` inclusive, `end` exclusive. */
export interface Bucket {
  readonly start: number;
  readonly end: number;
}

/**
 * The intervals that cover [from, to): the first holds `from`, the last holds the second before `to`.
 * None is empty: a day that a time zone skipped altogether is left out.
 *
 * @param most throws a RangeError past so many, before a question for every hour since 1970 fills the memory
 */
export function bucketsOf(
  {
    from,
    to,
    interval,
    week_start = 1,
  }: {
    readonly from: number;
    readonly to: number;
    readonly interval: Interval;
    readonly week_start?: number;
  },
  timeZone: string,
  most = Number.POSITIVE_INFINITY,
): Bucket[] {
  const buckets: Bucket[] = [];
  if (to <= from) return buckets;
  let start: number | null = null;
  for (const end of startsFrom(from, interval, timeZone, week_start)) {
    if (start !== null && end > start) buckets.push({ start, end });
    if (end >= to) return buckets;
    if (buckets.length > most) throw new RangeError(`more than ${most} intervals`);
    start = end;
  }
  return buckets;
}

/** The index of the bucket that holds `time`, −1 where none does. Buckets are in order and without gaps. */
export function bucketIndex(buckets: readonly Bucket[], time: number): number {
  let low = 0;
  let high = buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle]!;
    if (time < bucket.start) high = middle - 1;
    else if (time >= bucket.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** A wall time so many months later, the day held to the month's last: 31 March − 1 month is 28 February. */
function addMonths(wall: number, months: number): number {
  const first = monthOf(wall, months);
  const lastDay = monthOf(first, 1) - DAY;
  const intoMonth = dayOf(wall) - monthOf(wall);
  return Math.min(first + intoMonth, lastDay) + (wall - dayOf(wall));
}

const monthsBetween = (from: number, to: number): number => {
  const [a, b] = [new Date(from * 1000), new Date(to * 1000)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
};

const monthsOf = { month: 1, quarter: 3, year: 12 } as const satisfies Record<
  Exclude<Comparison, 'previous'>,
  number
>;

/** The same range so many months earlier, whose last day is the month's last where the month is shorter. */
function monthsEarlier(
  { from, to }: { readonly from: number; readonly to: number },
  months: number,
): { from: number; to: number } {
  const end = addMonths(to, -months);
  // An end at midnight is the end of the day before: through 30 March is through 28 February, not 27.
  const last = dayOf(to) === to ? addMonths(to - DAY, -months) + DAY : end;
  return { from: addMonths(from, -months), to: Math.max(end, last) };
}

/**
 * What a range is compared with. `previous` is the period before it, as long on the calendar: for whole months the
 * same number of months, else the same number of days and hours on the wall's clock. `month`, `quarter` and `year` are
 * the same days that much earlier: what a month to date is compared with.
 *
 * @example compareRange({ from: march1, to: april1 }, 'previous', zone) // all of February
 */
export function compareRange(
  { from, to }: { readonly from: number; readonly to: number },
  compare: Comparison,
  timeZone: string,
): { from: number; to: number } {
  const [wallFrom, wallTo] = [wallTime(from, timeZone), wallTime(to, timeZone)];
  const instant = (wall: number): number => instantOf(wall, timeZone);
  if (compare !== 'previous') {
    const earlier = monthsEarlier({ from: wallFrom, to: wallTo }, monthsOf[compare]);
    return { from: instant(earlier.from), to: instant(earlier.to) };
  }
  const wholeMonths = monthOf(wallFrom) === wallFrom && monthOf(wallTo) === wallTo;
  const start = wholeMonths
    ? addMonths(wallFrom, -monthsBetween(wallFrom, wallTo))
    : wallFrom - (wallTo - wallFrom);
  return { from: instant(start), to: from };
}
