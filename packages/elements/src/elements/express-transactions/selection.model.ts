/** Which rows are selected, how a range grows, and what they come to. Pure. */
import type { Row, Summary } from '@express-elements/contract';

type Rows = ReadonlyMap<string, Row>;

export interface Selection {
  /** In the order in which they were selected, as they are now. */
  readonly rows: Rows;
  /** What was selected before the range that is being drawn. */
  readonly before: Rows;
  /** The row that a range begins with. */
  readonly anchor: string | null;
}

const none: Rows = new Map();
export const noSelection: Selection = { rows: none, before: none, anchor: null };

/** With one row more, or less: ranges begin there. */
export function toggle({ rows }: Selection, row: Row): Selection {
  const next = new Map(rows);
  if (!next.delete(row.id)) next.set(row.id, row);
  return { rows: next, before: next, anchor: row.id };
}

/**
 * With every row from where the range began to another, in place of what the range was before.
 *
 * @param from where it begins if nothing says so yet
 */
export function extend(
  { before, anchor }: Selection,
  rows: readonly Row[],
  from: number,
  to: number,
): Selection {
  const known = anchor === null ? -1 : rows.findIndex(({ id }) => id === anchor);
  const start = known < 0 ? from : known;
  const range = rows.slice(Math.min(start, to), Math.max(start, to) + 1);
  return {
    rows: new Map([...before, ...range.map((row) => [row.id, row] as const)]),
    before,
    anchor: rows[start]?.id ?? null,
  };
}

export function selectAll(selection: Selection, rows: readonly Row[]): Selection {
  const all = new Map([...selection.rows, ...rows.map((row) => [row.id, row] as const)]);
  return { ...selection, rows: all, before: all };
}

/** With rows as they are now; those that are no longer held stay as they were. */
export function renew(selection: Selection, rows: readonly Row[]): Selection {
  if (selection.rows.size === 0) return selection;
  const changed = rows.filter((row) => (selection.rows.get(row.id) ?? row) !== row);
  if (changed.length === 0) return selection;
  const next = (old: Rows): Rows => {
    const copy = new Map(old);
    for (const row of changed) if (copy.has(row.id)) copy.set(row.id, row);
    return copy;
  };
  return { ...selection, rows: next(selection.rows), before: next(selection.before) };
}

type Sums = Summary['sums'];

/** Each currency's sums, in the order in which the currencies come. */
export function sumsOf(rows: Iterable<Row>): Sums {
  const sums = new Map<string, Sums[number]>();
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
  return [...sums.values()];
}
