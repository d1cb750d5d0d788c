import type Stripe from 'stripe';
import { notify } from '../context.ts';
import type { Context } from '../context.ts';
import { forgetEvents } from '../tables/inbox.ts';
import { paymentSums, recentPayouts, unsettledSources } from '../tables/rows.ts';
import {
  addWindows,
  donePayouts,
  finishWindow,
  importRanges,
  priorities,
  wishFor,
} from '../tables/windows.ts';
import { prepared, writeRows } from './commit.ts';
import { catchUp } from './events.ts';
import { allOf } from './read.ts';
import type { Work } from './work.ts';

const DAY = 86_400;
export const RECONCILE_MS = DAY * 1000;
/** Rows that new may still be listed late or change without an event that we know of. */
const REREAD = 3 * DAY;
const PAYOUTS_BACK = 30 * DAY;
/** A dispute may take months. */
const UNSETTLED_BACK = 120 * DAY;
const MOST_UNSETTLED = 500;
const FORGET = 40 * DAY;

/** The tables that days of work leave untidy. */
const CHANGED = ['express.rows', 'express.rollups', 'express.windows', 'express.states'];

type Sums = ReadonlyMap<string, number>;

async function stripeSums(work: Work): Promise<Sums> {
  const { context, window, priority } = work;
  const balance = await context.deps.stripe.call(
    'GET /v1/balance',
    { account: window.account, priority },
    (stripe, options) => stripe.balance.retrieve({}, options),
  );
  const sums = new Map<string, number>();
  for (const { currency, amount } of [...balance.available, ...balance.pending])
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return sums;
}

async function ledgerSums(context: Context, account: string): Promise<Sums> {
  const sums = await paymentSums(context.db, account);
  return new Map(sums.map(({ currency, net }) => [currency, net]));
}

/** The currencies in which two accounts of the same balance differ. */
export function differing(a: Sums, b: Sums): string[] {
  const currencies = new Set([...a.keys(), ...b.keys()]);
  return [...currencies].filter((c) => (a.get(c) ?? 0) !== (b.get(c) ?? 0)).toSorted();
}

async function rereadRecent(work: Work): Promise<Stripe.BalanceTransaction[]> {
  return allOf(work, { created: { gte: Math.max(0, work.context.deps.now() - REREAD) } });
}

/**
 * Sources whose rows are read again: payouts whose reconciliation nobody told of, for their row says whether it is
 * complete, and whatever was not settled when it was last read.
 */
async function openSources({ context, window }: Work): Promise<string[]> {
  const { db, deps } = context;
  const { account } = window;
  const now = deps.now();
  const payouts = await recentPayouts(db, account, now - PAYOUTS_BACK);
  const done = await donePayouts(db, account);
  const unsettled = await unsettledSources(db, account, now - UNSETTLED_BACK, MOST_UNSETTLED);
  return [...new Set([...payouts.filter((id) => !done.has(id)), ...unsettled])];
}

/**
 * Once a day: takes in events that were lost, reads recent rows again, and compares the sum of the ledger with
 * Stripe's balance. Where they differ, all of history is read again in the background.
 */
export async function reconcile(work: Work): Promise<void> {
  const { context, window } = work;
  const { account } = window;
  await catchUp(work);
  const transactions = await rereadRecent(work);
  const rows = await prepared(context, transactions);
  const [theirs, sources] = [await stripeSums(work), await openSources(work)];
  await work.commit(async (tx, state) => {
    const changed = await writeRows(tx, context, account, state, { transactions, rows });
    await wishFor(
      tx,
      sources.map((subject) => ({
        account,
        kind: 'source' as const,
        subject,
        priority: priorities.mend,
      })),
    );
    await forgetEvents(tx, account, context.deps.now() - FORGET);
    await finishWindow(tx, window);
    const again = context.wall() + RECONCILE_MS;
    await wishFor(tx, [
      { account, kind: 'reconcile', priority: priorities.reconcile, notBeforeMs: again },
    ]);
    if (changed) await notify(tx, { account, topics: ['transactions'] });
  });
  await mend(work, theirs);
  await context.db.tidy(CHANGED);
}

/** Reads all of history again where the sums differ and nothing is under way that may explain it. */
async function mend({ context, window }: Work, theirs: Sums): Promise<void> {
  const { account } = window;
  const ranges = await importRanges(context.db, account);
  if (ranges.some(({ done }) => !done)) return;
  const currencies = differing(theirs, await ledgerSums(context, account));
  if (currencies.length === 0) return;
  context.deps.log('warn', 'the ledger differs from Stripe and is read again', {
    account,
    currencies,
  });
  await addWindows(
    context.db,
    ranges.map(({ start, stop }) => ({
      account,
      kind: 'mend' as const,
      priority: priorities.mend,
      start,
      stop,
    })),
  );
}
