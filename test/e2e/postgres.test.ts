import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settingsOf } from '../../packages/demo/src/server/settings.ts';
import { startDemo, type Demo } from '../../packages/demo/src/server/start.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { openBrowser } from '../support/browser.ts';
import { money, totalOf } from './figures.ts';
import { apiOf, settled, signIn, start, temporaryFolder } from './support.ts';

describe('a demo with its ledger in Postgres', () => {
  const folder = temporaryFolder();
  let postgres: TestPostgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a demo on the database for a while; gives what it said. */
  async function during(
    data: string,
    url: string,
    look: (demo: Demo) => Promise<void>,
  ): Promise<readonly string[]> {
    const said: string[] = [];
    const env = { PORT: '0', EXPRESS_DATA: data, EXPRESS_NOW: String(start), DATABASE_URL: url };
    const demo = await startDemo(settingsOf(env), { say: (sentence) => said.push(sentence) });
    try {
      await look(demo);
    } finally {
      await demo.close();
    }
    return said;
  }

  it('shows the same figures, and begins anew for another world with a sentence', async () => {
    const url = await postgres.create('market');
    const said = await during(join(folder, 'one'), url, async (demo) => {
      const browser = await openBrowser();
      const page = await browser.newPage();
      await signIn(page, demo.url, { to: '/shop' });
      await settled(page, 'express-balance', 'express-transactions', 'express-earnings');
      const account = demo.sandbox?.sellers[0]?.account ?? '';
      const total = await totalOf(apiOf(demo), account, 'usd');
      await page.locator('express-balance').getByText(money(total, 'usd')).first().waitFor();
      await browser.close();
    });
    assert.deepEqual(said, []);
    // The same world again: nothing to say.
    assert.deepEqual(await during(join(folder, 'one'), url, async () => undefined), []);
    const other = await during(join(folder, 'two'), url, async () => undefined);
    assert.equal(other.length, 1);
    assert.match(other[0] ?? '', /the rows of another world/);
  });
});
