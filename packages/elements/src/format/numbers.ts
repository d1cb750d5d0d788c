import { listFormat, numberFormat } from './intl.ts';
import { MINUS } from './money.ts';

/** @example formatCount(1284, 'en') // '1,284' */
export const formatCount = (count: number, locale: string): string =>
  numberFormat(locale, { maximumFractionDigits: 0 }).format(count);

/**
 * A share of one as per cent, with one decimal below 100 %.
 *
 * @example formatPercent(-0.031, 'en') // '−3.1%'
 */
export function formatPercent(share: number, locale: string): string {
  const size = Math.abs(share);
  const options = { style: 'percent', maximumFractionDigits: size < 0.9995 ? 1 : 0 } as const;
  const text = numberFormat(locale, options).format(size);
  const shownAsZero = text === numberFormat(locale, options).format(0);
  return share < 0 && !shownAsZero ? MINUS + text : text;
}

/**
 * Of Latin digits, which a file has in every language: a spreadsheet takes no others for numbers.
 *
 * @example decimalSign('de') // ','
 */
export const decimalSign = (locale: string): string =>
  numberFormat(locale, { numberingSystem: 'latn' })
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.';

/** The end of a number that nobody may read whole, which stays on one line. @example masked('6789') // '•••• 6789' */
export const masked = (last4: string): string => `••••\u00a0${last4}`;

/** @example formatRate(1.0555, 'en') // '1.0555' */
export const formatRate = (rate: number, locale: string): string =>
  numberFormat(locale, { maximumSignificantDigits: 6 }).format(rate);

/** @example formatList(['Payments', 'Refunds'], 'en') // 'Payments, Refunds' */
export const formatList = (items: readonly string[], locale: string): string =>
  // Units stand side by side in Japanese, without a sign between them.
  listFormat(locale, {
    type: locale.startsWith('ja') ? 'conjunction' : 'unit',
    style: 'short',
  }).format(items);

/**
 * A length of time, roughly: seconds below a minute and a half, else whole minutes or hours.
 *
 * @example formatDuration(40, 'en') // '40 seconds'
 */
export function formatDuration(seconds: number, locale: string): string {
  const [unit, length] =
    seconds < 90
      ? (['second', 1] as const)
      : seconds < 5400
        ? (['minute', 60] as const)
        : (['hour', 3600] as const);
  return numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(seconds / length)));
}
