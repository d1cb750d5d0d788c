import type { Row, Transaction } from '@express-elements/contract';
import type Stripe from 'stripe';
import { chargeIdOf, describedRow, detailsOf } from '../../row.ts';
import type { LedgerDeps } from '../../ledger.ts';
import { normalise, searchedText } from '../../search.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, every, raw, sql, type Sql } from '../db/sql.ts';

/** A row as the ledger keeps it: what the contract shows, and what details and search need beside. */
export interface StoredRow extends Pick<Transaction, 'fee_details' | 'exchange'> {
  readonly row: Row;
  /** The payment that it is, or that it takes back; else its source. Rows that share it are related. */
  readonly payment: string | null;
}

/** The table's columns but for `payout`, which only a payout's reconciliation writes. */
interface Record_ {
  readonly account: string;
  readonly id: string;
  readonly created: number;
  readonly available_on: number;
  readonly status: Row['status'];
  readonly type: string;
  readonly reporting_category: string;
  readonly category: Row['category'];
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly currency: string;
  readonly balance_type: string;
  readonly source_id: string | null;
  readonly source_object: string | null;
  readonly source_status: string | null;
  readonly payment: string | null;
  readonly description: string | null;
  readonly description_key: Row['description_key'];
  readonly customer_name: string | null;
  readonly customer_email: string | null;
  readonly customer_key: string | null;
  readonly last4: string | null;
  readonly metadata: Row['metadata'];
  readonly fee_details: Transaction['fee_details'];
  readonly exchange: Transaction['exchange'];
  readonly bucket: string;
  readonly search: string;
}

/** What a query gives back: the columns of `shown`. */
export type RowRecord = Omit<
  Record_,
  'account' | 'payment' | 'customer_key' | 'fee_details' | 'exchange' | 'bucket' | 'search'
> & { readonly payout: string | null };

const shownColumns = [
  'id',
  'created',
  'available_on',
  'status',
  'type',
  'reporting_category',
  'category',
  'amount',
  'fee',
  'net',
  'currency',
  'balance_type',
  'source_id',
  'source_object',
  'source_status',
  'payout',
  'description',
  'description_key',
  'customer_name',
  'customer_email',
  'last4',
  'metadata',
] as const satisfies readonly (keyof RowRecord)[];

const writtenColumns = [
  'account',
  ...shownColumns.filter((name) => name !== 'payout'),
  'payment',
  'customer_key',
  'fee_details',
  'exchange',
  'bucket',
  'search',
];

/** What a row of the contract is made of. */
export const shown: Sql = raw(shownColumns.join(', '));

/** The month of a row, by UTC: the unit in which words are searched. */
export function bucketOf(id: string, created: number): string {
  const month = new Date(created * 1000).toISOString().slice(0, 7).replace('-', '');
  return `${id}:${month}`;
}

/** The key under which an e-mail is found: lower-cased here, never by SQL. */
export const customerKey = (email: string): string => normalise(email);

// Postgres cannot store the character 0.
const storable = (text: string | null): string | null => text?.replaceAll('\0', '') ?? null;

function recordOf(id: string, { row, payment, fee_details, exchange }: StoredRow): Record_ {
  const { source, customer, payout: _, ...rest } = row;
  const email = storable(customer?.email ?? null);
  return {
    ...rest,
    account: id,
    source_id: source?.id ?? null,
    source_object: source?.object ?? null,
    source_status: source?.status ?? null,
    description: storable(row.description),
    customer_name: storable(customer?.name ?? null),
    customer_email: email,
    customer_key: email === null ? null : customerKey(email),
    payment,
    fee_details,
    exchange,
    bucket: bucketOf(id, row.created),
    search: searchedText(row),
  };
}

export function rowOfRecord(record: RowRecord): Row {
  const { source_id, source_object, source_status, customer_name, customer_email, ...rest } =
    record;
  return {
    ...rest,
    source:
      source_id === null
        ? null
        : { id: source_id, object: source_object ?? 'unknown', status: source_status },
    customer:
      customer_name === null && customer_email === null
        ? null
        : { name: customer_name, email: customer_email },
  };
}

/** A balance transaction, its source expanded, as the ledger keeps it. */
export async function storedRow(
  transaction: Stripe.BalanceTransaction,
  deps: Pick<LedgerDeps, 'metadataKeys' | 'describe'>,
): Promise<StoredRow> {
  const row = await describedRow(transaction, deps);
  const source = typeof transaction.source === 'string' ? null : transaction.source;
  return { row, payment: chargeIdOf(source) ?? row.source?.id ?? null, ...detailsOf(transaction) };
}

const updates = raw(
  writtenColumns
    .filter((name) => name !== 'account' && name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);
const written = raw(writtenColumns.join(', '));

/** Puts rows in, or in place of what stood there. `payout` stays. */
export async function upsertRows(
  tx: Connection,
  id: string,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map((row) => recordOf(id, row)));
  await askFor(
    tx,
    id,
    sql`insert into express.rows (${written})
        select ${written} from json_populate_recordset(null::express.rows, ${json}::json) as given
        where given.account = ${account}
        on conflict (account, id) do update set ${updates}`,
  );
}

type KnownRecord = RowRecord & Pick<Record_, 'payment' | 'fee_details' | 'exchange'>;

/** What stands there under these ids. */
export async function storedRows(
  tx: Connection,
  id: string,
  ids: readonly string[],
): Promise<Map<string, StoredRow>> {
  const records = await askFor<KnownRecord>(
    tx,
    id,
    sql`select ${shown}, payment, fee_details, exchange from express.rows
        where account = ${account} and id = any(${ids}::text[])`,
  );
  return new Map(
    records.map(({ payment, fee_details, exchange, ...record }) => [
      record.id,
      { row: rowOfRecord(record), payment, fee_details, exchange },
    ]),
  );
}

/** Says in which payout rows left. */
export async function setPayout(
  tx: Connection,
  id: string,
  payout: string,
  ids: readonly string[],
): Promise<void> {
  await askFor(
    tx,
    id,
    sql`update express.rows set payout = ${payout}
        where account = ${account} and id = any(${ids}::text[]) and payout is distinct from ${payout}`,
  );
}

/** `created` of the newest row; null where there is none. */
export async function newestCreated(tx: Connection, id: string): Promise<number | null> {
  const [row] = await askFor<{ created: number }>(
    tx,
    id,
    sql`select created from express.rows where account = ${account}
        order by created desc, id desc limit 1`,
  );
  return row?.created ?? null;
}

/** When the next pending row becomes available, null where none is pending. */
export async function nextAvailable(tx: Connection, id: string): Promise<number | null> {
  const [row] = await askFor<{ next: number | null }>(
    tx,
    id,
    sql`select min(available_on) as next from express.rows
        where account = ${account} and status = 'pending'`,
  );
  return row?.next ?? null;
}

/** `created` of the rows that should have become available by `now`, oldest first, at most so many. */
export async function dueRows(
  tx: Connection,
  id: string,
  now: number,
  limit: number,
): Promise<number[]> {
  const rows = await askFor<{ created: number }>(
    tx,
    id,
    sql`select created from express.rows
        where account = ${account} and status = 'pending' and available_on <= ${now}
        order by available_on limit ${limit}`,
  );
  return rows.map(({ created }) => created).toSorted((a, b) => a - b);
}

/** Σ net of the payments balance by currency: what Stripe's balance must say. */
export const paymentSums = (
  tx: Connection,
  id: string,
): Promise<{ currency: string; net: number }[]> =>
  askFor(
    tx,
    id,
    sql`select currency, sum(net)::bigint as net from express.rollups
        where account = ${account} and balance_type = 'payments'
        group by currency order by currency`,
  );

/** Rows by a condition, in no order. */
export async function rowsWhere(
  tx: Connection,
  id: string,
  conditions: readonly Sql[],
  order: Sql,
): Promise<Row[]> {
  const records = await askFor<RowRecord>(
    tx,
    id,
    sql`select ${shown} from express.rows
        where account = ${account} and ${every(conditions)} ${order}`,
  );
  return records.map(rowOfRecord);
}

/** The sources of the rows that are a payment or take it back. */
export async function sourcesOfPayment(
  tx: Connection,
  id: string,
  payment: string,
): Promise<string[]> {
  const rows = await askFor<{ source_id: string }>(
    tx,
    id,
    sql`select distinct source_id from express.rows
        where account = ${account} and payment = ${payment} and source_id is not null`,
  );
  return rows.map(({ source_id }) => source_id);
}

/** The payouts that left since a time. */
export async function recentPayouts(tx: Connection, id: string, since: number): Promise<string[]> {
  const rows = await askFor<{ source_id: string }>(
    tx,
    id,
    sql`select distinct source_id from express.rows
        where account = ${account} and category = 'payout' and type = 'payout'
          and created >= ${since} and source_id is not null`,
  );
  return rows.map(({ source_id }) => source_id);
}

/** Whether there are rows of a source. */
export async function hasSource(tx: Connection, id: string, source: string): Promise<boolean> {
  const rows = await askFor(
    tx,
    id,
    sql`select id from express.rows where account = ${account} and source_id = ${source} limit 1`,
  );
  return rows.length > 0;
}

/** What a source is while something still happens to it. */
const unsettled: readonly string[] = [
  'pending',
  'in_transit',
  'requires_action',
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
];

/** The sources that may have changed since, without our having been told; the newest first, at most so many. */
export async function unsettledSources(
  tx: Connection,
  id: string,
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await askFor<{ source_id: string }>(
    tx,
    id,
    sql`select source_id from express.rows
        where account = ${account} and created >= ${since} and source_id is not null
          and source_status = any(${unsettled}::text[])
        order by created desc, id desc limit ${limit}`,
  );
  return [...new Set(rows.map(({ source_id }) => source_id))];
}
