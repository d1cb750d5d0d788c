/** What a seller can filter by, and how that is asked of the endpoint. Pure. */
import type {
  Capabilities,
  Category,
  PayoutParts,
  Row,
  Summary,
  TransactionFilterName,
  TransactionFilters,
} from '@express-elements/contract';
import {
  addDays,
  currencySymbol,
  dayKey,
  formatDate,
  formatList,
  formatMoney,
  formatRange,
  isDayKey,
  startOfDay,
  type DayKey,
} from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';

/** Days by words; `custom` is two dates. */
export const periods = ['today', 'last7', 'last28', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** Everything that is chosen. Days are the account's, amounts absolute minor units, both ends included. */
export interface ChosenFilters {
  readonly categories: readonly Category[];
  readonly period: Period | null;
  readonly from: DayKey | null;
  readonly to: DayKey | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly status: 'available' | 'pending' | null;
  readonly currency: string | null;
  /** An exact e-mail, in lower case. */
  readonly customer: string | null;
  /** `po_…`: only the rows that left in it. */
  readonly payout: string | null;
  readonly query: string;
}

export const noFilters: ChosenFilters = {
  categories: [],
  period: null,
  from: null,
  to: null,
  amountMin: null,
  amountMax: null,
  status: null,
  currency: null,
  customer: null,
  payout: null,
  query: '',
};

/** The filters that have a chip, in order. */
export const filterNames = [
  'date',
  'category',
  'amount',
  'status',
  'currency',
  'customer',
  'payout',
] as const;
export type FilterName = (typeof filterNames)[number];

/** What the endpoint must offer for each. */
const needs = {
  date: ['from', 'to'],
  category: ['category'],
  amount: ['amount_min', 'amount_max'],
  status: ['status'],
  currency: ['currency'],
  customer: ['customer'],
  payout: ['payout'],
} as const satisfies Record<FilterName, readonly TransactionFilterName[]>;

type TransactionCapabilities = NonNullable<Capabilities['transactions']>;

/** The chips to draw: what the endpoint offers, and a currency only where there is more than one. */
export const offeredFilters = (
  { filters }: Pick<TransactionCapabilities, 'filters'>,
  currencies: number,
): readonly FilterName[] =>
  filterNames.filter(
    (name) =>
      needs[name].every((filter) => filters.includes(filter)) &&
      (name !== 'currency' || currencies > 1),
  );

/** Leaves out what the endpoint does not offer, for asking it would be an error. */
export function onlyOffered(
  chosen: ChosenFilters,
  capabilities: Pick<TransactionCapabilities, 'filters' | 'search'>,
): ChosenFilters {
  const has = (name: FilterName): boolean =>
    needs[name].every((filter) => capabilities.filters.includes(filter));
  return filterNames
    .filter((name) => !has(name))
    .reduce(without, capabilities.search ? chosen : { ...chosen, query: '' });
}

/** The same without one filter. */
export function without(chosen: ChosenFilters, name: FilterName): ChosenFilters {
  switch (name) {
    case 'date':
      return { ...chosen, period: null, from: null, to: null };
    case 'category':
      return { ...chosen, categories: [] };
    case 'amount':
      return { ...chosen, amountMin: null, amountMax: null };
    case 'status':
      return { ...chosen, status: null };
    case 'currency':
      return { ...chosen, currency: null };
    case 'customer':
      return { ...chosen, customer: null };
    case 'payout':
      return { ...chosen, payout: null };
    default: {
      const never: never = name;
      return never;
    }
  }
}

export const isFiltered = (chosen: ChosenFilters): boolean =>
  chosen.query.trim() !== '' || filterNames.some((name) => isSet(chosen, name));

export function isSet(chosen: ChosenFilters, name: FilterName): boolean {
  switch (name) {
    case 'date':
      return chosen.period !== null || chosen.from !== null || chosen.to !== null;
    case 'category':
      return chosen.categories.length > 0;
    case 'amount':
      return chosen.amountMin !== null || chosen.amountMax !== null;
    case 'status':
      return chosen.status !== null;
    case 'currency':
      return chosen.currency !== null;
    case 'customer':
      return chosen.customer !== null;
    case 'payout':
      return chosen.payout !== null;
    default: {
      const never: never = name;
      return never;
    }
  }
}

/**
 * The days of a period, both included.
 *
 * @example periodDays('last7', '2026-11-23') // { from: '2026-11-17', to: '2026-11-23' }
 */
export function periodDays(period: Period, today: DayKey): { from: DayKey; to: DayKey } {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last28':
      return { from: addDays(today, -27), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    default: {
      const never: never = period;
      return never;
    }
  }
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** A day, or an instant as `toISOString` writes it: where a link leads to a part of a day. */
const isDate = (text: string | null): text is DayKey =>
  text !== null && (isDayKey(text) || isInstant(text));

/** Unix seconds of a date as a beginning, or as an end: a day is included, an instant is not. */
const secondsOf = (date: DayKey, end: 'from' | 'to', timeZone: string): number =>
  isInstant(date)
    ? Math.floor(Date.parse(date) / 1000)
    : startOfDay(end === 'to' ? addDays(date, 1) : date, timeZone);

const datesOf = (chosen: ChosenFilters, now: number, timeZone: string) =>
  chosen.period === null
    ? { from: chosen.from, to: chosen.to }
    : // A period ends now, so it has no end to ask for: a row that is made this second belongs to it.
      { from: periodDays(chosen.period, dayKey(now, timeZone)).from, to: null };

/**
 * The question for the endpoint.
 *
 * @param now Unix seconds, the endpoint's
 */
export function filtersQuery(
  chosen: ChosenFilters,
  now: number,
  timeZone: string,
): TransactionFilters {
  const { from, to } = datesOf(chosen, now, timeZone);
  const query = chosen.query.trim();
  return {
    ...(chosen.categories.length > 0 && { category: [...chosen.categories] }),
    ...(from !== null && { from: secondsOf(from, 'from', timeZone) }),
    ...(to !== null && { to: secondsOf(to, 'to', timeZone) }),
    ...(chosen.amountMin !== null && { amount_min: chosen.amountMin }),
    ...(chosen.amountMax !== null && { amount_max: chosen.amountMax }),
    ...(chosen.status !== null && { status: chosen.status }),
    ...(chosen.currency !== null && { currency: chosen.currency }),
    ...(chosen.customer !== null && { customer: chosen.customer }),
    ...(chosen.payout !== null && { payout: chosen.payout }),
    ...(query !== '' && { q: query }),
  };
}

export interface FilterWords {
  readonly messages: MessagesOf<'transactions'>;
  readonly locale: string;
  /** The currency in which amounts are read where none is chosen: the account's. */
  readonly currency: string;
  readonly timeZone: string;
  /** What is known of the chosen payout. */
  readonly payout?: PayoutParts | null;
}

const dayWords = (key: DayKey, locale: string, timeZone: string): string =>
  isInstant(key)
    ? formatDate(Date.parse(key) / 1000, 'dateTime', locale, timeZone)
    : // A day has no zone: noon of it in UTC is that day everywhere UTC is asked.
      formatDate(Date.parse(`${key}T12:00:00Z`) / 1000, 'date', locale, 'UTC');

function dateWords(chosen: ChosenFilters, words: FilterWords): string {
  const { messages, locale, timeZone } = words;
  const { filter, presets } = messages.transactions;
  const { period, from, to } = chosen;
  if (period !== null) return presets[period];
  if (from !== null && to !== null && (isInstant(from) || isInstant(to))) {
    const [first, after] = [secondsOf(from, 'from', timeZone), secondsOf(to, 'to', timeZone)];
    return formatRange(first, after - 1, 'rowTime', locale, timeZone);
  }
  if (from !== null && to !== null)
    return from === to
      ? dayWords(from, locale, timeZone)
      : filter.dates(dayWords(from, locale, timeZone), dayWords(to, locale, timeZone));
  return from === null
    ? filter.datesTo(dayWords(to ?? '', locale, timeZone))
    : filter.datesFrom(dayWords(from, locale, timeZone));
}

function amountWords(chosen: ChosenFilters, words: FilterWords): string {
  const { filter } = words.messages.transactions;
  const currency = chosen.currency ?? words.currency;
  const money = (amount: number) => formatMoney(amount, currency, words.locale);
  const { amountMin: min, amountMax: max } = chosen;
  if (min !== null && max !== null)
    return min === max ? filter.amountExact(money(min)) : filter.amounts(money(min), money(max));
  return max === null ? filter.amountMin(money(min ?? 0)) : filter.amountMax(money(max));
}

/** A payout by what was sent, else by its id. */
function payoutWords({ payout: id }: ChosenFilters, words: FilterWords): string {
  const { payout, locale } = words;
  return payout && payout.payout === id
    ? formatMoney(payout.amount, payout.currency, locale)
    : (id ?? '');
}

/** What a chip says, null while the filter is not set. */
export function chipWords(
  chosen: ChosenFilters,
  name: FilterName,
  words: FilterWords,
): string | null {
  if (!isSet(chosen, name)) return null;
  const texts = words.messages.transactions;
  switch (name) {
    case 'date':
      return dateWords(chosen, words);
    case 'category': {
      const names = chosen.categories.map((category) => texts.category[category]);
      return texts.filter.types(formatList(names, words.locale));
    }
    case 'amount':
      return amountWords(chosen, words);
    case 'status':
      return chosen.status === null ? null : texts.status[chosen.status];
    case 'currency':
      return chosen.currency === null ? null : currencyWords(chosen.currency, words.locale);
    case 'customer':
      return chosen.customer;
    case 'payout':
      return texts.filter.payoutOf(payoutWords(chosen, words));
    default: {
      const never: never = name;
      return never;
    }
  }
}

/** @example currencyWords('eur', 'en') // 'EUR €' */
export const currencyWords = (currency: string, locale: string): string => {
  const code = currency.toUpperCase();
  const symbol = currencySymbol(currency, locale);
  return symbol === code ? code : `${code} ${symbol}`;
};

const allCategories = Object.keys({
  payment: true,
  refund: true,
  dispute: true,
  payout: true,
  transfer: true,
  fee: true,
  top_up: true,
  reserve: true,
  adjustment: true,
  other: true,
} satisfies Record<Category, true>) as readonly Category[];

const statuses = ['available', 'pending'] as const;
const isAmount = (amount: number | null): amount is number =>
  Number.isSafeInteger(amount) && Number(amount) >= 0;

/** What a host wrote into attributes and properties: anything at all. */
export interface RawFilters {
  readonly category: readonly string[];
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly status: string | null;
  readonly currency: string | null;
  readonly customer: string | null;
  readonly payout: string | null;
  readonly query: string;
}

/** What of it makes sense; the rest is as if it had not been written, for the endpoint would refuse all of it. */
export const soundFilters = (raw: RawFilters): ChosenFilters => ({
  categories: allCategories.filter((category) => raw.category.includes(category)),
  period: periods.find((period) => period === raw.period) ?? null,
  from: isDate(raw.from) ? raw.from : null,
  to: isDate(raw.to) ? raw.to : null,
  amountMin: isAmount(raw.amountMin) ? raw.amountMin : null,
  amountMax: isAmount(raw.amountMax) ? raw.amountMax : null,
  status: statuses.find((status) => status === raw.status) ?? null,
  currency: /^[a-z]{3}$/i.test(raw.currency ?? '') ? raw.currency!.toLowerCase() : null,
  customer: raw.customer?.trim().toLowerCase().slice(0, 320) || null,
  payout: /^po_\w{1,252}$/.test(raw.payout ?? '') ? raw.payout : null,
  query: raw.query.slice(0, 200),
});

/** A type to choose, and how many rows it has; null where nobody counts. */
export interface CategoryChoice {
  readonly category: Category;
  readonly count: number | null;
}

/** The types that occur, in order, with those chosen that occur no more; every one where nobody counts. */
export function categoryChoices(
  counted: Summary['by_category'] | null,
  chosen: readonly Category[],
): readonly CategoryChoice[] {
  if (counted === null) return allCategories.map((category) => ({ category, count: null }));
  const counts = new Map(counted.map(({ category, count }) => [category, count]));
  return allCategories
    .filter((category) => counts.has(category) || chosen.includes(category))
    .map((category) => ({ category, count: counts.get(category) ?? 0 }));
}

/** The customers of rows, each once, in their order. */
export const emailsOf = (rows: readonly Pick<Row, 'customer'>[]): readonly string[] => [
  ...new Set(rows.flatMap(({ customer }) => customer?.email ?? [])),
];
