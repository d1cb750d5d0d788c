import { netVolumePart, type EarningsTotals } from '@express-elements/contract';
import type { Bucket } from '../../buckets.ts';
import { addTotals, currencyOrder } from '../../earnings.ts';
import type { LedgerAccount } from '../../ledger.ts';
import type { Connection } from '../db/database.ts';
import {
  groupsByInterval,
  kindsOfRows,
  parted,
  type IntervalGroup,
  type Intervals,
} from './sums.ts';

const nothing: EarningsTotals = { gross: 0, refunds: 0, disputes: 0, fees: 0, net: 0, count: 0 };

/** What a group adds to net volume; null where it does not count. */
function earnedBy(group: IntervalGroup): EarningsTotals | null {
  const part = netVolumePart(group);
  if (part === null) return null;
  const { amount, fee, net, count } = group;
  return { ...nothing, [part]: amount, fees: 0 - fee, net, count };
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly currency: string;
}

/** Which part of an interval is asked of roll-ups, and which of rows. */
interface Parts {
  readonly rollups: (Bucket & { index: number })[];
  readonly rows: (Bucket & { index: number })[];
}

/** Rows before `from` and from `to` on are not in it: the intervals at the ends are cut. */
const cut = ({ start, end }: Bucket, { from, to }: Range): Bucket => ({
  start: Math.max(start, from),
  end: Math.min(end, to),
});

function partsOf(buckets: readonly Bucket[], range: Range, timeZone: string): Parts {
  const parts: Parts = { rollups: [], rows: [] };
  buckets.forEach((bucket, index) => {
    const { start, end } = cut(bucket, range);
    const { days, edges } = parted({ from: start, to: end }, timeZone);
    const of = (span: { from: number | null; to: number | null }) => ({
      start: span.from ?? start,
      end: span.to ?? end,
      index,
    });
    if (days) parts.rollups.push(of(days));
    parts.rows.push(...edges.map(of));
  });
  return parts;
}

const intervalsOf = (buckets: readonly Bucket[]): Intervals => ({
  starts: buckets.map(({ start }) => start),
  stops: buckets.map(({ end }) => end),
});

/** The sums of each interval: days from roll-ups; hours, and what is left of a day, from rows. */
export async function sumsByBucket(
  db: Connection,
  account: LedgerAccount,
  buckets: readonly Bucket[],
  range: Range,
): Promise<(EarningsTotals | undefined)[]> {
  const sums: (EarningsTotals | undefined)[] = [];
  const parts = partsOf(buckets, range, account.timeZone);
  for (const source of ['rollups', 'rows'] as const) {
    const asked = parts[source];
    if (asked.length === 0) continue;
    const { id } = account;
    const groups = await groupsByInterval(db, id, source, intervalsOf(asked), range.currency);
    for (const group of groups) {
      const earned = earnedBy(group);
      const index = asked[group.index]?.index;
      if (earned && index !== undefined) sums[index] = addTotals(sums[index] ?? nothing, earned);
    }
  }
  return sums;
}

/** The currencies in which the account has net volume, its own first. */
export async function earningCurrencies(db: Connection, account: LedgerAccount): Promise<string[]> {
  const kinds = await kindsOfRows(db, account.id);
  const counted = kinds.filter((kind) => netVolumePart(kind) !== null);
  return currencyOrder(
    counted.map(({ currency }) => currency),
    account.defaultCurrency,
  );
}
