import type { Param, Sql } from './sql.ts';
import { statement, statementFor } from './sql.ts';

/** A row as the drivers give it: bigints and sums are safe integers, JSON is parsed. */
export type Fields = Record<string, unknown>;

/** One shape for PGlite, Postgres and Citus. */
export interface Connection {
  query<T extends Fields>(text: string, params: readonly Param[]): Promise<T[]>;
}

export interface Database extends Connection {
  /** Several statements without values. */
  exec(script: string): Promise<void>;
  /** All or nothing. What `run` throws undoes it and is thrown on. */
  transaction<T>(run: (tx: Connection) => Promise<T>): Promise<T>;
  /**
   * Calls `heard` with what `pg_notify` sends on the channel, and `missed` when something may have been lost because
   * the connection was. Resolves once it listens; what it returns stops it.
   */
  listen(
    channel: string,
    heard: (payload: string) => void,
    missed: () => void,
  ): Promise<() => Promise<void>>;
  /** Clears away what updates left behind and counts anew, where the database does not see to it by itself. */
  tidy(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Asks over platform tables. */
export const ask = <T extends Fields>(connection: Connection, piece: Sql): Promise<T[]> => {
  const { text, params } = statement(piece);
  return connection.query<T>(text, params);
};

/** Asks over one account's rows; the account is `$1`. */
export const askFor = <T extends Fields>(
  connection: Connection,
  account: string,
  piece: Sql,
): Promise<T[]> => {
  const { text, params } = statementFor(account, piece);
  return connection.query<T>(text, params);
};

/**
 * A bigint or a sum as a number, exact or not at all: a figure that is off by one is worse than an error.
 *
 * @example safeInteger('9007199254740993') // throws a RangeError
 */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, which is no safe integer.`);
  return value;
}

/** The types that hold bigints and what `sum` makes of them, by Postgres's numbers: int8, numeric. */
export const integerTypes = { int8: 20, numeric: 1700 } as const;
