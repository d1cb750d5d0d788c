import { netVolumePart, type EarningsTotals, type Interval } from '@express-elements/contract';
import type { Bucket } from '../../buckets.ts';
import { addTotals, currencyOrder } from '../../earnings.ts';
import type { LedgerAccount } from '../../ledger.ts';
import type { Connection } from '../db/database.ts';
import { groupsByInterval, parted, type IntervalGroup, type KindOfRow, type Span } from './sums.ts';

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

interface Part {
  readonly source: 'rollups' | 'rows';
  readonly span: Span;
}

/** What is asked of roll-ups, and what of rows: hours, and what is left of a day at either end. */
function partsOf({ from, to }: Range, interval: Interval, timeZone: string): Part[] {
  if (interval === 'hour') return [{ source: 'rows', span: { from, to } }];
  const { days, edges } = parted({ from, to }, timeZone);
  return [
    ...(days ? [{ source: 'rollups' as const, span: days }] : []),
    ...edges.map((span) => ({ source: 'rows' as const, span })),
  ];
}

/** The sums of each interval. Rows before `from` and from `to` on are in none. */
export async function sumsByBucket(
  db: Connection,
  account: LedgerAccount,
  intervals: { readonly buckets: readonly Bucket[]; readonly interval: Interval },
  range: Range,
): Promise<(EarningsTotals | undefined)[]> {
  const sums: (EarningsTotals | undefined)[] = [];
  const starts = intervals.buckets.map(({ start }) => start);
  for (const part of partsOf(range, intervals.interval, account.timeZone)) {
    const asked = { ...part, starts, currency: range.currency };
    for (const group of await groupsByInterval(db, account.id, asked)) {
      const earned = earnedBy(group);
      if (earned) sums[group.index] = addTotals(sums[group.index] ?? nothing, earned);
    }
  }
  return sums;
}

/** The currencies in which the account has net volume, its own first. */
export const earningCurrencies = (
  kinds: readonly KindOfRow[],
  account: LedgerAccount,
): string[] => {
  const counted = kinds.filter((kind) => netVolumePart(kind) !== null);
  return currencyOrder(
    counted.map(({ currency }) => currency),
    account.defaultCurrency,
  );
};

/** The first day that has net volume in a currency, null where none has. */
export function firstEarning(kinds: readonly KindOfRow[], currency: string): number | null {
  const firsts = kinds
    .filter((kind) => kind.currency === currency && netVolumePart(kind) !== null)
    .map(({ first }) => first);
  return firsts.length === 0 ? null : Math.min(...firsts);
}
