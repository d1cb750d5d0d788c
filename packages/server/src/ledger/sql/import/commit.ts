import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import type { Connection } from '../db/database.ts';
import { applyDifferences, differences } from '../tables/rollups.ts';
import {
  nextAvailable,
  storedRow,
  storedRows,
  upsertRows,
  type StoredRow,
} from '../tables/rows.ts';
import { updateState, type State } from '../tables/states.ts';
import { addWindows, priorities, wishFor, type NewWindow } from '../tables/windows.ts';

/** How many rows go into one statement. */
const BATCH = 2000;

/** The same words whatever the order of keys: JSON from the database comes back in its own. */
const words = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** `payout` is not Stripe's word on this row but its payout's, and stays what it is. */
const same = (a: StoredRow, b: StoredRow): boolean =>
  words({ ...a, row: { ...a.row, payout: null } }) ===
  words({ ...b, row: { ...b.row, payout: null } });

async function writeBatch(
  tx: Connection,
  id: string,
  state: State,
  batch: readonly StoredRow[],
): Promise<{ changed: number; added: number }> {
  const known = await storedRows(
    tx,
    id,
    batch.map(({ row }) => row.id),
  );
  const fresh = batch.filter((stored) => {
    const before = known.get(stored.row.id);
    return before === undefined || !same(before, stored);
  });
  const changes = fresh.map(({ row }) => ({ before: known.get(row.id)?.row ?? null, after: row }));
  await upsertRows(tx, id, fresh);
  await applyDifferences(tx, id, differences(changes, state.time_zone));
  return { changed: fresh.length, added: fresh.length - changes.filter((c) => c.before).length };
}

/** A payout whose rows Stripe can tell now. */
function reconciled({ type, source }: Stripe.BalanceTransaction): string | null {
  if (type !== 'payout' || typeof source !== 'object' || source?.object !== 'payout') return null;
  return source.automatic && source.reconciliation_status === 'completed' ? source.id : null;
}

export const payoutWindow = (account: string, payout: string): NewWindow => ({
  account,
  kind: 'payout',
  subject: payout,
  priority: priorities.payout,
});

/** Stripe makes pending money available some time on its day: what still is not is asked again after this long. */
const DUE_AGAIN_MS = 10 * 60_000;

/** Puts the time in the queue at which the next pending row becomes available. */
export async function planDue(
  tx: Connection,
  context: Context,
  account: string,
  { tried = false } = {},
): Promise<void> {
  const next = await nextAvailable(tx, account);
  if (next === null) return;
  const again = tried && next <= context.deps.now();
  await wishFor(tx, [
    {
      account,
      kind: 'due',
      priority: priorities.due,
      due: next,
      ...(again && { notBeforeMs: context.wall() + DUE_AGAIN_MS }),
    },
  ]);
}

/** Balance transactions as the ledger keeps them: before the transaction, for the host's `describe` may take its time. */
export async function prepared(
  context: Context,
  transactions: readonly Stripe.BalanceTransaction[],
): Promise<Map<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  for (const transaction of transactions)
    rows.set(transaction.id, await storedRow(transaction, context.deps));
  return rows;
}

/**
 * Writes rows and all that follows from them: roll-ups, the count, payouts to look into, the next due time.
 * The account's state is locked. True where anything changed.
 */
export async function writeRows(
  tx: Connection,
  context: Context,
  account: string,
  state: State,
  given: {
    readonly transactions: readonly Stripe.BalanceTransaction[];
    readonly rows: ReadonlyMap<string, StoredRow>;
  },
): Promise<boolean> {
  const rows = [...given.rows.values()];
  let [changed, added] = [0, 0];
  for (let at = 0; at < rows.length; at += BATCH) {
    const written = await writeBatch(tx, account, state, rows.slice(at, at + BATCH));
    changed += written.changed;
    added += written.added;
  }
  const payouts = given.transactions.map(reconciled).filter((id) => id !== null);
  await addWindows(
    tx,
    payouts.map((id) => payoutWindow(account, id)),
  );
  if (added > 0) await updateState(tx, account, { row_count: state.row_count + added });
  if (changed > 0) await planDue(tx, context, account);
  return changed > 0;
}
