import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import { systemScheduler } from '../../../packages/server/src/clock.ts';
import { everything } from '../../../packages/server/src/ledger/ledger.ts';
import { pglite } from '../../../packages/server/src/ledger/sql/db/pglite.ts';
import { runs, seed } from '../../support/runs.ts';
import { IMPORT, importedAccount, importedStripe } from './support/importer.ts';
import { drain } from './support/ledgers.ts';
import { between, randomOf } from './support/transactions.ts';

const clock = join(import.meta.dirname, '../../../packages/server/src/clock.ts');
const importer = join(import.meta.dirname, 'support', 'importer.ts');
const flags = ['--import', 'tsx', '--conditions=source'];
const ROWS = 2500;

/** Imports until so many windows are in, then dies as by a power cut. */
async function importAndKill(folder: string, windows: number): Promise<void> {
  const args = [...flags, importer, folder, String(seed), String(ROWS)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let seen = 0;
  for await (const chunk of child.stdout) {
    seen += String(chunk).split('\n').length - 1;
    if (seen >= windows) break;
  }
  child.kill('SIGKILL');
  await gone;
}

describe(`an import that is killed (seed ${seed})`, () => {
  const random = randomOf(seed);
  // Each costs two starts of a database.
  const kills = Math.ceil(runs(20) / 5);
  for (let kill = 1; kill <= kills; kill += 1) {
    const windows = between(random, 1, 10);
    it(`after ${windows} windows goes on where it was`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'express-killed-'));
      await importAndKill(folder, windows);
      const stripe = importedStripe(seed, ROWS);
      // The lease of whoever was killed has run out.
      const wall = (): number => Date.now() + 31_000;
      const ledger = pglite(folder, { worker: false, wall })({
        stripe,
        accountOf: async () => importedAccount,
        now: () => IMPORT.now,
        scheduler: systemScheduler,
        webhooks: 'signed',
        metadataKeys: [],
        describe: null,
        log: () => undefined,
      });
      await ledger.start({ id: 'acct_platform', livemode: false });
      await ledger.for(importedAccount).covers();
      await drain(ledger);
      const all = await ledger.for(importedAccount).summary({ filters: {}, onlyCategories: null });
      assert.equal(all.count, ROWS);
      assert.deepEqual(all.covers, everything);
      const net = stripe.accounts
        .get(IMPORT.id)!
        .transactions.reduce((sum, one) => sum + one.net, 0);
      assert.equal(
        all.sums.reduce((sum, one) => sum + one.net, 0),
        net,
      );
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    });
  }
});

describe('the worker', () => {
  it('does not keep a process alive', async () => {
    const script = `
      const { pglite } = await import('@express-elements/server/pglite');
      const { importedAccount, importedStripe, IMPORT } = await import(${JSON.stringify(importer)});
      const { systemScheduler } = await import(${JSON.stringify(clock)});
      const ledger = pglite('memory://')({
        stripe: importedStripe(1, 300), accountOf: async () => importedAccount, now: () => IMPORT.now,
        scheduler: systemScheduler, webhooks: 'signed', metadataKeys: [], describe: null, log() {},
      });
      await ledger.start({ id: 'acct_platform', livemode: false });
      await ledger.for(importedAccount).covers();
      console.log('done');`;
    const args = [...flags, '--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 100_000 });
    assert.equal(stdout.trim(), 'done');
  });
});
