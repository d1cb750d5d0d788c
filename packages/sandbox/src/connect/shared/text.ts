import { formatMoney, parseMoney, plainMoney } from './money.ts';
import { wordsOf } from './words/index.ts';
import type { Word } from './words/index.ts';

export type { Word } from './words/index.ts';

/** A name of Stripe's as words: `product_not_received` is “Product not received”. */
export const titled = (name: string): string =>
  name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());

const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const known = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch (cause) {
    // A locale that is no language tag is Stripe's to ignore, too.
    if (cause instanceof RangeError) return 'en-US';
    throw cause;
  }
};

/** Everything an instance writes, in its locale and the account's time zone. */
export class Text {
  readonly locale: string;
  readonly timeZone: string | undefined;
  readonly #words: Readonly<Record<Word, string>>;

  constructor(locale: string, timeZone?: string) {
    this.locale = known(locale);
    this.timeZone = timeZone;
    this.#words = wordsOf(this.locale);
  }

  /** A sentence of the table, its places filled. */
  say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
    return fill(this.#words[word], values);
  }

  money(amount: number, currency: string): string {
    return formatMoney(amount, currency, this.locale);
  }

  plainMoney(amount: number, currency: string): string {
    return plainMoney(amount, currency, this.locale);
  }

  parseMoney(typed: string, currency: string): number | null {
    return parseMoney(typed, currency, this.locale);
  }

  count(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** A day of the account's calendar. */
  day(unix: number): string {
    return this.#date(unix, { dateStyle: 'medium' });
  }

  dayTime(unix: number): string {
    return this.#date(unix, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** A date that Stripe gives as midnight UTC, such as a payout's arrival. */
  utcDay(unix: number): string {
    return this.#date(unix, { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC');
  }

  weekday(english: string): string {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    // 1 January 2024 was a Monday.
    const unix = Date.UTC(2024, 0, 1 + Math.max(0, days.indexOf(english))) / 1000;
    return this.#date(unix, { weekday: 'long' }, 'UTC');
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  country(code: string): string {
    return new Intl.DisplayNames(this.locale, { type: 'region' }).of(code) ?? code;
  }

  #date(unix: number, style: Intl.DateTimeFormatOptions, timeZone = this.timeZone): string {
    const zone = timeZone === undefined ? {} : { timeZone };
    return new Intl.DateTimeFormat(this.locale, { ...style, ...zone }).format(unix * 1000);
  }
}
