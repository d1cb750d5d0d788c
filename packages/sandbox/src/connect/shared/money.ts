// Stripe's minor units differ from CLDR's and ISO's (stripe.com/docs/currencies), so both the scale
// and the shown digits are forced here.
const zeroDecimal = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const threeDecimal = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
/** Without decimals in real life, yet sent in hundredths. */
const shownWhole = new Set(['isk', 'ugx']);
/** Two decimals, but a payout has to be a whole number of units. */
const wholePayouts = new Set(['huf', 'twd', 'isk', 'ugx']);

const minus = '\u2212';

/** How many decimals a minor unit of the currency stands for. */
export const scaleOf = (currency: string): number => {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
};

const digitsOf = (currency: string): number => (shownWhole.has(currency) ? 0 : scaleOf(currency));

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (locale: string, currency: string): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = digitsOf(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
};

/**
 * An amount in minor units as the reader's locale writes it, with a true minus.
 * @example formatMoney(-1250, 'usd', 'en-US') // −$12.50
 */
export const formatMoney = (amount: number, currency: string, locale: string): string =>
  formatOf(locale, currency)
    .formatToParts(amount / 10 ** scaleOf(currency))
    .map((part) => (part.type === 'minusSign' ? minus : part.value))
    .join('');

/** An amount as it stands in an input: no symbol, no grouping, the locale's decimal sign. */
export const plainMoney = (amount: number, currency: string, locale: string): string => {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** scaleOf(currency));
};

const signs = (locale: string): { decimal: string; group: string } => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: of('decimal') ?? '.', group: of('group') ?? ',' };
};

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Cuts what was typed into its whole units and decimals; null when it is no amount of the currency. */
const split = (typed: string, digits: number, locale: string): [string, string] | null => {
  const { decimal, group } = signs(locale);
  const decimals = digits === 0 ? '' : `(?:D(\\d{1,${digits}}))?`;
  const plain = new RegExp(`^(\\d+)${decimals.replace('D', '[.,]')}$`).exec(typed);
  const grouped = new RegExp(
    `^(\\d{1,3}(?:${escaped(group.trim() || ' ')}\\d{3})+)${decimals.replace('D', escaped(decimal))}$`,
  ).exec(typed);
  const found = plain ?? grouped;
  return found?.[1] === undefined ? null : [found[1].replace(/\D/g, ''), found[2] ?? ''];
};

/**
 * What a person typed, in minor units; null when it is not an amount.
 * @example parseMoney('1.234,5', 'eur', 'de-DE') // 123450
 */
export const parseMoney = (typed: string, currency: string, locale: string): number | null => {
  const digits = digitsOf(currency);
  const parts = split(typed.replace(/[\s\u00a0\u202f]/g, ''), digits, locale);
  if (!parts) return null;
  const amount =
    Number(parts[0] + parts[1].padEnd(digits, '0')) * 10 ** (scaleOf(currency) - digits);
  return Number.isSafeInteger(amount) ? amount : null;
};

/** The largest payout that Stripe takes out of such a balance. */
export const payable = (amount: number, currency: string): number =>
  wholePayouts.has(currency) ? Math.floor(amount / 100) * 100 : amount;
