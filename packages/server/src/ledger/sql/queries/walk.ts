/**
 * Rows that answer a question, in order, from a place on, in either direction. Common words are found by walking the
 * newest rows; rare ones month by month through an index on (month, words): see docs/decisions.
 */
import type { Order, Row, Sort } from '@express-elements/contract';
import type { Place } from '../../ledger.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, every, raw, sql, type Sql } from '../db/sql.ts';
import { bucketOf, rowOfRecord, shown, type RowRecord } from '../tables/rows.ts';
import type { Search } from './search.ts';

export interface Walk {
  readonly db: Connection;
  readonly account: string;
  /** Every filter but the search. */
  readonly filter: Sql;
  readonly search: Search;
  readonly sort: Sort;
  /** How many rows are looked at one by one before the months are asked. */
  readonly walked: number;
}

export interface Stretch {
  readonly order: Order;
  readonly from: { readonly place: Place; readonly inclusive: boolean } | null;
  readonly limit: number;
}

const columns: Record<Sort, Sql> = {
  created: raw('created'),
  amount: raw('amount'),
  net: raw('net'),
  category: raw('category'),
  available_on: raw('available_on'),
};

const keyTypes: Record<Sort, Sql> = {
  created: raw('bigint'),
  amount: raw('bigint'),
  net: raw('bigint'),
  category: raw('text'),
  available_on: raw('bigint'),
};

const signs: Record<Order, { open: Sql; closed: Sql }> = {
  asc: { open: raw('>'), closed: raw('>=') },
  desc: { open: raw('<'), closed: raw('<=') },
};

function beyond(sort: Sort, { order, from }: Stretch): Sql {
  if (from === null) return raw('true');
  const { key, id } = from.place;
  const sign = signs[order][from.inclusive ? 'closed' : 'open'];
  return sql`(${columns[sort]}, id) ${sign} (${key}::${keyTypes[sort]}, ${id}::text)`;
}

const ordered = (sort: Sort, order: Order): Sql =>
  sql`order by ${columns[sort]} ${raw(order)}, id ${raw(order)}`;

async function select(walk: Walk, stretch: Stretch, condition: Sql): Promise<Row[]> {
  const records = await askFor<RowRecord>(
    walk.db,
    walk.account,
    sql`select ${shown} from express.rows
        where account = ${account} and ${walk.filter} and ${condition}
          and ${beyond(walk.sort, stretch)}
        ${ordered(walk.sort, stretch.order)} limit ${stretch.limit}`,
  );
  return records.map(rowOfRecord);
}

interface Walked {
  readonly rows: Row[];
  /** The last row looked at, null where there was none further. */
  readonly last: Place | null;
}

/** Looks at the next rows one by one. */
async function walkOn(walk: Walk, stretch: Stretch, condition: Sql): Promise<Walked> {
  const { order } = stretch;
  const near = sql`select * from express.rows
    where account = ${account} and ${beyond('created', stretch)}
    ${ordered('created', order)} limit ${walk.walked}`;
  const [end] = await askFor<{ created: number; id: string; seen: number }>(
    walk.db,
    walk.account,
    sql`select created, id, (select count(*) from (${near}) as all_near) as seen
        from (${near}) as near
        ${ordered('created', order === 'asc' ? 'desc' : 'asc')} limit 1`,
  );
  const records = await askFor<RowRecord>(
    walk.db,
    walk.account,
    sql`select ${shown} from (${near}) as near
        where account = ${account} and ${walk.filter} and ${condition}
        ${ordered('created', order)} limit ${stretch.limit}`,
  );
  const isLast = end === undefined || end.seen < walk.walked;
  return {
    rows: records.map(rowOfRecord),
    last: isLast ? null : { key: end.created, id: end.id },
  };
}

async function byWalking(walk: Walk, stretch: Stretch, condition: Sql): Promise<Row[]> {
  const rows: Row[] = [];
  for (let rest = stretch; ;) {
    const { rows: found, last } = await walkOn(walk, rest, condition);
    rows.push(...found);
    if (rows.length >= stretch.limit || last === null) return rows;
    rest = {
      ...stretch,
      from: { place: last, inclusive: false },
      limit: stretch.limit - rows.length,
    };
  }
}

/** A month of UTC: its bucket, and its time. */
interface Month {
  readonly bucket: string;
  readonly start: number;
  readonly stop: number;
}

const monthStart = (time: number, months: number): number => {
  const date = new Date(time * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000;
};

/** The months between two times, oldest first. */
export function monthsBetween(id: string, from: number, to: number): Month[] {
  const months: Month[] = [];
  for (let start = monthStart(from, 0); start <= to; start = monthStart(start, 1))
    months.push({ bucket: bucketOf(id, start), start, stop: monthStart(start, 1) });
  return months;
}

async function ends(walk: Walk): Promise<{ first: number; last: number } | null> {
  const [row] = await askFor<{ first: number | null; last: number | null }>(
    walk.db,
    walk.account,
    sql`select min(created) as first, max(created) as last from express.rows
        where account = ${account}`,
  );
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}

/** The months that hold rows at or beyond a place, in order. */
async function monthsBeyond(walk: Walk, { order, from }: Stretch): Promise<Month[]> {
  const held = await ends(walk);
  if (!held) return [];
  const at = from === null ? null : Number(from.place.key);
  const first = order === 'asc' && at !== null ? Math.max(at, held.first) : held.first;
  const last = order === 'desc' && at !== null ? Math.min(at, held.last) : held.last;
  const months = monthsBetween(walk.account, first, last);
  return order === 'asc' ? months : months.toReversed();
}

type Within = NonNullable<Extract<Search, { kind: 'words' }>['within']>;

const during = ({ start, stop }: Pick<Month, 'start' | 'stop'>): Sql =>
  sql`created >= ${start} and created < ${stop}`;

async function byMonths(walk: Walk, stretch: Stretch, within: Within): Promise<Row[]> {
  const rows: Row[] = [];
  for (const month of await monthsBeyond(walk, stretch)) {
    const rest = { ...stretch, limit: stretch.limit - rows.length };
    rows.push(...(await select(walk, rest, within([month.bucket], during(month)))));
    if (rows.length >= stretch.limit) break;
  }
  return rows;
}

/** By time: the nearest rows first, then the months. */
async function wordsByTime(
  walk: Walk,
  stretch: Stretch,
  condition: Sql,
  within: Within,
): Promise<Row[]> {
  const { rows, last } = await walkOn(walk, stretch, condition);
  if (last === null || rows.length >= stretch.limit) return rows;
  const limit = stretch.limit - rows.length;
  const rest = { ...stretch, from: { place: last, inclusive: false }, limit };
  return [...rows, ...(await byMonths(walk, rest, within))];
}

/** All months at once: for other orders, and for sums. */
export async function anywhere(walk: Walk): Promise<Sql> {
  const { search } = walk;
  if (search.kind === 'none') return raw('true');
  if (search.kind === 'plain' || search.within === null) return search.condition;
  const held = await ends(walk);
  if (!held) return raw('false');
  const buckets = monthsBetween(walk.account, held.first, held.last).map(({ bucket }) => bucket);
  return search.within(buckets, raw('true'));
}

/** The next rows from a place on. */
export async function stretchOf(walk: Walk, stretch: Stretch): Promise<Row[]> {
  const { search, sort } = walk;
  if (search.kind !== 'words' || sort !== 'created')
    return select(walk, stretch, await anywhere(walk));
  const { condition, within } = search;
  return within === null
    ? byWalking(walk, stretch, condition)
    : wordsByTime(walk, stretch, condition, within);
}

/** Every condition of a question at once. */
export const wholeCondition = async (walk: Walk): Promise<Sql> =>
  every([walk.filter, await anywhere(walk)]);
