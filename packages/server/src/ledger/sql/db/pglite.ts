/**
 * The embedded ledger: Postgres in this process, its files in a folder. One process at a time has the folder;
 * the lock beside the database makes a second opener end with a sentence instead of losing rows silently.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { ExpressError } from '../../../errors.ts';
import type { LedgerFactory } from '../../ledger.ts';
import { sqlLedger, type SqlOptions } from '../sql-ledger.ts';
import type { Connection, Database, Fields } from './database.ts';
import { integerTypes, safeInteger } from './database.ts';
import { lock, LockedError, type Lock } from './lock.ts';
import type { Param } from './sql.ts';

export type { SqlOptions } from '../sql-ledger.ts';

/** A folder name that keeps nothing: for tests and trials. */
const MEMORY = 'memory://';

const parsers = {
  [integerTypes.int8]: safeInteger,
  [integerTypes.numeric]: safeInteger,
};

const reasons: Record<string, string> = {
  EACCES: 'this process may not write there',
  EPERM: 'this process may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'part of the path is a file',
};

function cannotWrite(folder: string, error: unknown): ExpressError {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  const reason = (typeof code === 'string' && reasons[code]) || String(error);
  return new ExpressError(
    'unavailable',
    `Failed to open the ledger's folder "${folder}": ${reason}. Choose a folder that this process may write.`,
    { param: 'folder', cause: error },
  );
}

function taken(folder: string, error: LockedError): ExpressError {
  return new ExpressError(
    'unavailable',
    `Failed to open the ledger's folder "${folder}": process ${error.pid} is using it. ` +
      'Stop that one first, or choose another folder.',
    { param: 'folder', cause: error },
  );
}

function lockFolder(folder: string): Lock {
  try {
    mkdirSync(folder, { recursive: true });
    return lock(join(folder, 'lock'));
  } catch (error) {
    throw error instanceof LockedError ? taken(folder, error) : cannotWrite(folder, error);
  }
}

const connectionOf = (pg: PGlite | Transaction): Connection => ({
  async query<T extends Fields>(text: string, params: readonly Param[]) {
    const { rows } = await pg.query<T>(text, [...params]);
    return rows;
  },
});

const databaseOf = (pg: PGlite, held: Lock | null): Database => ({
  ...connectionOf(pg),
  async exec(script) {
    await pg.exec(script);
  },
  transaction: (run) => pg.transaction((tx) => run(connectionOf(tx))),
  async listen(channel, heard) {
    const stop = await pg.listen(channel, heard);
    return () => stop();
  },
  // There is no autovacuum in one process: without this the planner never learns how many rows there are.
  async tidy(tables) {
    for (const table of tables) await pg.exec(`vacuum (analyze) ${table}`);
  },
  async close() {
    await pg.close();
    held?.release();
  },
});

async function start(folder: string, image: Blob | undefined): Promise<PGlite> {
  const extensions = { pg_trgm, btree_gin };
  const loaded = image ? { loadDataDir: image } : {};
  if (folder === MEMORY) return PGlite.create({ extensions, parsers, ...loaded });
  const dataDir = join(folder, 'db');
  return PGlite.create({ dataDir, extensions, parsers, ...loaded });
}

/**
 * @param folder made where it is missing, or `memory://`
 * @param image a data folder to begin with, as PGlite's `dumpDataDir` gives it: three times as fast as a new one
 */
export async function openPglite(folder: string, image?: Blob): Promise<Database> {
  const held = folder === MEMORY ? null : lockFolder(folder);
  try {
    return databaseOf(await start(folder, image), held);
  } catch (error) {
    held?.release();
    throw new ExpressError(
      'unavailable',
      `Failed to start the database in the ledger's folder "${folder}": ${String(error)}. ` +
        'If its files are damaged, remove the folder: the ledger is then imported anew.',
      { param: 'folder', cause: error },
    );
  }
}

/**
 * A ledger in a folder, for one process.
 *
 * @example createExpress({ stripe, authorize, publishableKey, ledger: pglite('./data') })
 */
export const pglite = (folder: string, options: SqlOptions = {}): LedgerFactory =>
  sqlLedger(() => openPglite(folder), options);

/**
 * Removes a ledger's database from its folder; all of it can be imported again. Throws one sentence where a process
 * is using it. True where there was one.
 */
export function dropPglite(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const held = lockFolder(folder);
  try {
    const path = join(folder, 'db');
    const found = existsSync(path);
    rmSync(path, { recursive: true, force: true });
    return found;
  } finally {
    held.release();
  }
}
