import type { Row } from '@express-elements/contract';
import { bucketsOf, intervalStart, type Bucket } from '../../buckets.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, sql } from '../db/sql.ts';

/** What a roll-up is kept by. `day` is the day's first instant in the account's time zone. */
export interface Slice {
  readonly day: number;
  readonly currency: string;
  readonly type: string;
  readonly reporting_category: string;
  readonly balance_type: string;
  readonly status: Row['status'];
}

export interface Sums {
  readonly count: number;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
}

export type Rollup = Slice & Sums;

const keyOf = ({ day, currency, type, reporting_category, balance_type, status }: Slice): string =>
  JSON.stringify([day, currency, type, reporting_category, balance_type, status]);

/** The day of each instant, looked up once a day: rows come in the order of time. */
export function dayFinder(timeZone: string): (time: number) => number {
  let known: Bucket = { start: 0, end: 0 };
  return (time) => {
    if (time < known.start || time >= known.end) {
      const [day] = bucketsOf({ from: time, to: time + 1, interval: 'day' }, timeZone);
      known = day ?? { start: intervalStart(time, 'day', timeZone), end: time + 1 };
    }
    return known.start;
  };
}

export interface Change {
  readonly before: Row | null;
  readonly after: Row;
}

const signed = (row: Row, sign: 1 | -1, day: number): Rollup => ({
  day,
  currency: row.currency,
  type: row.type,
  reporting_category: row.reporting_category,
  balance_type: row.balance_type,
  status: row.status,
  count: sign,
  amount: sign * row.amount,
  fee: sign * row.fee,
  net: sign * row.net,
});

const added = (a: Rollup, b: Sums): Rollup => ({
  ...a,
  count: a.count + b.count,
  amount: a.amount + b.amount,
  fee: a.fee + b.fee,
  net: a.net + b.net,
});

function gathered(rollups: readonly Rollup[]): Map<string, Rollup> {
  const map = new Map<string, Rollup>();
  for (const rollup of rollups) {
    const key = keyOf(rollup);
    const known = map.get(key);
    map.set(key, known ? added(known, rollup) : rollup);
  }
  return map;
}

/** What changes of rows do to the roll-ups: the old ones come off, the new ones on. */
export function differences(changes: readonly Change[], timeZone: string): Rollup[] {
  const dayOf = dayFinder(timeZone);
  const parts = changes.flatMap(({ before, after }) => [
    ...(before ? [signed(before, -1, dayOf(before.created))] : []),
    signed(after, 1, dayOf(after.created)),
  ]);
  return [...gathered(parts).values()].filter(
    ({ count, amount, fee, net }) => count !== 0 || amount !== 0 || fee !== 0 || net !== 0,
  );
}

const columns = sql`day, currency, type, reporting_category, balance_type, status, count, amount, fee, net`;

/**
 * Adds differences to the roll-ups. The account's state row must be locked: the new values are worked out here from
 * the old ones, for on Citus an upsert may use nothing but `excluded`.
 */
export async function applyDifferences(
  tx: Connection,
  id: string,
  parts: readonly Rollup[],
): Promise<void> {
  if (parts.length === 0) return;
  const days = [...new Set(parts.map(({ day }) => day))];
  const known = await askFor<Record<string, unknown> & Rollup>(
    tx,
    id,
    sql`select ${columns} from express.rollups
        where account = ${account} and day = any(${days}::bigint[])`,
  );
  const old = gathered(known);
  const fresh = parts.map((part) => {
    const before = old.get(keyOf(part));
    return before ? added(before, part) : part;
  });
  await upsertRollups(tx, id, fresh);
  await askFor(
    tx,
    id,
    sql`delete from express.rollups
        where account = ${account} and day = any(${days}::bigint[]) and count = 0`,
  );
}

async function upsertRollups(
  tx: Connection,
  id: string,
  rollups: readonly Rollup[],
): Promise<void> {
  const json = JSON.stringify(rollups.map((rollup) => ({ account: id, ...rollup })));
  await askFor(
    tx,
    id,
    sql`insert into express.rollups (account, ${columns})
        select account, ${columns}
        from json_populate_recordset(null::express.rollups, ${json}::json) as given
        where given.account = ${account}
        on conflict (account, day, currency, type, reporting_category, balance_type, status)
        do update set count = excluded.count, amount = excluded.amount, fee = excluded.fee,
          net = excluded.net`,
  );
}

/** How many days are summed in one statement. */
const DAYS_AT_ONCE = 500;

/** Makes every roll-up anew from the rows: the account's time zone changed, so its days begin elsewhere. */
export async function rebuildRollups(tx: Connection, id: string, timeZone: string): Promise<void> {
  await askFor(tx, id, sql`delete from express.rollups where account = ${account}`);
  const [ends] = await askFor<{ first: number | null; last: number | null }>(
    tx,
    id,
    sql`select min(created) as first, max(created) as last from express.rows
        where account = ${account}`,
  );
  if (ends?.first == null || ends.last === null) return;
  const days = bucketsOf({ from: ends.first, to: ends.last + 1, interval: 'day' }, timeZone);
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE)
    await sumDays(tx, id, days.slice(at, at + DAYS_AT_ONCE));
}

async function sumDays(tx: Connection, id: string, days: readonly Bucket[]): Promise<void> {
  const starts = days.map(({ start }) => start);
  const [from, to] = [starts[0] ?? 0, days.at(-1)?.end ?? 0];
  await askFor(
    tx,
    id,
    sql`insert into express.rollups (account, ${columns})
        select account, (${starts}::bigint[])[width_bucket(created, ${starts}::bigint[])], currency,
          type, reporting_category, balance_type, status, count(*), sum(amount), sum(fee), sum(net)
        from express.rows
        where account = ${account} and created >= ${from} and created < ${to}
        group by 1, 2, 3, 4, 5, 6, 7`,
  );
}
