import type { Order, Row } from '@express-elements/contract';
import type { Page, PageRequest, Place } from '../../ledger.ts';
import { jumpKey, placeOf } from '../../order.ts';
import { stretchOf, type Stretch, type Walk } from './walk.ts';

type Rows = Omit<Page, 'covers'>;

const turned = (order: Order): Order => (order === 'asc' ? 'desc' : 'asc');

type From = Stretch['from'];

const at = (place: Place): NonNullable<From> => ({ place, inclusive: true });
const past = (place: Place): NonNullable<From> => ({ place, inclusive: false });

/** Whether a row stands beyond a place. */
async function hasAny(walk: Walk, order: Order, from: From): Promise<boolean> {
  return (await stretchOf(walk, { order, from, limit: 1 })).length > 0;
}

/** The rows from a place on, and whether more follow. */
async function forwards(walk: Walk, request: PageRequest, from: From): Promise<[Row[], boolean]> {
  const { order, limit } = request;
  const rows = await stretchOf(walk, { order, from, limit: limit + 1 });
  return [rows.slice(0, limit), rows.length > limit];
}

/** The rows up to a place, and whether more stand before them. */
async function backwards(walk: Walk, request: PageRequest, from: From): Promise<[Row[], boolean]> {
  const order = turned(request.order);
  const rows = await stretchOf(walk, { order, from, limit: request.limit + 1 });
  return [rows.slice(0, request.limit).toReversed(), rows.length > request.limit];
}

async function afterPlace(walk: Walk, request: PageRequest, place: Place): Promise<Rows> {
  const [rows, hasNext] = await forwards(walk, request, past(place));
  const first = rows[0];
  const before = first ? past(placeOf(first, request.sort)) : at(place);
  return { rows, hasNext, hasPrevious: await hasAny(walk, turned(request.order), before) };
}

async function beforePlace(walk: Walk, request: PageRequest, place: Place): Promise<Rows> {
  const [rows, hasPrevious] = await backwards(walk, request, past(place));
  const last = rows.at(-1);
  const beyond = last ? past(placeOf(last, request.sort)) : at(place);
  return { rows, hasPrevious, hasNext: await hasAny(walk, request.order, beyond) };
}

async function lastPage(walk: Walk, request: PageRequest): Promise<Rows> {
  const [rows, hasPrevious] = await backwards(walk, request, null);
  return { rows, hasPrevious, hasNext: false };
}

/** No id comes before the empty one; none comes after this. */
const FIRST_ID = '';
const LAST_ID = '\u{10FFFF}';

async function jumped(walk: Walk, request: PageRequest, asked: string): Promise<Rows> {
  const key = jumpKey(asked, request.sort);
  if (key === 'end') return lastPage(walk, request);
  const place = { key, id: request.order === 'asc' ? FIRST_ID : LAST_ID };
  const [rows, hasNext] = await forwards(walk, request, at(place));
  const first = rows[0];
  // Past every row: the last page.
  if (!first) return lastPage(walk, request);
  const before = past(placeOf(first, request.sort));
  return { rows, hasNext, hasPrevious: await hasAny(walk, turned(request.order), before) };
}

/** One page of the rows that answer a question. */
export async function pageOf(walk: Walk, request: PageRequest): Promise<Rows> {
  if (request.before) return beforePlace(walk, request, request.before);
  if (request.after) return afterPlace(walk, request, request.after);
  if (request.at !== undefined) return jumped(walk, request, request.at);
  const [rows, hasNext] = await forwards(walk, request, null);
  return { rows, hasNext, hasPrevious: false };
}

const EXPORT_BATCH = 1000;

/** Every row that answers, in batches. */
export async function* batchesOf(walk: Walk, order: Order): AsyncGenerator<readonly Row[]> {
  let from: From = null;
  for (;;) {
    const rows: Row[] = await stretchOf(walk, { order, from, limit: EXPORT_BATCH });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < EXPORT_BATCH) return;
    from = past(placeOf(last, walk.sort));
  }
}
