import { ExpressError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { ask, type Database } from './db/database.ts';
import { sql } from './db/sql.ts';
import { META } from './migrations/index.ts';
import { getMeta, setMeta } from './tables/meta.ts';
import type { SqlOptions } from './sql-ledger.ts';

/** The ledger's tables and nothing else. */
export const DROP = 'drop schema if exists express cascade';

const isThere = async (db: Database): Promise<boolean> => {
  const rows = await ask(db, sql`select 1 as found where to_regclass('express.meta') is not null`);
  return rows.length > 0;
};

/** Which world the rows are from, null where none was ever said; undefined where there are no tables yet. */
async function worldOf(db: Database): Promise<string | null | undefined> {
  return (await isThere(db)) ? getMeta(db, 'world') : undefined;
}

/**
 * Sees to it that the rows are of this world. A world that was never named may be Stripe itself, so its rows are
 * another world's.
 */
export async function enterWorld(
  db: Database,
  { world, resetOnOtherWorld = false }: SqlOptions,
  log: Log,
): Promise<void> {
  const stored = await worldOf(db);
  if ((world ?? null) === stored) return;
  if (stored !== undefined) {
    // What Stripe itself said may be a platform's own database, given by mistake: never emptied for a sandbox.
    if (!resetOnOtherWorld || stored === null) throw otherWorld(stored, world);
    log('warn', 'the ledger held the rows of another world and was emptied', {
      held: stored,
      now: world ?? 'Stripe',
    });
    await db.exec(DROP);
  }
  if (world === undefined) return;
  await db.exec(META);
  await setMeta(db, 'world', world);
}

const named = (world: string | null | undefined): string =>
  world == null ? 'Stripe itself' : `the sandbox "${world}"`;

const otherWorld = (stored: string | null, world: string | undefined): ExpressError =>
  new ExpressError(
    'unavailable',
    `This ledger holds rows of ${named(stored)}, not of ${named(world)}. Use another database, or drop this one.`,
    { param: 'world' },
  );
