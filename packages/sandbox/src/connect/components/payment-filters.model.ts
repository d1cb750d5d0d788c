import type Stripe from 'stripe';
import { paymentStatus, paymentStatuses } from './payment.model.ts';
import type { PaymentStatus } from './payment.model.ts';

export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** What a list of payments is narrowed to. Amounts are minor units and inclusive; dates are Unix seconds, `to` exclusive. */
export interface Filters {
  readonly statuses: readonly PaymentStatus[];
  readonly amount?: Range;
  readonly date?: Range;
  readonly method?: string;
}

export const noFilters: Filters = { statuses: [] };

type Given = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null;

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const instant = (value: unknown): number | undefined => {
  if (!(value instanceof Date || typeof value === 'string' || typeof value === 'number'))
    return undefined;
  const ms = new Date(value).getTime();
  return Number.isNaN(ms) ? undefined : ms / 1000;
};

const range = (from: number | undefined, to: number | undefined): Range | undefined =>
  from === undefined && to === undefined
    ? undefined
    : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };

const plus = (value: number | undefined, more: number): number | undefined =>
  value === undefined ? undefined : value + more;

const amountRange = (given: Given): Range | undefined => {
  const between = isGiven(given.between) ? given.between : {};
  const equals = number(given.equals);
  return range(
    equals ?? number(between.lowerBound) ?? plus(number(given.greaterThan), 1),
    equals ?? number(between.upperBound) ?? plus(number(given.lessThan), -1),
  );
};

const dateRange = (given: Given): Range | undefined => {
  const between = isGiven(given.between) ? given.between : {};
  const [start, end] = [instant(between.start), instant(between.end)];
  const [after, before] = [instant(given.after), instant(given.before)];
  return range(
    start === undefined ? plus(after && Math.floor(after), 1) : Math.ceil(start),
    end === undefined ? before && Math.ceil(before) : Math.floor(end) + 1,
  );
};

/** Reads connect-js's `setDefaultFilters` value; what is not understood narrows nothing. */
export const readFilters = (given: Given): Filters => {
  const statuses = Array.isArray(given.status) ? given.status : [];
  const amount = isGiven(given.amount) ? amountRange(given.amount) : undefined;
  const date = isGiven(given.date) ? dateRange(given.date) : undefined;
  const method = typeof given.paymentMethod === 'string' ? given.paymentMethod : undefined;
  return {
    statuses: paymentStatuses.filter((status) => statuses.includes(status)),
    ...(amount ? { amount } : {}),
    ...(date ? { date } : {}),
    ...(method ? { method } : {}),
  };
};

export const isNarrowed = (filters: Filters): boolean =>
  filters.statuses.length > 0 ||
  [filters.amount, filters.date, filters.method].some((one) => one !== undefined);

const within = (value: number, { from, to }: Range, open: boolean): boolean =>
  (from === undefined || value >= from) && (to === undefined || (open ? value < to : value <= to));

export const matches = (charge: Stripe.Charge, filters: Filters): boolean =>
  (filters.statuses.length === 0 || filters.statuses.includes(paymentStatus(charge))) &&
  (!filters.amount || within(charge.amount, filters.amount, false)) &&
  (!filters.date || within(charge.created, filters.date, true)) &&
  (!filters.method || charge.payment_method_details?.type === filters.method);

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The cursor behind the last row, or behind the last one looked at; undefined at the end. */
  readonly next: string | undefined;
}

interface Source<Row> {
  readonly fetch: (
    after: string | undefined,
  ) => Promise<{ readonly data: readonly Row[]; readonly has_more: boolean }>;
  readonly keep: (row: Row) => boolean;
}

/** So many calls at most are made to fill a page: a rare match is looked for page by page. */
const mostCalls = 10;

/**
 * Fills one page with the rows that match: Stripe's list knows dates only, everything else is sifted
 * here.
 */
export const fillPage = async <Row extends { readonly id: string }>(
  { fetch, keep }: Source<Row>,
  size: number,
  after: string | undefined,
): Promise<Page<Row>> => {
  const rows: Row[] = [];
  let cursor = after;
  for (let call = 0; call < mostCalls; call += 1) {
    const list = await fetch(cursor);
    rows.push(...list.data.filter(keep));
    if (rows.length > size) return { rows: rows.slice(0, size), next: rows[size - 1]?.id };
    if (!list.has_more) return { rows, next: undefined };
    cursor = list.data.at(-1)?.id;
  }
  return { rows, next: cursor };
};
