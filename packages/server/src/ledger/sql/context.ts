import type { LiveTopic } from '@express-elements/contract';
import type { LedgerDeps } from '../ledger.ts';
import { ask, type Connection, type Database } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { Lease } from './tables/windows.ts';

/** What every part of the SQL ledger works with. */
export interface Context {
  readonly db: Database;
  readonly deps: LedgerDeps;
  /** Who holds this process's leases: random, one a start. */
  readonly owner: string;
  /** The wall clock in milliseconds: leases are shared by processes, which no monotonic clock is. */
  readonly wall: () => number;
  /** How many rows a search looks at one by one before it asks the index of months. */
  readonly walked: number;
  /** Whether somebody is looking at the account just now. */
  readonly isWatched: (account: string) => boolean;
}

const LEASE_MS = 30_000;

export function leaseOf(context: Pick<Context, 'owner' | 'wall'>): Lease {
  const nowMs = context.wall();
  return { owner: context.owner, nowMs, untilMs: nowMs + LEASE_MS };
}

/** The channel of `listen` and `notify`. */
export const CHANNEL = 'express_elements';

export interface Hint {
  readonly account: string;
  readonly topics: readonly LiveTopic[];
}

/** Tells every process, when the transaction commits, what of an account has changed. */
export async function notify(tx: Connection, hint: Hint): Promise<void> {
  if (hint.topics.length === 0) return;
  await ask(tx, sql`select pg_notify(${CHANNEL}, ${JSON.stringify(hint)})`);
}
