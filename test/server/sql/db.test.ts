import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import { ExpressError } from '../../../packages/server/src/errors.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { lock, LockedError } from '../../../packages/server/src/ledger/sql/db/lock.ts';
import { dropPglite, openPglite } from '../../../packages/server/src/ledger/sql/db/pglite.ts';
import { dropPostgres, openPostgres } from '../../../packages/server/src/ledger/sql/db/postgres.ts';
import { distribute, migrate } from '../../../packages/server/src/ledger/sql/migrations/index.ts';
import { freePort } from '../../support/ports.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { databases } from './support/databases.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'express-ledger-'));

const failing =
  (pattern: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof ExpressError);
    assert.match(error.message, pattern);
    return true;
  };

for (const kind of databases)
  describe(`a database on ${kind.name}`, () => {
    let db: Database;
    before(async () => {
      await kind.start();
      db = await kind.open();
    });
    after(async () => {
      await db.close();
      await kind.stop();
    });

    it('gives bigints and sums as safe integers, or throws', async () => {
      const [row] = await db.query(
        'select $1::bigint as one, sum(x) as sum, count(*) as count from (values (1::bigint), (2)) v (x)',
        [Number.MAX_SAFE_INTEGER],
      );
      assert.deepEqual(row, { one: Number.MAX_SAFE_INTEGER, sum: 3, count: 2 });
      await assert.rejects(db.query('select 9007199254740993 as big', []), RangeError);
    });

    it('takes arrays and JSON', async () => {
      const rows = await db.query<{ n: number; data: unknown }>(
        `select n, $2::jsonb as data from unnest($1::bigint[]) as n where 'b' = any($3::text[])`,
        [[1, 2], JSON.stringify({ a: [1, null] }), ['a', 'b', '"}{,']],
      );
      assert.deepEqual(rows, [
        { n: 1, data: { a: [1, null] } },
        { n: 2, data: { a: [1, null] } },
      ]);
    });

    it('undoes a transaction that throws', async () => {
      await db.exec('create table t (n bigint); insert into t values (1)');
      await assert.rejects(
        db.transaction(async (tx) => {
          await tx.query('insert into t values (2)', []);
          throw new Error('no');
        }),
        /no/,
      );
      assert.deepEqual(await db.query('select n from t', []), [{ n: 1 }]);
    });

    it('hears what is notified when its transaction commits', async () => {
      const heard: string[] = [];
      let tell = (): void => undefined;
      const told = new Promise<void>((resolve) => (tell = resolve));
      const stop = await db.listen(
        'a_channel',
        (payload) => {
          heard.push(payload);
          tell();
        },
        () => undefined,
      );
      await db.transaction(async (tx) => {
        await tx.query('select pg_notify($1, $2)', ['a_channel', 'one']);
      });
      await told;
      await stop();
      await db.query('select pg_notify($1, $2)', ['a_channel', 'two']);
      assert.deepEqual(heard, ['one']);
    });

    it('is migrated once, however many start at once', async () => {
      await Promise.all([migrate(db), migrate(db), migrate(db)]);
      const rows = await db.query(`select value from express.meta where key = 'schema'`, []);
      assert.deepEqual(rows, [{ value: '1' }]);
    });

    it('of a newer version is refused', async () => {
      await db.query(`update express.meta set value = '99' where key = 'schema'`, []);
      await assert.rejects(migrate(db), failing(/newer version \(schema 99, this one knows 1\)/));
    });
  });

describe('a Citus cluster', () => {
  it('gets account tables by account, side by side, and platform tables local', async () => {
    const calls: (readonly [string, readonly unknown[]])[] = [];
    const answers: Record<string, object[]> = {
      pg_extension: [{ found: 1 }],
      pg_dist_partition: [{ name: 'express.states' }, { name: 'express.meta' }],
    };
    await distribute({
      async query<T>(text: string, params: readonly unknown[]) {
        calls.push([text, params]);
        const key = Object.keys(answers).find((name) => text.includes(name));
        return (key ? answers[key]! : []) as T[];
      },
    });
    const made = calls.slice(2).map(([text, params]) => [text.slice(7, 27), ...params]);
    assert.deepEqual(made, [
      ...['rows', 'rollups', 'activity', 'read_marks', 'read_through'].map((table) => [
        'create_distributed_t',
        `express.${table}`,
        'express.states',
      ]),
      ['citus_add_local_tabl', 'express.windows'],
      ['citus_add_local_tabl', 'express.inbox'],
    ]);
  });
});

describe('a PGlite folder', () => {
  let path: string;
  before(async () => {
    path = await folder();
  });
  after(() => rm(path, { recursive: true, force: true }));

  it('keeps what it was given, has one opener at a time, and names itself to a second', async () => {
    const first = await openPglite(path);
    await first.exec('create table kept (n bigint); insert into kept values (7)');
    await assert.rejects(
      openPglite(path),
      failing(new RegExp(`folder "${path}": process ${process.pid} is using it`)),
    );
    assert.throws(() => dropPglite(path), failing(/is using it/));
    await first.close();
    const second = await openPglite(path);
    assert.deepEqual(await second.query('select n from kept', []), [{ n: 7 }]);
    await second.close();
  });

  it('is dropped with all that is in it, and only once', () => {
    assert.equal(dropPglite(path), true);
    assert.equal(dropPglite(path), false);
    assert.equal(dropPglite(join(path, 'never')), false);
  });

  it('that cannot be written says so and why', async () => {
    const file = join(path, 'file');
    await writeFile(file, '');
    await assert.rejects(
      openPglite(join(file, 'data')),
      failing(/Failed to open the ledger's folder ".*": part of the path is a file\. Choose/),
    );
    if (process.getuid?.() === 0) return;
    await chmod(path, 0o500);
    await assert.rejects(openPglite(join(path, 'data')), failing(/may not write there/));
    await chmod(path, 0o700);
  });
});

/** A process that takes the lock and holds it until it is killed. */
async function holder(path: string): Promise<ReturnType<typeof spawn>> {
  const module = new URL('../../../packages/server/src/ledger/sql/db/lock.ts', import.meta.url);
  const script = `const { lock } = await import(${JSON.stringify(module.href)});
    lock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the holder ended with ${code}`)));
  });
  return child;
}

describe('the lock', () => {
  let path: string;
  before(async () => {
    path = join(await folder(), 'lock');
  });
  after(() => rm(join(path, '..'), { recursive: true, force: true }));

  it('of a living process is refused, of a killed one taken over', async () => {
    const child = await holder(path);
    assert.throws(
      () => lock(path),
      (error) => error instanceof LockedError && error.pid === child.pid,
    );
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    lock(path).release();
    assert.deepEqual(await readdir(join(path, '..')), []);
  });

  it('written halfway, or by an earlier process with this pid, is taken over', async () => {
    for (const stale of [
      '',
      '{"pid":',
      JSON.stringify({ pid: process.pid, started: 'long ago' }),
    ]) {
      await writeFile(path, stale);
      lock(path).release();
    }
  });

  it('is left alone on release once it is somebody else’s', async () => {
    const mine = lock(path);
    const theirs = JSON.stringify({ pid: 1, started: null });
    await writeFile(path, theirs);
    mine.release();
    assert.deepEqual(await readdir(join(path, '..')), ['lock']);
  });

  it('is taken by exactly one of many that find a stale one', async () => {
    await writeFile(path, 'stale');
    const module = new URL('../../../packages/server/src/ledger/sql/db/lock.ts', import.meta.url);
    const script = `const { lock } = await import(${JSON.stringify(module.href)});
      try { lock(${JSON.stringify(path)}); console.log('mine'); process.stdin.resume(); }
      catch { console.log('theirs'); }`;
    const racers = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]),
    );
    const words = await Promise.all(
      racers.map(
        (racer) =>
          new Promise<string>((resolve) =>
            racer.stdout.once('data', (d) => resolve(String(d).trim())),
          ),
      ),
    );
    for (const racer of racers) racer.stdin.end();
    assert.deepEqual(words.toSorted(), ['mine', 'theirs', 'theirs']);
  });
});

describe('a Postgres address', () => {
  let server: TestPostgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  const refused = async (url: string, pattern: RegExp): Promise<void> =>
    assert.rejects(openPostgres(url), (error: unknown) => {
      assert.ok(error instanceof ExpressError);
      assert.match(error.message, pattern);
      assert.match(error.message, /^DATABASE_URL/);
      assert.doesNotMatch(error.message, /secret/);
      assert.equal(error.param, 'DATABASE_URL');
      return true;
    });

  it('that is none, refused, unknown, without its database, or with a wrong password is one sentence', async () => {
    await refused('mysql://u:secret@localhost/x', /is not the address of a Postgres database/);
    await refused('nonsense', /is not the address/);
    const port = await freePort();
    await refused(
      `postgres://u:secret@127.0.0.1:${port}/x`,
      /nothing answers at 127\.0\.0\.1:\d+\/x/,
    );
    await refused(
      'postgres://u:secret@no-such-host.invalid/x',
      /host of no-such-host.invalid\/x is unknown/,
    );
    await refused(server.url('absent'), /there is no such database: .*\/absent/);
    await refused(server.url('postgres').replace(':postgres@', ':secret@'), /user or password/);
  });

  it('with ctype "C" is refused when its tables are made', async () => {
    const url = await server.create('letters');
    const db = await openPostgres(url);
    await db.exec(
      `create database plain template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
    );
    await db.close();
    const plain = await openPostgres(server.url('plain'));
    await assert.rejects(
      migrate(plain),
      failing(/ctype "C", under which a search finds no "MÜLLER"/),
    );
    await plain.close();
  });

  it('is emptied of the ledger’s tables and nothing else', async () => {
    const url = await server.create('mixed');
    const db = await openPostgres(url);
    await db.exec('create table theirs (n bigint)');
    await migrate(db);
    await dropPostgres(url);
    const rows = await db.query(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema')`,
      [],
    );
    assert.deepEqual(rows, [{ name: 'public.theirs' }]);
    await db.close();
  });

  it('is listened to again after the connection broke, and says that something may be missed', async () => {
    const db = await openPostgres(await server.create('broken'));
    let missed = (): void => undefined;
    const again = new Promise<void>((resolve) => (missed = resolve));
    const heard: string[] = [];
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const stop = await db.listen(
      'c',
      (payload) => {
        heard.push(payload);
        tell();
      },
      () => missed(),
    );
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = 'broken'`,
      [],
    );
    await again;
    await db.query('select pg_notify($1, $2)', ['c', 'back']);
    await told;
    assert.deepEqual(heard, ['back']);
    await stop();
    await db.close();
  });

  it('does not keep a process alive by its connections', async () => {
    const url = await server.create('ending');
    const module = new URL(
      '../../../packages/server/src/ledger/sql/db/postgres.ts',
      import.meta.url,
    );
    const script = `const { openPostgres } = await import(${JSON.stringify(module.href)});
      const db = await openPostgres(${JSON.stringify(url)});
      await db.listen('c', () => {}, () => {});
      await db.query('select 1', []);
      console.log('done');`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', '--input-type=module', '-e', script],
      { timeout: 20_000 },
    );
    assert.equal(stdout.trim(), 'done');
  });
});
