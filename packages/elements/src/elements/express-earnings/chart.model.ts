/** What only the drawing needs, worked out without a canvas; it comes with the drawing. */
import type { EarningsPoint, Interval } from '@express-elements/contract';
import { formatDate, type DateStyle } from '../../format/index.ts';

/** How many gridlines at most, zero's included. */
const LINES = 4;

/** The least round step (1, 2, 2.5 or 5 of a power of ten) from `least` on that fits. */
function roundStep(least: number, fits: (step: number) => boolean): number {
  for (let power = 10 ** Math.floor(Math.log10(Math.max(1, least))); ; power *= 10)
    for (const factor of [1, 2, 2.5, 5])
      if (factor * power >= least && fits(factor * power)) return factor * power;
}

/**
 * Values of the gridlines: round, zero among them, at most four, wide enough for every bar.
 *
 * @param unit the least step in minor units: a whole unit of the currency
 * @example gridlines([0, 261_000], 100) // [0, 100_000, 200_000, 300_000]
 */
export function gridlines(values: readonly number[], unit: number): readonly number[] {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const lines = (step: number) => Math.ceil(top / step) + Math.ceil(-bottom / step);
  const step = roundStep(
    Math.max(unit, (top - bottom) / LINES / 2),
    (size) => Number.isInteger(size) && lines(size) < LINES,
  );
  const first = -Math.ceil(-bottom / step) || 0;
  const last = Math.max(Math.ceil(top / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/**
 * Every which label of the time axis is written, so that none touch.
 *
 * @example labelEvery(28, 560, 'day', 74) // 7
 */
export function labelEvery(
  points: number,
  width: number,
  interval: Interval,
  labelWidth: number,
): number {
  const room = Math.max(1, Math.floor(width / labelWidth));
  const least = Math.max(1, Math.ceil(points / room));
  // Three weeks and more are read by weeks, so that each label is the same weekday.
  return interval === 'day' && points > 21 ? Math.ceil(least / 7) * 7 : least;
}

const axisStyles = {
  hour: 'time',
  day: 'dayMonth',
  week: 'dayMonth',
  month: 'month',
} as const satisfies Record<Interval, DateStyle>;

/** How points are written under the axis: 27 Oct, Mar, and with the year where a month comes twice. */
export const axisStyle = (interval: Interval, points: number): DateStyle =>
  interval === 'month' && points > 12 ? 'monthYearShort' : axisStyles[interval];

/** A point under the axis. */
export const axisLabel = (
  point: Pick<EarningsPoint, 'start'>,
  style: DateStyle,
  locale: string,
  timeZone: string,
): string => formatDate(point.start, style, locale, timeZone);
