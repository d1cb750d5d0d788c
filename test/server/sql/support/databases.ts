/** The databases of the tests: PGlite from a saved image, and a real Postgres, each empty and migrated. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Database } from '../../../../packages/server/src/ledger/sql/db/database.ts';
import { openPglite } from '../../../../packages/server/src/ledger/sql/db/pglite.ts';
import { openPostgres } from '../../../../packages/server/src/ledger/sql/db/postgres.ts';
import { startPostgres, type TestPostgres } from '../../../support/postgres.ts';

export interface Databases {
  readonly name: string;
  start(): Promise<void>;
  /** An empty database of its own. */
  open(): Promise<Database>;
  stop(): Promise<void>;
}

const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const manifest: unknown = JSON.parse(
  await readFile(join(dirname(main), '..', 'package.json'), 'utf8'),
);
const version =
  typeof manifest === 'object' && manifest !== null ? String(Reflect.get(manifest, 'version')) : '';

const imagePath = join(tmpdir(), `express-elements-pglite-${version}.tar`);

async function savedImage(): Promise<Blob | null> {
  try {
    return new Blob([await readFile(imagePath)]);
  } catch {
    // The first test on this machine makes it.
    return null;
  }
}

async function newImage(): Promise<Blob> {
  const pg = await PGlite.create({ extensions: { btree_gin, pg_trgm } });
  const image = await pg.dumpDataDir('none');
  await pg.close();
  // Put in place at once: another file's tests may be reading it.
  const path = `${imagePath}.${randomUUID()}`;
  await writeFile(path, Buffer.from(await image.arrayBuffer()));
  await rename(path, imagePath);
  return image;
}

/** Started once a file: a new data folder takes seconds, an image of one a quarter of a second. */
function pgliteDatabases(): Databases {
  let image: Blob | undefined;
  return {
    name: 'PGlite',
    async start() {
      image = (await savedImage()) ?? (await newImage());
    },
    open: () => openPglite('memory://', image),
    async stop() {
      image = undefined;
    },
  };
}

function postgresDatabases(): Databases {
  let server: TestPostgres | undefined;
  let made = 0;
  return {
    name: 'Postgres',
    async start() {
      server = await startPostgres();
    },
    async open() {
      if (!server) throw new Error('Postgres has not been started.');
      return openPostgres(await server.create(`ledger_${(made += 1)}`));
    },
    async stop() {
      await server?.stop();
    },
  };
}

export const databases: readonly Databases[] = [pgliteDatabases(), postgresDatabases()];

/** The same database for several ledgers, one after another or side by side: closing one leaves it open. */
export const shared = (db: Database): (() => Promise<Database>) => {
  const kept: Database = {
    query: (text, params) => db.query(text, params),
    exec: (script) => db.exec(script),
    transaction: (run) => db.transaction(run),
    listen: (channel, heard, missed) => db.listen(channel, heard, missed),
    tidy: (tables) => db.tidy(tables),
    close: async () => undefined,
  };
  return async () => kept;
};
