/** Expectations: what Stripe's API says, read with the SDK and added up here, never through a ledger of ours. */
import { netVolumePart, type Row } from '@express-elements/contract';
import type Stripe from 'stripe';
import { rowExpand, rowOf } from '../../../packages/server/src/ledger/row.ts';
import type { World } from './world.ts';

/** Every balance transaction of a seller, newest first. */
export async function transactionsOf(
  { stripe, account }: World,
  seller: number,
  params: Stripe.BalanceTransactionListParams = {},
): Promise<Stripe.BalanceTransaction[]> {
  const found: Stripe.BalanceTransaction[] = [];
  const list = stripe.balanceTransactions.list(
    { limit: 100, expand: rowExpand, ...params },
    { stripeAccount: account(seller) },
  );
  for await (const one of list) found.push(one);
  return found;
}

/** The same as rows, as both ledgers show them. */
export async function rowsOf(world: World, seller: number): Promise<Row[]> {
  return (await transactionsOf(world, seller)).map((one) => rowOf(one, ['order_id']));
}

const add = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** Σ net by currency of what the payments balance holds. */
export function netByCurrency(rows: readonly Stripe.BalanceTransaction[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) if (row.balance_type === 'payments') add(sums, row.currency, row.net);
  return sums;
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
};

/** Net volume of a stretch of time, added up row by row. */
export function volumeOf(
  rows: readonly Stripe.BalanceTransaction[],
  currency: string,
  from: number,
  to: number,
): { gross: number; refunds: number; disputes: number; fees: number; net: number; count: number } {
  const totals = { gross: 0, refunds: 0, disputes: 0, fees: 0, net: 0, count: 0 };
  for (const row of rows) {
    const part = netVolumePart(row);
    if (part === null || row.currency !== currency || row.created < from || row.created >= to)
      continue;
    totals[part] += row.amount;
    totals.fees -= row.fee;
    totals.net += row.net;
    totals.count += 1;
  }
  return totals;
}
