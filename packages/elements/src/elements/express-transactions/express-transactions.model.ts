/** The rows that are held of a list which may have millions: pages, what is new, what comes next. Pure. */
import type { Row, Transactions } from '@express-elements/contract';

export interface Held {
  readonly rows: readonly Row[];
  /** The cursor of the rows after the last, null at the end. */
  readonly next: string | null;
  /** The cursor of the rows before the first, null at the start. */
  readonly previous: string | null;
  readonly covers: Transactions['covers'];
  /** Ids that arrived while the list was shown: tinted for a moment. */
  readonly arrived: ReadonlySet<string>;
}

type Answer = Pick<Transactions, 'data' | 'next_cursor' | 'previous_cursor' | 'covers'>;

const none: ReadonlySet<string> = new Set();

/** A list just loaded. */
export const hold = (answer: Answer): Held => ({
  rows: answer.data,
  next: answer.next_cursor,
  previous: answer.previous_cursor,
  covers: answer.covers,
  arrived: none,
});

const unknown = (rows: readonly Row[], held: readonly Row[]): readonly Row[] => {
  const ids = new Set(held.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
};

/** With the page after. A row that moved between two asks stands once. */
export const append = (held: Held, answer: Answer): Held => ({
  ...held,
  rows: [...held.rows, ...unknown(answer.data, held.rows)],
  next: answer.next_cursor,
  covers: answer.covers,
});

/** With the page before. */
export const prepend = (held: Held, answer: Answer): Held => ({
  ...held,
  rows: [...unknown(answer.data, held.rows), ...held.rows],
  previous: answer.previous_cursor,
  covers: answer.covers,
});

/**
 * The list with its beginning asked anew: changed rows are changed, new ones stand where they belong, and what was
 * loaded further down stays, unless there is a gap, for then nobody knows what is missing.
 */
export function refresh(held: Held, answer: Answer): Held {
  const fresh = hold(answer);
  const arrived = new Set(unknown(answer.data, held.rows).map(({ id }) => id));
  if (held.rows.length === 0) return { ...fresh, arrived };
  const places = new Map(held.rows.map(({ id }, place) => [id, place]));
  const known = answer.data.findLast(({ id }) => places.has(id));
  if (!known || answer.next_cursor === null) return { ...fresh, arrived };
  const ids = new Set(answer.data.map(({ id }) => id));
  const rest = held.rows.slice(places.get(known.id)! + 1).filter(({ id }) => !ids.has(id));
  // Where the answer reaches past what is held, its own cursor goes on; else the old one does.
  const next = answer.data.at(-1) === known && rest.length > 0 ? held.next : answer.next_cursor;
  const rows = next === held.next ? [...answer.data, ...rest] : answer.data;
  return { ...fresh, rows, next, arrived };
}

/** How many rows of an answer are not held, and whether there may be more of them beyond it. */
export function countNew(held: Held, answer: Answer): { count: number; more: boolean } {
  const count = unknown(answer.data, held.rows).length;
  return { count, more: count === answer.data.length && answer.next_cursor !== null };
}

/** Only the changes of rows that are shown; the new ones wait for the seller to ask. */
export function update(held: Held, answer: Answer): Held {
  const fresh = new Map(answer.data.map((row) => [row.id, row]));
  return { ...held, rows: held.rows.map((row) => fresh.get(row.id) ?? row) };
}

export const settle = (held: Held): Held =>
  held.arrived.size === 0 ? held : { ...held, arrived: none };

/** Where a key leads among so many rows, null for other keys. */
export function stepRow(key: string, index: number, rows: number): number | null {
  if (rows === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(rows - 1, index + 10);
    case 'PageUp':
      return Math.max(0, index - 10);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
