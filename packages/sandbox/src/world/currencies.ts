import { Codes } from './columns.ts';

/** Every currency that the world can hold; a column keeps its place in this list. */
export const currencies = new Codes([
  'usd',
  'eur',
  'gbp',
  'jpy',
  'cad',
  'chf',
  'aud',
  'sek',
  'huf',
  'kwd',
]);
export type Currency = (typeof currencies.names)[number];

interface CurrencyRules {
  /** The smallest charge, minor units. */
  readonly charge: number;
  /** The smallest payout, minor units. */
  readonly payout: number;
  /** US dollars for one unit of the minor kind, times the dollar's own: only to convert between two of them. */
  readonly usd: number;
}

const rules: Readonly<Record<string, CurrencyRules>> = {
  usd: { charge: 50, payout: 100, usd: 1 },
  eur: { charge: 50, payout: 100, usd: 1.087 },
  gbp: { charge: 30, payout: 100, usd: 1.268 },
  jpy: { charge: 50, payout: 1, usd: 0.674 },
  cad: { charge: 50, payout: 100, usd: 0.731 },
  chf: { charge: 50, payout: 100, usd: 1.134 },
  aud: { charge: 50, payout: 100, usd: 0.658 },
  sek: { charge: 300, payout: 100, usd: 0.096 },
  huf: { charge: 17_500, payout: 100, usd: 0.0028 },
  kwd: { charge: 200, payout: 1_000, usd: 0.325 },
};

export function currencyRules(currency: string): CurrencyRules {
  const found = rules[currency];
  if (!found) throw new RangeError(`The world has no currency ${currency}.`);
  return found;
}

/**
 * What one minor unit of `from` is worth in minor units of `to`: Stripe's `exchange_rate`.
 * It drifts a little from day to day around a fixed rate, so two charges rarely share one.
 */
export function exchangeRate(from: string, to: string, day: number): number {
  const drift = 1 + 0.03 * Math.sin(day / 41) + 0.01 * Math.sin(day / 7);
  const rate = (currencyRules(from).usd / currencyRules(to).usd) * drift;
  return Math.round(rate * 1_000_000) / 1_000_000;
}
