import { numberFormat } from './intl.ts';

const zeroDecimal = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const threeDecimal = 'bhd jod kwd omr tnd'.split(' ');
/** Sent by Stripe with two decimals that are always 00, though the currency has none. */
const sentWithTwo = ['isk', 'ugx'];

/** Decimals of Stripe's amounts. Stripe's own table: CLDR and ISO 4217 differ from it (`mga`, `isk`, `ugx`, `huf`). */
const digits = new Map<string, number>([
  ...zeroDecimal.map((code) => [code, 0] as const),
  ...threeDecimal.map((code) => [code, 3] as const),
]);
const shown = new Map<string, number>([
  ...digits,
  ...sentWithTwo.map((code) => [code, 0] as const),
]);

/** True minus: as wide as a plus, so signs stand in a column. */
export const MINUS = '\u2212';

/**
 * How many decimals of an amount are below the currency's unit.
 *
 * @example minorDigits('jpy') // 0
 */
export const minorDigits = (currency: string): number => digits.get(currency.toLowerCase()) ?? 2;

/** How many decimals are shown: as many as sent, but for the two currencies that Stripe sends with an empty 00. */
export const shownDigits = (currency: string): number => shown.get(currency.toLowerCase()) ?? 2;

/**
 * Minor units as an exact decimal, never through a float.
 *
 * @example toDecimal(-1205, 'usd') // '-12.05'
 */
export function toDecimal(amount: number, currency: string): `${number}` {
  const places = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const whole = String(Math.abs(amount)).padStart(places + 1, '0');
  const cut = whole.length - places;
  const text = places === 0 ? whole : `${whole.slice(0, cut)}.${whole.slice(cut)}`;
  return `${sign}${text}` as `${number}`;
}

/** Arabic and Persian digits and signs as the Latin ones. */
const latin = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '');

/**
 * What somebody typed as minor units, null where it is no amount. Takes the locale's own decimal sign, a point, group
 * signs, and Arabic digits too.
 *
 * @example parseAmount('1.250,5', 'eur', 'de') // 125050
 */
export function parseAmount(text: string, currency: string, locale: string): number | null {
  const parts = numberFormat(locale, { numberingSystem: 'latn' }).formatToParts(12345.6);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const bare = latin(text.trim()).replace(/[^\d.,\s'’\u00a0\u202f-]/g, '');
  const plain = bare
    .replaceAll(group, '')
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace(decimal, '.');
  const match = /^[-−]?(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!match || !/\d/.test(plain)) return null;
  const places = minorDigits(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > places) return null;
  const amount = Number(`${match[1]}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(amount) ? amount : null;
}

const moneyFormat = (locale: string, currency: string, options: Intl.NumberFormatOptions) =>
  numberFormat(locale, { style: 'currency', currency: currency.toUpperCase(), ...options });

/**
 * An amount in minor units as words of money: the currency's own decimals, a true minus before everything else.
 *
 * @example formatMoney(-552, 'usd', 'en') // '−$5.52'
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const places = shownDigits(currency);
  const format = moneyFormat(locale, currency, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  // The sign is set here, since languages put it in different places, and a column needs one.
  const text = format.format(toDecimal(Math.abs(amount), currency));
  return whole(amount < 0 ? MINUS + text : text, locale);
}

/**
 * A round amount for an axis.
 *
 * @example formatMoneyShort(100_000, 'usd', 'en') // '$1K'
 */
export function formatMoneyShort(amount: number, currency: string, locale: string): string {
  const value = Math.abs(amount) / 10 ** minorDigits(currency);
  const text = moneyFormat(locale, currency, {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: value < 10 ? shownDigits(currency) : 1,
  }).format(value);
  return whole(amount < 0 ? MINUS + text : text, locale);
}

/**
 * The symbol alone, for a field.
 *
 * @example currencySymbol('eur', 'en') // '€'
 */
export const currencySymbol = (currency: string, locale: string): string =>
  moneyFormat(locale, currency, {})
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency.toUpperCase();

const ofArabic = /[\u0600-\u065f\u066d-\u06ef]/;

/**
 * A text that keeps its own order within one of the other direction: a sign stays before its number, a symbol in one
 * piece. From left to right, unless it has Arabic letters, such as the dirham's.
 */
export const isolate = (text: string): string =>
  `${ofArabic.test(text) ? '\u2067' : '\u2066'}${text}\u2069`;

/** In an Arabic sentence “US$” would come apart: the dollar belongs to no direction. */
const whole = (text: string, locale: string): string =>
  locale.startsWith('ar') ? isolate(text.replace(/[A-Z]+\p{Sc}/u, isolate)) : text;
