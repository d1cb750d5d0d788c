/** Arbitrary questions over given rows: values that occur are asked for as often as ones that don't. */
import {
  categories,
  orders,
  sorts,
  type EarningsQuery,
  type Row,
  type TransactionFilters,
} from '@express-elements/contract';
import fc from 'fast-check';
import type { PageRequest, Question } from '../../../../packages/server/src/ledger/ledger.ts';
import { placeOf } from '../../../../packages/server/src/ledger/order.ts';

type Filter = { readonly [Name in keyof TransactionFilters]?: fc.Arbitrary<unknown> };

const of = <T>(
  rows: readonly Row[],
  value: (row: Row) => T | null | undefined,
): fc.Arbitrary<T> => {
  const values = [...new Set(rows.map(value))].filter((one) => one !== null && one !== undefined);
  return values.length === 0 ? fc.constantFrom() : fc.constantFrom(...(values as T[]));
};

const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { minLength: 0, maxLength: 3 });

/** Pieces of what stands in rows, and of what doesn't. */
function searches(rows: readonly Row[]): fc.Arbitrary<string> {
  const texts = rows.flatMap(({ description, customer, id, source }) => [
    description,
    customer?.name,
    customer?.email,
    id,
    source?.id,
  ]);
  const known = [...new Set(texts)].filter((text) => typeof text === 'string' && text !== '');
  const text = fc.constantFrom(...(known as string[]));
  const piece = fc
    .tuple(text, fc.nat(8), fc.integer({ min: 1, max: 12 }))
    .map(([whole, start, length]) => whole.slice(start, start + length));
  return fc.oneof(
    text,
    piece,
    fc.tuple(piece, piece).map(([a, b]) => `${a} ${b}`),
    fc.constantFrom(
      '12.50',
      '1,250',
      '50',
      '$12.50',
      '1.250',
      'müller',
      'MÜLL',
      '商',
      '%',
      '_',
      'txn_',
      'zzz',
    ),
  );
}

const times = (rows: readonly Row[]): fc.Arbitrary<number> => {
  const created = rows.map((row) => row.created);
  const [low, high] = [Math.min(...created), Math.max(...created)];
  return fc.oneof(
    fc.constantFrom(...created),
    fc.integer({ min: low - 1000, max: high + 1000 }),
    fc
      .integer({ min: Math.floor(low / 86_400), max: Math.ceil(high / 86_400) })
      .map((d) => d * 86_400),
  );
};

function filtersOf(rows: readonly Row[]): Filter {
  const amount = fc.oneof(
    of(rows, (row) => Math.abs(row.amount)),
    fc.nat(20_000),
  );
  const available = of(rows, (row) => row.available_on);
  return {
    category: some(fc.constantFrom(...categories)),
    type: some(
      fc.oneof(
        of(rows, (row) => row.type),
        fc.constant('no_such_type'),
      ),
    ),
    currency: of(rows, (row) => row.currency),
    status: fc.constantFrom('available', 'pending'),
    source_status: some(of(rows, (row) => row.source?.status)),
    balance_type: some(of(rows, (row) => row.balance_type)),
    net_volume: fc.boolean(),
    customer: fc.oneof(
      of(rows, (row) => row.customer?.email?.toLowerCase()),
      fc.constant('nobody@example.com'),
    ),
    q: searches(rows),
    amount_min: amount,
    amount_max: amount,
    from: times(rows),
    to: times(rows),
    available_from: available,
    available_to: available,
  };
}

export interface QuestionOptions {
  /** Direct asks Stripe for a payout's rows itself: left out where the two are compared. */
  readonly payout?: boolean;
}

/** Any question: any set of filters, with or without a role that sees only some categories. */
export function questions(
  rows: readonly Row[],
  { payout = false }: QuestionOptions = {},
): fc.Arbitrary<Question> {
  const filters = {
    ...filtersOf(rows),
    ...(payout && { payout: of(rows, (row) => row.payout) }),
  };
  const names = Object.keys(filters) as (keyof typeof filters)[];
  const chosen = fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
    .chain((some_) => fc.record(Object.fromEntries(some_.map((name) => [name, filters[name]!]))));
  return fc.record({
    filters: chosen as fc.Arbitrary<TransactionFilters>,
    onlyCategories: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant(['payment', 'refund', 'dispute'] as const) },
    ),
  });
}

/** Any page: the first, one beyond a row or a made-up place, a jump, the last. */
export function requests(rows: readonly Row[]): fc.Arbitrary<PageRequest> {
  const base = fc.record({
    sort: fc.constantFrom(...sorts),
    order: fc.constantFrom(...orders),
    limit: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(50, 100)),
  });
  return base.chain((request) => {
    const place = fc.oneof(
      fc.constantFrom(...rows).map((row) => placeOf(row, request.sort)),
      fc.constantFrom(...rows).map((row) => ({ ...placeOf(row, request.sort), id: 'txn_~' })),
    );
    const at = fc.oneof(
      fc.constantFrom(...rows).map((row) => String(row[request.sort])),
      fc.constantFrom(
        'end',
        request.sort === 'category' ? 'p' : '0',
        request.sort === 'category' ? 'zz' : '99999999999',
      ),
    );
    return fc.oneof(
      fc.constant(request),
      place.map((after) => ({ ...request, after })),
      place.map((before) => ({ ...request, before })),
      at.map((value) => ({ ...request, at: value })),
    );
  });
}

/** Any chart of at most some hundred points. */
export function earningsQueries(rows: readonly Row[]): fc.Arbitrary<EarningsQuery> {
  const longest = {
    hour: 10 * 86_400,
    day: 300 * 86_400,
    week: 900 * 86_400,
    month: 2000 * 86_400,
  };
  const interval = fc.constantFrom('hour', 'day', 'week', 'month');
  return fc
    .record({
      interval,
      from: times(rows),
      span: fc.double({ min: 0.0001, max: 1, noNaN: true }),
      week_start: fc.integer({ min: 1, max: 7 }),
      currency: fc.option(
        of(rows, (row) => row.currency),
        { nil: undefined },
      ),
      compare: fc.constantFrom('previous', 'year', undefined),
    })
    .map(({ interval: name, from, span, week_start, currency, compare }) => ({
      interval: name,
      from,
      to: from + Math.max(1, Math.floor(span * longest[name])),
      week_start,
      ...(currency !== undefined && { currency }),
      ...(compare !== undefined && { compare }),
    }));
}
