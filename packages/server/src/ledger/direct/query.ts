/**
 * Every question of the ledger, answered over an array of rows. Pure: the direct ledger runs it over what it has read
 * from Stripe, and the tests of the SQL ledger hold its answers against it.
 */
import {
  categories,
  netVolumePart,
  type Category,
  type Covers,
  type Earnings,
  type EarningsQuery,
  type Order,
  type Row,
  type Sort,
  type Summary,
  type TransactionFilters,
} from '@express-elements/contract';
import {
  currencyOrder,
  earningsAnswer,
  earningsQuestion,
  rangedQuery,
  sumByBucket,
  type RangeSums,
} from '../earnings.ts';
import type { LedgerAccount, Page, PageRequest, Place, Question } from '../ledger.ts';
import { byPlace, comparePlaces, jumpKey, placeOf } from '../order.ts';
import { matches, normalise, searchQuestion } from '../search.ts';

type Test = (row: Row) => boolean;
type Tests = {
  readonly [Name in keyof Required<TransactionFilters>]: (
    value: NonNullable<TransactionFilters[Name]>,
  ) => Test;
};

const oneOf = <T extends string>(values: readonly T[], of: (row: Row) => string | null): Test => {
  const wanted = new Set<string>(values);
  return (row) => {
    const value = of(row);
    return value !== null && wanted.has(value);
  };
};

/** One test for each filter. A value that filters nothing (an empty search) lets every row through. */
const tests: Tests = {
  category: (values) => oneOf(values, (row) => row.category),
  type: (values) => oneOf(values, (row) => row.type),
  currency: (value) => (row) => row.currency === value,
  status: (value) => (row) => row.status === value,
  source_status: (values) => oneOf(values, (row) => row.source?.status ?? null),
  balance_type: (values) => oneOf(values, (row) => row.balance_type),
  net_volume: (value) => (row) => !value || netVolumePart(row) !== null,
  payout: (value) => (row) => row.payout === value && row.source?.id !== value,
  customer: (value) => (row) =>
    row.customer?.email !== null &&
    row.customer?.email !== undefined &&
    normalise(row.customer.email) === normalise(value),
  q: (value) => {
    const question = searchQuestion(value);
    return (row) => question === null || matches(row, question);
  },
  amount_min: (value) => (row) => Math.abs(row.amount) >= value,
  amount_max: (value) => (row) => Math.abs(row.amount) <= value,
  from: (value) => (row) => row.created >= value,
  to: (value) => (row) => row.created < value,
  available_from: (value) => (row) => row.available_on >= value,
  available_to: (value) => (row) => row.available_on < value,
};

function testOf<Name extends keyof TransactionFilters>(
  name: Name,
  filters: TransactionFilters,
): Test | null {
  const value = filters[name];
  return value === undefined ? null : tests[name](value as NonNullable<TransactionFilters[Name]>);
}

/** Whether a row answers the question: every filter, and a category that the role may see. */
export function filterOf({ filters, onlyCategories }: Question): Test {
  const all = (Object.keys(tests) as (keyof TransactionFilters)[])
    .map((name) => testOf(name, filters))
    .filter((test) => test !== null);
  if (onlyCategories) all.push(tests.category([...onlyCategories]));
  return (row) => all.every((test) => test(row));
}

/** The rows that answer a question, in order. */
export const select = (rows: readonly Row[], question: Question, sort: Sort, order: Order): Row[] =>
  rows.filter(filterOf(question)).toSorted(byPlace(sort, order));

/** The index of the first row at or past a place; `past` leaves out the place itself. */
function indexOf(
  rows: readonly Row[],
  place: Place,
  sort: Sort,
  order: Order,
  past: boolean,
): number {
  const sign = order === 'asc' ? 1 : -1;
  const index = rows.findIndex((row) => {
    const compared = sign * comparePlaces(placeOf(row, sort), place);
    return past ? compared > 0 : compared >= 0;
  });
  return index === -1 ? rows.length : index;
}

/** Where the jump lands: the first row whose key is at or past the value, the last page where none is. */
function jumpTo(rows: readonly Row[], request: PageRequest, at: string): number {
  const { sort, order, limit } = request;
  const key = jumpKey(at, sort);
  const last = Math.max(0, rows.length - limit);
  if (key === 'end') return last;
  const found = rows.findIndex((row) => (order === 'asc' ? row[sort] >= key : row[sort] <= key));
  return found === -1 ? last : found;
}

/** The first index and the one after the last, in the ordered rows. */
function span(rows: readonly Row[], request: PageRequest): [number, number] {
  const { sort, order, limit, after, before, at } = request;
  if (before) {
    const end = indexOf(rows, before, sort, order, false);
    return [Math.max(0, end - limit), end];
  }
  const start = after
    ? indexOf(rows, after, sort, order, true)
    : at === undefined
      ? 0
      : jumpTo(rows, request, at);
  return [start, Math.min(rows.length, start + limit)];
}

/** One page of the rows that answer a question. */
export function page(
  rows: readonly Row[],
  question: Question,
  request: PageRequest,
  covers: Covers,
): Page {
  const ordered = select(rows, question, request.sort, request.order);
  const [start, end] = span(ordered, request);
  return {
    rows: ordered.slice(start, end),
    hasPrevious: start > 0,
    hasNext: end < ordered.length,
    covers,
  };
}

type Sum = Summary['sums'][number];

function sumsOf(rows: readonly Row[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { currency, amount, fee, net } of rows) {
    const sum = sums.get(currency) ?? { currency, count: 0, amount: 0, fee: 0, net: 0 };
    sums.set(currency, {
      currency,
      count: sum.count + 1,
      amount: sum.amount + amount,
      fee: sum.fee + fee,
      net: sum.net + net,
    });
  }
  return [...sums.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Σ net, for rows of one currency. */
export const netOf = (rows: readonly Row[]): number => rows.reduce((sum, { net }) => sum + net, 0);

/** The counts of each category in the categories' own order, without zeros. */
function countsOf(rows: readonly Row[]): Summary['by_category'] {
  const counts = new Map<Category, number>();
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1);
  return categories.flatMap((category) => {
    const count = counts.get(category);
    return count === undefined ? [] : [{ category, count }];
  });
}

/** Count, sums and counts by category of the rows that answer a question. */
export function summary(rows: readonly Row[], question: Question, covers: Covers): Summary {
  const { category: _, ...filters } = question.filters;
  const anyCategory = rows.filter(filterOf({ ...question, filters }));
  const matching = anyCategory.filter(filterOf({ ...question, filters: question.filters }));
  return {
    count: matching.length,
    sums: sumsOf(matching),
    by_category: countsOf(anyCategory),
    covers,
  };
}

/** The currencies in which rows count into net volume, the account's own first. */
export const earningCurrencies = (rows: readonly Row[], account: LedgerAccount): string[] =>
  currencyOrder(
    rows.filter((row) => netVolumePart(row) !== null).map((row) => row.currency),
    account.defaultCurrency,
  );

/** A question about earnings, that begins with the first row that counts where it does not say when. */
export function earningsOfRows(
  rows: readonly Row[],
  asked: EarningsQuery,
  account: LedgerAccount,
): ReturnType<typeof earningsQuestion> {
  const currency = asked.currency ?? account.defaultCurrency;
  const first = rows.reduce<number | null>(
    (earliest, row) =>
      row.currency === currency && netVolumePart(row) !== null
        ? Math.min(earliest ?? row.created, row.created)
        : earliest,
    null,
  );
  return earningsQuestion(rangedQuery(asked, first, account.timeZone), account);
}

/** Net volume over time. */
export function earnings(
  rows: readonly Row[],
  asked: EarningsQuery,
  account: LedgerAccount,
  covers: Covers,
): Earnings {
  const question = earningsOfRows(rows, asked, account);
  const { query, currency, buckets, compare } = question;
  const range: RangeSums = { sums: sumByBucket(rows, buckets, { ...query, currency }), covers };
  const compared = compare && {
    sums: sumByBucket(rows, compare.buckets, { ...compare, currency }),
    covers,
  };
  return earningsAnswer(question, account, earningCurrencies(rows, account), range, compared);
}
