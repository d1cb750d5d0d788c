/** Sums by roll-ups, whole days, and by rows, what is left of a day at either end. */
import type { Row } from '@express-elements/contract';
import { intervalStart, bucketsOf } from '../../buckets.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, every, raw, sql, type Sql } from '../db/sql.ts';
import type { Sums } from '../tables/rollups.ts';

/** `created`, inclusive to exclusive; null is without end. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** What sums are told apart by: all that decides category and net volume. */
export interface Group extends Sums {
  readonly currency: string;
  readonly type: string;
  readonly reporting_category: string;
  readonly balance_type: string;
}

/** A group of the interval with this index. */
export type IntervalGroup = Group & { readonly index: number };

const groupColumns = raw('currency, type, reporting_category, balance_type');
const sumsOfRows = raw(
  'count(*) as count, sum(amount) as amount, sum(fee) as fee, sum(net) as net',
);
const sumsOfRollups = raw(
  'sum(count) as count, sum(amount) as amount, sum(fee) as fee, sum(net) as net',
);

/** A span as whole days and the parts of days at its ends. Empty parts are left out. */
export function parted(span: Span, timeZone: string): { days: Span | null; edges: Span[] } {
  const { from, to } = span;
  if (from !== null && to !== null && to <= from) return { days: null, edges: [] };
  const firstDay = from === null ? null : nextDay(from, timeZone);
  const lastDay = to === null ? null : intervalStart(to, 'day', timeZone);
  if (firstDay !== null && lastDay !== null && lastDay <= firstDay)
    return { days: null, edges: [span] };
  const edges: Span[] = [];
  if (from !== null && from !== firstDay) edges.push({ from, to: firstDay });
  if (to !== null && to !== lastDay) edges.push({ from: lastDay, to });
  return { days: { from: firstDay, to: lastDay }, edges };
}

/** The first midnight at or after a time. */
function nextDay(time: number, timeZone: string): number {
  const [day] = bucketsOf({ from: time, to: time + 1, interval: 'day' }, timeZone);
  return day === undefined || day.start === time ? time : day.end;
}

const within = (column: Sql, { from, to }: Span): Sql =>
  every([
    ...(from === null ? [] : [sql`${column} >= ${from}`]),
    ...(to === null ? [] : [sql`${column} < ${to}`]),
  ]);

/** Sums of rows by group, for any condition. */
export const groupsOfRows = (db: Connection, id: string, condition: Sql): Promise<Group[]> =>
  askFor<Record<string, unknown> & Group>(
    db,
    id,
    sql`select ${groupColumns}, ${sumsOfRows} from express.rows
        where account = ${account} and ${condition} group by ${groupColumns}`,
  );

const groupsOfRollups = (
  db: Connection,
  id: string,
  span: Span,
  condition: Sql,
): Promise<Group[]> =>
  askFor<Record<string, unknown> & Group>(
    db,
    id,
    sql`select ${groupColumns}, ${sumsOfRollups} from express.rollups
        where account = ${account} and ${within(raw('day'), span)} and ${condition}
        group by ${groupColumns}`,
  );

/** Sums of a span by group; the condition may name only what roll-ups have. */
export async function groupsOfSpan(
  db: Connection,
  id: string,
  asked: { readonly span: Span; readonly timeZone: string; readonly condition: Sql },
): Promise<Group[]> {
  const { days, edges } = parted(asked.span, asked.timeZone);
  const groups: Group[] = [];
  if (days) groups.push(...(await groupsOfRollups(db, id, days, asked.condition)));
  for (const edge of edges) {
    const condition = sql`${within(raw('created'), edge)} and ${asked.condition}`;
    groups.push(...(await groupsOfRows(db, id, condition)));
  }
  return groups;
}

/**
 * Sums of a span by interval and group, from roll-ups (a span of whole days) or from rows.
 *
 * @param starts where the intervals begin, ascending; the last one ends with the span
 */
export const groupsByInterval = (
  db: Connection,
  id: string,
  asked: {
    readonly source: 'rollups' | 'rows';
    readonly span: Span;
    readonly starts: readonly number[];
    readonly currency: string;
  },
): Promise<IntervalGroup[]> => {
  const { source, span, starts, currency } = asked;
  const [table, time, sums] = sources[source];
  // One scan of the span: a join with the intervals is planned as one scan for each.
  return askFor<Record<string, unknown> & IntervalGroup>(
    db,
    id,
    sql`select width_bucket(${time}, ${starts}::bigint[]) - 1 as index, ${groupColumns}, ${sums}
        from ${table}
        where account = ${account} and ${within(time, span)} and currency = ${currency}
        group by 1, ${groupColumns}`,
  );
};

const sources = {
  rollups: [raw('express.rollups'), raw('day'), sumsOfRollups],
  rows: [raw('express.rows'), raw('created'), sumsOfRows],
} as const;

/** A kind of row that an account has, and the midnight of the first day that has one. */
export type KindOfRow = Pick<Row, 'currency' | 'type' | 'reporting_category' | 'balance_type'> & {
  readonly first: number;
};

/** The kinds of row that an account has at all. */
export const kindsOfRows = (db: Connection, id: string): Promise<KindOfRow[]> =>
  askFor<Record<string, unknown> & KindOfRow>(
    db,
    id,
    sql`select ${groupColumns}, min(day) as first from express.rollups
        where account = ${account} group by ${groupColumns}`,
  );
