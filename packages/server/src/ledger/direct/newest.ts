import type { Covers } from '@express-elements/contract';
import { everything } from '../ledger.ts';

/** Anything that Stripe lists newest first. */
export interface Dated {
  readonly id: string;
  readonly created: number;
}

/** Which of a list: `from` inclusive, `before` exclusive, on from the item with this id. */
export interface Range {
  readonly from?: number | undefined;
  readonly before?: number | undefined;
  readonly startingAfter?: string;
}

export interface Batch<T> {
  readonly items: readonly T[];
  /** The id after which the list goes on; null at its end. */
  readonly next: string | null;
}

/** Reads up to a hundred of a list, newest first. */
export type Read<T extends Dated> = (range: Range) => Promise<Batch<T>>;

/** The newest of a list, without a gap, by (created, id) descending. */
export interface Newest<T> {
  readonly items: readonly T[];
  readonly covers: Covers;
}

const BATCH = 100;
const MOST_PARALLEL = 8;

export const newestFirst = (a: Dated, b: Dated): number =>
  b.created - a.created || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** Gathers items by id, the later reading of one winning, and says when there are enough. */
class Gathered<T extends Dated> {
  readonly #byId = new Map<string, T>();
  readonly max: number;

  constructor(max: number) {
    this.max = max;
  }

  add(items: readonly T[]): void {
    for (const item of items) this.#byId.set(item.id, item);
  }

  get missing(): number {
    return this.max + 1 - this.#byId.size;
  }

  sorted(): T[] {
    return [...this.#byId.values()].toSorted(newestFirst);
  }
}

/**
 * Cuts to at most `max`. The second in which the cut falls goes altogether, for Stripe documents no order within one:
 * what is left is everything since `from`.
 */
function cut<T extends Dated>(items: readonly T[], covers: Covers, max: number): Newest<T> {
  const beyond = items[max];
  if (beyond === undefined) return { items, covers };
  const kept = items.filter(({ created }) => created > beyond.created);
  return { items: kept, covers: { from: beyond.created + 1, complete: false } };
}

/** Goes on in one range until it is read or there are enough; true when it is read to its end. */
async function readOn<T extends Dated>(
  read: Read<T>,
  range: Range,
  first: Batch<T>,
  gathered: Gathered<T>,
): Promise<boolean> {
  let batch = first;
  gathered.add(batch.items);
  while (batch.next !== null && gathered.missing > 0) {
    batch = await read({ ...range, startingAfter: batch.next });
    gathered.add(batch.items);
  }
  return batch.next === null;
}

/** Windows of time as long as the last batch's, from its oldest second on downwards. */
function windowsBelow(batch: Batch<Dated>, missing: number, floor: number): Range[] {
  const newest = batch.items[0];
  const oldest = batch.items.at(-1);
  if (!newest || !oldest) return [];
  const length = Math.max(1, newest.created - oldest.created);
  const count = Math.min(MOST_PARALLEL, Math.ceil(missing / BATCH));
  return Array.from({ length: count }, (_, index) => {
    // The oldest second is read again, for the batch may have ended within it.
    const before = oldest.created + 1 - index * length;
    return { from: Math.max(floor, before - length), before };
  }).filter(({ from, before }) => before > from);
}

/**
 * The newest `max` of a list. The first batch tells how dense it is; the next come in parallel, by windows of time.
 *
 * @param range what the list is asked for: nothing outside it is looked for
 */
export async function readNewest<T extends Dated>(
  read: Read<T>,
  range: Range,
  max: number,
): Promise<Newest<T>> {
  const gathered = new Gathered<T>(max);
  let top = range;
  for (;;) {
    const batch = await read(top);
    gathered.add(batch.items);
    if (batch.next === null) return cut(gathered.sorted(), everything, max);
    const windows = windowsBelow(batch, gathered.missing, range.from ?? 0);
    const bottom = await readWindows(read, range, windows, gathered);
    if (gathered.missing <= 0 || bottom === null)
      return cut(gathered.sorted(), { from: null, complete: false }, max);
    top = { ...range, before: bottom };
    if (bottom <= (range.from ?? 0)) return cut(gathered.sorted(), everything, max);
  }
}

/** Reads windows one below the other; how far down all is read, null when there were enough before the end. */
async function readWindows<T extends Dated>(
  read: Read<T>,
  range: Range,
  windows: readonly Range[],
  gathered: Gathered<T>,
): Promise<number | null> {
  let bottom: number | null = null;
  const firsts = await Promise.all(windows.map((window) => read({ ...range, ...window })));
  for (const [index, window] of windows.entries()) {
    // Without a gap: a window counts only once those above it are read to their ends.
    const first = firsts[index];
    if (!first || !(await readOn(read, { ...range, ...window }, first, gathered))) return null;
    bottom = window.from ?? 0;
    if (gathered.missing <= 0) return bottom;
  }
  return bottom;
}

/** What has come since, read from the newest second on; null when that is more than a whole reading would bring. */
export async function topUp<T extends Dated>(
  read: Read<T>,
  range: Range,
  held: Newest<T>,
  max: number,
): Promise<Newest<T> | null> {
  const newest = held.items[0];
  if (!newest) return null;
  const gathered = new Gathered<T>(max);
  const since = { ...range, from: newest.created };
  if (!(await readOn(read, since, await read(since), gathered))) return null;
  const fresh = gathered.sorted();
  const ids = new Set(fresh.map(({ id }) => id));
  // What was held of that second and is not listed any more is gone.
  const older = held.items.filter(({ id, created }) => !ids.has(id) && created < newest.created);
  return cut([...fresh, ...older], held.covers, max);
}
