/**
 * Pages of Stripe's own lists, newest first, to any depth. Stripe documents no order within a second, so a second is
 * read to its end before it is ordered by id; several lists are merged into one.
 */
import type { Row } from '@express-elements/contract';
import { everything, type Page, type PageRequest, type Place } from '../ledger.ts';
import { comparePlaces, jumpKey, placeOf } from '../order.ts';
import { newestFirst, type Batch, type Range, type Read } from './newest.ts';

const DAY = 86_400;

/** What a deep page reads: each list with the range that its filters leave. */
export interface Lists {
  readonly reads: readonly Read<Row>[];
  readonly range: Range;
}

/** One list, row by row in order; each row may be read only once its second is complete. */
class Stream {
  readonly #read: Read<Row>;
  readonly #range: Range;
  #ready: Row[] = [];
  #held: Row[] = [];
  #last: Batch<Row> | null = null;

  constructor(read: Read<Row>, range: Range) {
    this.#read = read;
    this.#range = range;
  }

  async peek(): Promise<Row | null> {
    while (this.#ready.length === 0 && (this.#last === null || this.#last.next !== null))
      await this.#readMore();
    return this.#ready[0] ?? null;
  }

  take(): void {
    this.#ready.shift();
  }

  async #readMore(): Promise<void> {
    const next = this.#last?.next ?? null;
    const batch = await this.#read({
      ...this.#range,
      ...(next !== null && { startingAfter: next }),
    });
    this.#last = batch;
    const rows = [...this.#held, ...batch.items];
    const open = batch.next === null ? undefined : rows.at(-1)?.created;
    this.#ready = rows.filter(({ created }) => created !== open).toSorted(newestFirst);
    this.#held = rows.filter(({ created }) => created === open);
  }
}

/** Several lists as one, newest first. */
export async function* merged({ reads, range }: Lists): AsyncGenerator<Row> {
  const streams = reads.map((read) => new Stream(read, range));
  for (;;) {
    const heads = await Promise.all(
      streams.map(async (stream) => ({ stream, row: await stream.peek() })),
    );
    const next = heads
      .flatMap(({ stream, row }) => (row ? [{ stream, row }] : []))
      .toSorted((a, b) => newestFirst(a.row, b.row))[0];
    if (!next) return;
    next.stream.take();
    yield next.row;
  }
}

const isPast = (row: Row, place: Place): boolean =>
  comparePlaces(placeOf(row, 'created'), place) < 0;

const isBefore = (row: Row, place: Place): boolean =>
  comparePlaces(placeOf(row, 'created'), place) > 0;

/** The lower of two bounds, of which either may be open. */
const lower = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** Rows on from a place: those of its second that come after it, then older ones. */
async function onFrom(lists: Lists, limit: number, after: Place | null): Promise<Row[]> {
  const rows: Row[] = [];
  const before = after ? Number(after.key) + 1 : undefined;
  const range = { ...lists.range, before: lower(lists.range.before, before) };
  for await (const row of merged({ ...lists, range })) {
    if (after && !isPast(row, after)) continue;
    rows.push(row);
    if (rows.length > limit) break;
  }
  return rows;
}

type Wanted = (row: Row) => boolean;

/** All that is wanted of a range, or null when one list has more than `most` of it. */
async function allWithin(
  lists: Lists,
  range: Range,
  wanted: Wanted,
  most: number,
): Promise<Row[] | null> {
  const parts = await Promise.all(lists.reads.map((read) => allOf(read, range, wanted, most)));
  const rows = parts.filter((part) => part !== null);
  return rows.length === parts.length ? rows.flat().toSorted(newestFirst) : null;
}

async function allOf(
  read: Read<Row>,
  range: Range,
  wanted: Wanted,
  most: number,
): Promise<Row[] | null> {
  const rows: Row[] = [];
  for (let batch = await read(range); ;) {
    rows.push(...batch.items.filter(wanted));
    if (batch.next === null) return rows;
    if (rows.length > most) return null;
    batch = await read({ ...range, startingAfter: batch.next });
  }
}

/** A length of time between two: one too short, one too long (null while none was). */
const between = (short: number, long: number | null): number =>
  long === null ? Math.max(DAY, short * 4) : Math.floor((short + long) / 2);

/**
 * The rows that come just before a place, those nearest to it, newest first; and whether there are still newer ones.
 * Stripe lists downwards only, so the range above the place is widened or narrowed until it holds a page.
 */
export async function upTo(
  lists: Lists,
  limit: number,
  place: Place,
  now: number,
): Promise<{ rows: Row[]; more: boolean }> {
  const from = Math.max(lists.range.from ?? 0, Number(place.key));
  // Some slack, for Stripe's clock may be ahead of ours.
  const top = lower(lists.range.before, now + DAY) ?? now + DAY;
  const wanted: Wanted = (row) => isBefore(row, place);
  let short = 0;
  let long: number | null = null;
  for (;;) {
    // One second that holds more than a page needs is read whole.
    const narrow: boolean = long !== null && long - short <= 1;
    const length: number = narrow ? (long ?? 1) : between(short, long);
    const isAll = from + length >= top;
    const range = { ...lists.range, from, before: isAll ? lists.range.before : from + length };
    const most = narrow ? Number.POSITIVE_INFINITY : limit + 500;
    const rows = await allWithin(lists, range, wanted, most);
    if (rows === null) long = length;
    else if (rows.length > limit || isAll || narrow)
      return { rows: rows.slice(-limit), more: rows.length > limit };
    else short = length;
  }
}

async function isAnyNewer({ reads, range }: Lists, key: number): Promise<boolean> {
  const above = { ...range, from: Math.max(range.from ?? 0, key + 1) };
  const batches = await Promise.all(reads.map((read) => read(above)));
  return batches.some(({ items }) => items.length > 0);
}

/** Whether a place stands outside of what the filters leave: no row of this list is beyond it. */
const isAbove = ({ range }: Lists, key: Place['key']): boolean =>
  range.before !== undefined && Number(key) >= range.before;
const isBelow = ({ range }: Lists, key: Place['key']): boolean =>
  range.from !== undefined && Number(key) < range.from;

/**
 * Whoever comes from a row can go back to it. A place without a row after it may be of no row of this list at all:
 * then whatever there is stands before it, from its second on.
 */
const hasBefore = async (lists: Lists, { key }: Place, now: number): Promise<boolean> =>
  !isAbove(lists, key) && (await upTo(lists, 1, { key, id: '' }, now)).rows.length > 0;

/** The same the other way: what there is stands after a place with no row before it, up to its second. */
const hasAfter = async (lists: Lists, { key }: Place): Promise<boolean> =>
  (await onFrom(lists, 1, { key: Number(key) + 1, id: '' })).length > 0;

async function pageDown(
  lists: Lists,
  request: PageRequest,
  after: Place | null,
  now: number,
): Promise<Page> {
  const rows = await onFrom(lists, request.limit, after);
  return {
    rows: rows.slice(0, request.limit),
    hasPrevious:
      after !== null &&
      (rows.length > 0 ? !isAbove(lists, after.key) : await hasBefore(lists, after, now)),
    hasNext: rows.length > request.limit,
    covers: everything,
  };
}

/** The last page: the oldest rows there are. */
async function lastPage(lists: Lists, limit: number, oldest: number, now: number): Promise<Page> {
  const place = { key: oldest - 1, id: '' };
  const { rows, more } = await upTo(lists, limit, place, now);
  return { rows, hasPrevious: more, hasNext: false, covers: everything };
}

/**
 * A page of Stripe's own lists.
 *
 * @param oldest no row is older than this
 */
export async function deepPage(
  lists: Lists,
  request: PageRequest,
  { oldest, now }: { readonly oldest: number; readonly now: number },
): Promise<Page> {
  const { limit, after, before, at } = request;
  if (lists.reads.length === 0)
    return { rows: [], hasPrevious: false, hasNext: false, covers: everything };
  if (before) {
    const { rows, more } = await upTo(lists, limit, before, now);
    const hasNext = rows.length > 0 ? !isBelow(lists, before.key) : await hasAfter(lists, before);
    return { rows, hasPrevious: more, hasNext, covers: everything };
  }
  const key = at === undefined ? undefined : jumpKey(at, 'created');
  if (key === undefined) return pageDown(lists, request, after ?? null, now);
  const down =
    key === 'end' ? null : await pageDown(lists, request, { key: Number(key) + 1, id: '' }, now);
  if (!down || down.rows.length === 0) return lastPage(lists, limit, oldest, now);
  return { ...down, hasPrevious: await isAnyNewer(lists, Number(key)) };
}
