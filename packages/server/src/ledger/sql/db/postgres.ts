/** The ledger in a Postgres database, for any number of processes. */
import pg from 'pg';
import { ExpressError } from '../../../errors.ts';
import type { LedgerFactory } from '../../ledger.ts';
import { sqlLedger, type SqlOptions } from '../sql-ledger.ts';
import { DROP } from '../world.ts';
import type { Connection, Database, Fields } from './database.ts';
import { integerTypes, safeInteger } from './database.ts';
import { listener } from './listener.ts';
import { addressOf, sentenceOf } from './postgres-errors.ts';
import type { Param } from './sql.ts';

export type { SqlOptions } from '../sql-ledger.ts';

const integers = new Set<number>(Object.values(integerTypes));

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    integers.has(oid) && format !== 'binary'
      ? safeInteger
      : pg.types.getTypeParser(oid, format ?? 'text'),
};

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 10;

/** Serialization failure, deadlock: nothing happened, and the same transaction may pass the next time. */
const passing = new Set(['40001', '40P01']);
const TRIES = 4;

const codeOf = (error: unknown): string | null => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : null;
};

/** What went wrong with the database itself becomes one sentence; what a statement did wrong stays as it is. */
const explained = (url: string, error: unknown): unknown => {
  const sentence = sentenceOf(error, addressOf(url));
  if (sentence === null) return error;
  return new ExpressError('unavailable', sentence, { param: 'DATABASE_URL', cause: error });
};

class PostgresDatabase implements Database {
  readonly #url: string;
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#url = url;
    this.#pool = new pg.Pool({
      connectionString: url,
      types,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // Waiting connections do not keep the process alive by themselves.
      allowExitOnIdle: true,
    });
    // An idle connection that breaks is replaced at the next query, which says what is wrong if it still is.
    this.#pool.on('error', () => undefined);
  }

  query<T extends Fields>(text: string, params: readonly Param[]): Promise<T[]> {
    return this.#told(() => rowsOf<T>(this.#pool, text, params));
  }

  async exec(script: string): Promise<void> {
    await this.#told(() => this.#pool.query(script));
  }

  transaction<T>(run: (tx: Connection) => Promise<T>): Promise<T> {
    return this.#told(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#once(run);
        } catch (error) {
          if (attempt >= TRIES || !passing.has(codeOf(error) ?? '')) throw error;
        }
      }
    });
  }

  listen(
    channel: string,
    heard: (payload: string) => void,
    missed: () => void,
  ): Promise<() => Promise<void>> {
    return this.#told(() => listener(this.#url, { channel, heard, missed }));
  }

  /** Vacuuming is autovacuum's; counting is done at once, for a whole import has just come in. */
  async tidy(tables: readonly string[]): Promise<void> {
    for (const table of tables) await this.exec(`analyze ${table}`);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #once<T>(run: (tx: Connection) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await run({ query: (text, params) => rowsOf(client, text, params) });
      await client.query('commit');
      return result;
    } catch (error) {
      broken = await rolledBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #told<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw explained(this.#url, error);
    }
  }
}

async function rowsOf<T extends Fields>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  params: readonly Param[],
): Promise<T[]> {
  const { rows } = await client.query<T>(text, [...params]);
  return rows;
}

/** What is wrong with a connection that cannot even undo: it must not go back to the pool. */
async function rolledBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Checks that the address can be used at all, then that the database answers. */
export async function openPostgres(url: string): Promise<Database> {
  if (addressOf(url) === null)
    throw new ExpressError(
      'unavailable',
      'DATABASE_URL is not the address of a Postgres database. Write postgres://user:password@host:5432/database.',
      { param: 'DATABASE_URL' },
    );
  const database = new PostgresDatabase(url);
  try {
    await database.query('select 1', []);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * A ledger in Postgres.
 *
 * @param url `postgres://user:password@host:5432/database`
 * @example createExpress({ stripe, authorize, publishableKey, ledger: postgres(process.env.DATABASE_URL) })
 */
export const postgres = (url: string, options: SqlOptions = {}): LedgerFactory =>
  sqlLedger(() => openPostgres(url), options);

/** Removes the ledger's tables from a database, and nothing else in it; all of it can be imported again. */
export async function dropPostgres(url: string): Promise<void> {
  const database = await openPostgres(url);
  try {
    await database.exec(DROP);
  } finally {
    await database.close();
  }
}
