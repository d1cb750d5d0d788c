import { ask, type Connection, type Database } from '../db/database.ts';
import { raw, sql } from '../db/sql.ts';
import { ExpressError } from '../../../errors.ts';
import { getMeta, setMeta } from '../tables/meta.ts';
import { migration0001 } from './0001.ts';

/** In order; one that has been released is never edited. */
const migrations = [migration0001];

/** Two processes that start at once migrate one after the other. Any number does, so long as it is ours. */
const MIGRATION_LOCK = 7_396_110_001;

/** Not a migration: `meta` says how many have been applied. */
export const META = /* sql */ `
create schema if not exists express;
create table if not exists express.meta (key text collate "C" primary key, value text not null);
`;

const statementsOf = (script: string): string[] =>
  script
    .split(/;\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** One at a time: both drivers take a single statement where a transaction is open. */
async function runScript(tx: Connection, script: string): Promise<void> {
  for (const text of statementsOf(script)) await tx.query(text, []);
}

async function applied(tx: Connection): Promise<number> {
  const version = Number((await getMeta(tx, 'schema')) ?? '0');
  if (version > migrations.length)
    throw new ExpressError(
      'unavailable',
      `This database was written by a newer version (schema ${version}, this one knows ${migrations.length}). ` +
        'Update @express-elements/server.',
    );
  return version;
}

const accountTables = ['states', 'rows', 'rollups', 'activity', 'read_marks', 'read_through'];
const platformTables = ['meta', 'windows', 'inbox'];

/** On Citus: account tables by account and side by side, platform tables local and known to it. Elsewhere nothing. */
export async function distribute(tx: Connection): Promise<void> {
  const citus = await ask(tx, sql`select 1 as found from pg_extension where extname = 'citus'`);
  if (citus.length === 0) return;
  const known = await ask<{ name: string }>(
    tx,
    sql`select logicalrelid::text as name from pg_dist_partition`,
  );
  const names = new Set(known.map(({ name }) => name));
  const missing = (table: string): boolean => !names.has(`express.${table}`);
  for (const table of accountTables.filter(missing)) {
    const beside = table === 'states' ? 'none' : 'express.states';
    await ask(
      tx,
      sql`select create_distributed_table(${`express.${table}`}, 'account', colocate_with => ${beside})`,
    );
  }
  for (const table of platformTables.filter(missing))
    await ask(tx, sql`select citus_add_local_table_to_metadata(${`express.${table}`})`);
}

/** Without trigrams for letters beyond ASCII, a search would miss names, and say nothing. */
async function checkLetters(db: Database): Promise<void> {
  const [row] = await ask<{ known: boolean }>(
    db,
    sql`select cardinality(show_trgm('東京商店')) > 0 and 'MÜLLER' ilike '%müller%' as known`,
  );
  if (row?.known) return;
  throw new ExpressError(
    'unavailable',
    'DATABASE_URL: this database has the ctype "C", under which a search finds no "MÜLLER". ' +
      'Create one with: create database NAME template template0 encoding UTF8 locale "C.UTF-8".',
    { param: 'DATABASE_URL' },
  );
}

/** Brings the tables to this version's shape; safe when several processes start at once. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await ask(tx, sql`select pg_advisory_xact_lock(${raw(String(MIGRATION_LOCK))})`);
    await runScript(tx, META);
    const from = await applied(tx);
    for (const script of migrations.slice(from)) await runScript(tx, script);
    if (from < migrations.length) await setMeta(tx, 'schema', String(migrations.length));
    await distribute(tx);
  });
  await checkLetters(db);
}
