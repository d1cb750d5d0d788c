import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { systemScheduler } from '../../../packages/server/src/clock.ts';
import { ExpressError } from '../../../packages/server/src/errors.ts';
import type { LedgerDeps, LedgerFactory } from '../../../packages/server/src/ledger/ledger.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { pglite } from '../../../packages/server/src/ledger/sql/db/pglite.ts';
import { sqlLedger, type SqlOptions } from '../../../packages/server/src/ledger/sql/sql-ledger.ts';
import { databases, shared } from './support/databases.ts';
import { fakeStripe } from './support/fake-stripe.ts';
import { accountOf } from './support/ledgers.ts';
import { transactionsOf } from './support/transactions.ts';

const NOW = 1_780_000_000;
const ID = 'acct_meta';
const logged: string[] = [];

const deps: LedgerDeps = {
  stripe: fakeStripe(
    new Map([
      [
        ID,
        {
          transactions: transactionsOf(1, { count: 30, days: 3, now: NOW }),
          events: [],
          payouts: new Map(),
        },
      ],
    ]),
  ),
  accountOf: async (id) => accountOf(id),
  now: () => NOW,
  scheduler: systemScheduler,
  webhooks: 'signed',
  metadataKeys: [],
  describe: null,
  log: (_, message) => logged.push(message),
};

const platform = { id: 'acct_platform', livemode: false };

const refusing =
  (pattern: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof ExpressError);
    assert.match(error.message, pattern);
    return true;
  };

for (const kind of databases)
  describe(`what a ledger on ${kind.name} belongs to`, () => {
    let db: Database;
    before(async () => {
      await kind.start();
    });
    after(() => kind.stop());

    const on = (options: SqlOptions = {}): LedgerFactory =>
      sqlLedger(shared(db), { worker: false, ...options });
    const rowsOf = async (factory: LedgerFactory): Promise<number> => {
      const ledger = factory(deps);
      await ledger.start(platform);
      const { count } = await ledger
        .for(accountOf(ID))
        .summary({ filters: {}, onlyCategories: null });
      await ledger.close();
      return count;
    };

    it('is one platform account and one mode', async () => {
      db = await kind.open();
      const start = (given: typeof platform): Promise<void> => on()(deps).start(given);
      await start(platform);
      await start(platform);
      await assert.rejects(
        start({ ...platform, id: 'acct_2' }),
        refusing(/belongs to the platform account acct_platform, but STRIPE_SECRET_KEY .* acct_2/),
      );
      await assert.rejects(
        start({ ...platform, livemode: true }),
        refusing(/holds test mode, but STRIPE_SECRET_KEY is a live mode key/),
      );
      await db.close();
    });

    it('is one world; another is refused, or begins anew where that is asked for', async () => {
      db = await kind.open();
      assert.equal(await rowsOf(on({ world: 'one' })), 30);
      assert.equal(await rowsOf(on({ world: 'one' })), 30);
      await assert.rejects(
        on({ world: 'two' })(deps).start(platform),
        refusing(/holds rows of the sandbox "one", not of the sandbox "two"/),
      );
      await assert.rejects(on()(deps).start(platform), refusing(/not of Stripe itself/));
      logged.length = 0;
      const ledger = on({ world: 'two', resetOnOtherWorld: true })(deps);
      // Another world's platform account is another one, and no reason to refuse.
      await ledger.start({ ...platform, id: 'acct_other' });
      assert.match(logged.join('\n'), /held the rows of another world and was emptied/);
      const rows = await db.query('select count(*) as n from express.rows', []);
      assert.deepEqual(rows, [{ n: 0 }]);
      await ledger.close();
      await db.close();
    });
  });

describe('rows that Stripe itself told of', () => {
  it('are never emptied for a sandbox', async () => {
    const [kind] = databases;
    assert.ok(kind);
    await kind.start();
    const db = await kind.open();
    const on = (options: SqlOptions = {}): LedgerFactory =>
      sqlLedger(shared(db), { worker: false, ...options });
    const stripes = on()(deps);
    await stripes.start(platform);
    await stripes.close();
    await assert.rejects(
      on({ world: 'one', resetOnOtherWorld: true })(deps).start(platform),
      refusing(/holds rows of Stripe itself, not of the sandbox "one"/),
    );
    await db.close();
    await kind.stop();
  });
});

describe('pglite(folder)', () => {
  it('keeps its rows from one start to the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'express-ledger-'));
    for (const calls of [1, 0]) {
      const before = (deps.stripe as ReturnType<typeof fakeStripe>).calls.length;
      const ledger = pglite(folder, { worker: false })(deps);
      await ledger.start(platform);
      const covers = await ledger.for(accountOf(ID)).covers();
      assert.deepEqual(covers, { from: null, complete: true });
      assert.equal((deps.stripe as ReturnType<typeof fakeStripe>).calls.length - before, calls);
      await ledger.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('that has not started says so', async () => {
    const ledger = pglite('memory://')(deps);
    assert.throws(() => ledger.for(accountOf(ID)), refusing(/has not started/));
    await ledger.close();
  });
});
