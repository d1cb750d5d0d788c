import type Stripe from 'stripe';
import { ExpressError } from '../../../errors.ts';
import { notify } from '../context.ts';
import type { Connection } from '../db/database.ts';
import { dueRows, newestCreated, setPayout, sourcesOfPayment } from '../tables/rows.ts';
import { addWindows, finishWindow, priorities, returnWindow } from '../tables/windows.ts';
import { planDue, prepared, writeRows } from './commit.ts';
import { clusters, PAGES_PER_WINDOW, type Range } from './plan.ts';
import { allOf, created, readRange } from './read.ts';
import type { Work } from './work.ts';

type Transaction = Stripe.BalanceTransaction;

/** Stripe's list may be a little behind its events, and `created` has whole seconds. */
const OVERLAP = 600;

/** Writes what was read, does what else belongs to it, and ends the window, all at once. */
async function commitRead(
  work: Work,
  transactions: readonly Transaction[],
  also: (tx: Connection) => Promise<void> = async () => undefined,
): Promise<void> {
  const { context, window } = work;
  const rows = await prepared(context, transactions);
  await work.commit(async (tx, state) => {
    const changed = await writeRows(tx, context, window.account, state, { transactions, rows });
    await also(tx);
    await finishWindow(tx, window);
    // A row may be a payment, which the feed tells; or whose refund or dispute the feed tells of.
    if (changed)
      await notify(tx, { account: window.account, topics: ['transactions', 'activity'] });
  });
}

/** What is newer than the newest row. After a long silence that is history, and goes the way of history. */
export async function readRecent(work: Work): Promise<void> {
  const { context, window } = work;
  const newest = await newestCreated(context.db, window.account);
  const range: Range = { start: Math.max(0, (newest ?? 0) - OVERLAP), stop: null };
  const { transactions, cut } = await readRange(work, range, PAGES_PER_WINDOW);
  if (!cut) return commitRead(work, transactions);
  await work.commit(async (tx) => {
    const { account } = window;
    await addWindows(tx, [{ account, kind: 'import', priority: priorities.first, ...range }]);
    await finishWindow(tx, window);
  });
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof ExpressError && error.stripe?.code === code;

async function ofSource(work: Work, source: string): Promise<Transaction[]> {
  try {
    return await allOf(work, { source });
  } catch (error) {
    // What never touched the balance is no source of a row.
    if (isCode(error, 'resource_missing')) return [];
    throw error;
  }
}

/** The rows of a source, and of what takes the same payment back: they carry its customer and its words. */
export async function readSource(work: Work): Promise<void> {
  const { context, window } = work;
  const related = await sourcesOfPayment(context.db, window.account, window.subject);
  const transactions: Transaction[] = [];
  for (const source of new Set([window.subject, ...related]))
    transactions.push(...(await ofSource(work, source)));
  await commitRead(work, transactions);
}

/** So many pending rows are looked at in one go. */
const DUE_AT_ONCE = 2000;

/** Pending rows whose time has come. */
export async function readDue(work: Work): Promise<void> {
  const { context, window } = work;
  const { account } = window;
  const times = await dueRows(context.db, account, context.deps.now(), DUE_AT_ONCE);
  const transactions: Transaction[] = [];
  for (const range of clusters(times)) transactions.push(...(await allOf(work, created(range))));
  const rows = await prepared(context, transactions);
  await work.commit(async (tx, state) => {
    const changed = await writeRows(tx, context, account, state, { transactions, rows });
    await finishWindow(tx, window);
    await planDue(tx, context, account, { tried: true });
    if (changed) await notify(tx, { account, topics: ['transactions', 'balance'] });
  });
}

const RECONCILED_AGAIN_MS = 3_600_000;

/** The rows that left in a payout, once Stripe can tell them. */
export async function readPayout(work: Work): Promise<void> {
  const { context, window } = work;
  const payout = window.subject;
  const transactions = await allOf(work, { payout }).catch((error: unknown) => {
    if (isCode(error, 'payout_reconciliation_not_ready')) return null;
    throw error;
  });
  if (transactions === null)
    return returnWindow(context.db, window, {
      notBeforeMs: context.wall() + RECONCILED_AGAIN_MS,
      failed: false,
    });
  const ids = transactions.filter(({ source }) => idOf(source) !== payout).map(({ id }) => id);
  await commitRead(work, transactions, (tx) => setPayout(tx, window.account, payout, ids));
}

const idOf = (source: Transaction['source']): string | null =>
  typeof source === 'string' ? source : (source?.id ?? null);
