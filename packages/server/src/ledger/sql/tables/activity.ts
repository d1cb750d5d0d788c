import type { ActivityItem, ActivityKind, Row } from '@express-elements/contract';
import {
  distinct,
  earlier,
  paymentReceived,
  paymentTypes,
  type Fact,
} from '../../../activity/items.ts';
import type { FeedRequest, Place } from '../../ledger.ts';
import { comparePlaces } from '../../order.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, sql } from '../db/sql.ts';
import { rowsWhere } from './rows.ts';

interface ActivityRecord extends Record<string, unknown> {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly created: number;
  readonly object_id: string;
  readonly object_type: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly data: ActivityItem['data'];
}

const columns = sql`id, kind, created, object_id, object_type, amount, currency, data`;

const recordOf = ({ object, ...fact }: Fact): ActivityRecord => ({
  ...fact,
  object_id: object.id,
  object_type: object.type,
});

const factOf = ({ object_id, object_type, ...record }: ActivityRecord): Fact => ({
  ...record,
  object: { id: object_id, type: object_type },
});

/** Keeps facts; one that is known already stays the one that was told first. True where there was news. */
export async function addFacts(
  tx: Connection,
  id: string,
  told: readonly Fact[],
): Promise<boolean> {
  const facts = distinct(told);
  if (facts.length === 0) return false;
  const known = await factsById(
    tx,
    id,
    facts.map((fact) => fact.id),
  );
  const fresh = facts.filter((fact) => {
    const before = known.get(fact.id);
    return before === undefined || earlier(before, fact) !== before;
  });
  if (fresh.length > 0) await upsertFacts(tx, id, fresh);
  return fresh.length > 0;
}

async function factsById(
  tx: Connection,
  id: string,
  ids: readonly string[],
): Promise<Map<string, Fact>> {
  const records = await askFor<ActivityRecord>(
    tx,
    id,
    sql`select ${columns} from express.activity
        where account = ${account} and id = any(${ids}::text[])`,
  );
  return new Map(records.map((record) => [record.id, factOf(record)]));
}

async function upsertFacts(tx: Connection, id: string, facts: readonly Fact[]): Promise<void> {
  const json = JSON.stringify(facts.map((fact) => ({ account: id, ...recordOf(fact) })));
  await askFor(
    tx,
    id,
    sql`insert into express.activity (account, ${columns})
        select account, ${columns}
        from json_populate_recordset(null::express.activity, ${json}::json) as given
        where given.account = ${account}
        on conflict (account, id) do update set created = excluded.created,
          amount = excluded.amount, currency = excluded.currency, data = excluded.data`,
  );
}

const isPayment = sql`category = 'payment' and type = any(${paymentTypes}::text[])`;

/** The account's oldest payment. */
export async function oldestPayment(tx: Connection, id: string): Promise<Row | undefined> {
  const [row] = await rowsWhere(tx, id, [isPayment], sql`order by created, id limit 1`);
  return row;
}

/** The rows of payments, by the ids of their charges. */
export const paymentsBySource = (
  tx: Connection,
  id: string,
  charges: readonly string[],
): Promise<Row[]> =>
  rowsWhere(tx, id, [isPayment, sql`source_id = any(${charges}::text[])`], sql``);

/** Payments are not stored a second time: the ledger has their rows. */
const received = sql`('payment_received:' || coalesce(source_id, id) || ':received') collate "C"`;

/** Payments in the feed's order, from beyond a place; the first of all is told as such. */
async function receivedPayments(tx: Connection, id: string, slice: FeedSlice): Promise<Fact[]> {
  const { direction, beyond, limit } = slice;
  const first = await toldAsFirst(tx, id);
  const compared = direction === 'desc' ? sql`<` : sql`>`;
  const conditions = [
    isPayment,
    ...(beyond ? [sql`(created, ${received}) ${compared} (${beyond.created}, ${beyond.id})`] : []),
    ...(first === null ? [] : [sql`coalesce(source_id, id) <> ${first}`]),
  ];
  const order =
    direction === 'desc' ? sql`created desc, ${received} desc` : sql`created asc, ${received} asc`;
  const rows = await rowsWhere(tx, id, conditions, sql`order by ${order} limit ${limit}`);
  return rows.map(paymentReceived);
}

/** What was told as the account's first payment, if it was. */
async function toldAsFirst(tx: Connection, id: string): Promise<string | null> {
  const [first] = await askFor<{ object_id: string }>(
    tx,
    id,
    sql`select object_id from express.activity
        where account = ${account} and id > 'payment_first:' and id < 'payment_first;'`,
  );
  return first?.object_id ?? null;
}

/** Who looks, and since when things are news to anybody. */
export interface Reader {
  readonly viewer: string;
  readonly since: number;
}

/** Whether a viewer has read an item: it by itself, or all of its kind up to a time; or it is no news. */
const isRead = ({ viewer, since }: Reader) => sql`(
  a.created < ${since} or exists (select 1 from express.read_marks m
          where m.account = ${account} and m.viewer = ${viewer} and m.item = a.id)
  or exists (select 1 from express.read_through t
             where t.account = ${account} and t.viewer = ${viewer} and t.kind = a.kind
               and t.through >= a.created))`;

export interface FeedSlice extends Pick<FeedRequest, 'kinds' | 'limit'> {
  readonly reader: Reader;
  /** Towards older (`desc`) or newer (`asc`) facts, from beyond a place. */
  readonly direction: 'asc' | 'desc';
  readonly beyond: { readonly created: number; readonly id: string } | null;
}

const beyondOf = ({ direction, beyond }: FeedSlice) => {
  if (beyond === null) return sql`true`;
  const { created, id } = beyond;
  return direction === 'desc'
    ? sql`(a.created, a.id) < (${created}, ${id})`
    : sql`(a.created, a.id) > (${created}, ${id})`;
};

/** Facts in order, from beyond a place, with whether the viewer has read them. */
export async function feed(
  tx: Connection,
  id: string,
  slice: FeedSlice,
): Promise<(Fact & { read: boolean })[]> {
  const payments = slice.kinds.includes('payment_received')
    ? await receivedPayments(tx, id, slice)
    : [];
  const facts = [
    ...(await storedFacts(tx, id, slice)),
    ...payments.map((fact) => ({ ...fact, read: true })),
  ];
  const sign = slice.direction === 'asc' ? 1 : -1;
  return facts
    .toSorted((a, b) => sign * comparePlaces(placeOf(a), placeOf(b)))
    .slice(0, slice.limit);
}

const placeOf = ({ created, id }: Fact): Place => ({ key: created, id });

async function storedFacts(
  tx: Connection,
  id: string,
  slice: FeedSlice,
): Promise<(Fact & { read: boolean })[]> {
  const { kinds, reader, limit, direction } = slice;
  const order =
    direction === 'desc' ? sql`a.created desc, a.id desc` : sql`a.created asc, a.id asc`;
  const records = await askFor<ActivityRecord & { read: boolean }>(
    tx,
    id,
    sql`select ${columns}, ${isRead(reader)} as read from express.activity a
        where a.account = ${account} and a.kind = any(${kinds}::text[]) and ${beyondOf(slice)}
        order by ${order} limit ${limit}`,
  );
  return records.map(({ read, ...record }) => ({ ...factOf(record), read }));
}

export async function countUnread(
  tx: Connection,
  id: string,
  reader: Reader,
  kinds: readonly ActivityKind[],
): Promise<number> {
  const [row] = await askFor<{ unread: number }>(
    tx,
    id,
    sql`select count(*) as unread from express.activity a
        where a.account = ${account} and a.kind = any(${kinds}::text[]) and not ${isRead(reader)}`,
  );
  return row?.unread ?? 0;
}

/** Marks of items that are there and that the viewer may see; others leave no trace. */
export async function markItems(
  tx: Connection,
  id: string,
  viewer: string,
  kinds: readonly ActivityKind[],
  items: readonly string[],
): Promise<void> {
  await askFor(
    tx,
    id,
    sql`insert into express.read_marks (account, viewer, item)
        select a.account, ${viewer}, a.id from express.activity a
        where a.account = ${account} and a.id = any(${items}::text[])
          and a.kind = any(${kinds}::text[])
        on conflict (account, viewer, item) do nothing`,
  );
}

/** Everything of these kinds up to and including a time. It never goes back. */
export async function markThrough(
  tx: Connection,
  id: string,
  viewer: string,
  kinds: readonly ActivityKind[],
  through: number,
): Promise<void> {
  const json = JSON.stringify(kinds.map((kind) => ({ account: id, viewer, kind, through })));
  await askFor(
    tx,
    id,
    sql`insert into express.read_through (account, viewer, kind, through)
        select account, viewer, kind, through
        from json_populate_recordset(null::express.read_through, ${json}::json) as given
        where given.account = ${account}
        on conflict (account, viewer, kind) do update set through = excluded.through
          where express.read_through.through < excluded.through`,
  );
}
