import { toExpressError, type ExpressError } from '../../../errors.ts';
import type { Priority } from '../../../stripe/gateway.ts';
import { leaseOf, type Context } from '../context.ts';
import { dropLease, takeLease, updateState } from '../tables/states.ts';
import {
  claimWindows,
  priorities,
  returnWindow,
  type Kind,
  type Window,
} from '../tables/windows.ts';
import { readDue, readPayout, readRecent, readSource } from './current.ts';
import { readEvents } from './events.ts';
import { readHistory } from './history.ts';
import { reconcile } from './reconcile.ts';
import { LeaseLost, workOn, type Work } from './work.ts';

const handlers: Record<Kind, (work: Work) => Promise<void>> = {
  import: readHistory,
  mend: readHistory,
  recent: readRecent,
  source: readSource,
  due: readDue,
  payout: readPayout,
  events: readEvents,
  reconcile,
};

/** How many windows of one account are fetched side by side. */
const PARALLEL = 4;

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10 * 60_000;
const retryAfter = (failures: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);

async function failed(context: Context, window: Window, thrown: unknown): Promise<ExpressError> {
  const error = toExpressError(thrown);
  const { code, message } = error;
  const { account, kind } = window;
  context.deps.log('warn', `reading an account's ${kind} window failed`, {
    account,
    code,
    message,
    failures: window.failures + 1,
  });
  const notBeforeMs = context.wall() + retryAfter(window.failures);
  await returnWindow(context.db, window, { notBeforeMs, failed: true });
  await updateState(context.db, account, { failure: code });
  return error;
}

/** Works on one window; what it gives is why it failed and waits to be tried again, null where it did not. */
export async function runWindow(
  context: Context,
  window: Window,
  priority: Priority = 'import',
): Promise<ExpressError | null> {
  try {
    await handlers[window.kind](workOn(context, window, priority));
    if (window.failures > 0) await updateState(context.db, window.account, { failure: null });
    return null;
  } catch (error) {
    return error instanceof LeaseLost ? null : failed(context, window, error);
  }
}

/** The most urgent window, and others of its account that may be fetched beside it. */
async function claim(
  context: Context,
  busy: readonly string[],
  atLeast: number,
): Promise<Window[]> {
  const { db, deps } = context;
  const lease = leaseOf(context);
  const now = deps.now();
  const first = await db.transaction((tx) =>
    claimWindows(tx, { lease, now, limit: 1, busy, atLeast }),
  );
  const account = first[0]?.account;
  if (account === undefined) return [];
  const kinds: Kind[] = ['import', 'mend', 'payout', 'source'];
  const beside = await db.transaction((tx) =>
    claimWindows(tx, { lease, now, limit: PARALLEL - 1, account, kinds, atLeast }),
  );
  return [...first, ...beside];
}

async function giveBack(context: Context, windows: readonly Window[]): Promise<void> {
  for (const window of windows)
    await returnWindow(context.db, window, { notBeforeMs: 0, failed: false });
}

/** How many accounts that others are importing are passed over in one step. */
const MOST_BUSY = 20;

/**
 * Works on a few windows of one account. False where there was nothing to do.
 *
 * @param onlyUrgent leaves history, payouts and reconciliation to others
 */
export async function step(context: Context, { onlyUrgent = false } = {}): Promise<boolean> {
  const atLeast = onlyUrgent ? priorities.due : 0;
  const busy: string[] = [];
  while (busy.length < MOST_BUSY) {
    const windows = await claim(context, busy, atLeast);
    const account = windows[0]?.account;
    if (account === undefined) return false;
    if (await takeLease(context.db, account, leaseOf(context))) {
      await Promise.all(windows.map((window) => runWindow(context, window)));
      await dropLease(context.db, account, context.owner);
      return true;
    }
    await giveBack(context, windows);
    busy.push(account);
  }
  return false;
}
