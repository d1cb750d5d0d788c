import { after, before, beforeEach, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExpressError } from '../../../packages/server/src/errors.ts';
import {
  everything,
  type Ledger,
  type PageRequest,
} from '../../../packages/server/src/ledger/ledger.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { dayFinder } from '../../../packages/server/src/ledger/sql/tables/rollups.ts';
import { property, seed } from '../../support/runs.ts';
import { databases } from './support/databases.ts';
import { fakeStripe, type FakeAccount, type FakeStripe } from './support/fake-stripe.ts';
import { accountOf, drain, startLedger, type Clocks } from './support/ledgers.ts';
import { empty, summed, tablesOf } from './support/tables.ts';
import { randomOf, transactionOf, transactionsOf } from './support/transactions.ts';

const NOW = Date.UTC(2026, 2, 31, 12) / 1000;
const ID = 'acct_import';
const DAY = 86_400;
const account = accountOf(ID, { created: NOW - 100 * DAY });
const all = { filters: {}, onlyCategories: null };
const newest: PageRequest = { sort: 'created', order: 'desc', limit: 100 };

const worldOf = (count: number): FakeAccount => ({
  transactions: transactionsOf(seed, { count, days: 90, now: NOW }),
  events: [],
  payouts: new Map(),
});

/** A database whose transactions stop working after so many: as good as a kill for whoever has it. */
function killedAfter(db: Database, transactions: number): Database {
  let left = transactions;
  return {
    ...db,
    query: (text, params) => db.query(text, params),
    transaction: (run) => {
      if (left <= 0) throw new Error('killed');
      return db.transaction(async (tx) => {
        const result = await run(tx);
        // The last one does all its work and is not committed.
        if ((left -= 1) <= 0) throw new Error('killed');
        return result;
      });
    },
  };
}

for (const kind of databases)
  describe(`the import on ${kind.name} (seed ${seed})`, () => {
    let db: Database;
    let world: FakeAccount;
    let stripe: FakeStripe;
    let clocks: Clocks;

    before(async () => {
      await kind.start();
      db = await kind.open();
    });
    after(async () => {
      await db.close();
      await kind.stop();
    });
    beforeEach(async () => {
      await empty(db);
      world = worldOf(1600);
      stripe = fakeStripe(new Map([[ID, world]]));
      clocks = { now: NOW, wall: 1_000_000 };
    });

    const start = (options = {}): Promise<Ledger> =>
      startLedger({ db, stripe, clocks, ...options });
    const sortedIds = (): string[] => world.transactions.map(({ id }) => id).toSorted();
    const idsOf = async (): Promise<unknown[]> => (await tablesOf(db, ID)).rows.map(({ id }) => id);
    const historyCalls = (): number =>
      stripe.calls.filter(({ query }) => query.has('created[gte]')).length;
    const listCalls = (): number =>
      stripe.calls.filter(({ path }) => path.endsWith('/balance_transactions')).length;

    it('answers the first question from the newest page, by one call, and says what it covers', async () => {
      const ledger = await start();
      const page = await ledger.for(account).page(all, newest);
      assert.equal(listCalls(), 1);
      assert.equal(page.rows.length, 100);
      const oldest = page.rows.at(-1)!;
      assert.deepEqual(page.covers, { from: oldest.created + 1, complete: false });
      const known = await ledger
        .for(account)
        .page({ ...all, filters: { from: oldest.created + 1 } }, newest);
      assert.deepEqual(known.covers, everything);
      const sync = await ledger.sync(account);
      assert.equal(sync?.phase, 'importing');
      assert.equal(sync?.rows, 100);
      await ledger.close();
    });

    it('asks once however many ask at once', async () => {
      const ledger = await start();
      await Promise.all(Array.from({ length: 5 }, () => ledger.for(account).page(all, newest)));
      assert.equal(listCalls(), 1);
      await ledger.close();
    });

    it('reads everything once, in windows, and adds it up by day', async () => {
      const ledger = await start();
      await ledger.for(account).covers();
      await drain(ledger);
      assert.deepEqual(await idsOf(), sortedIds());
      assert.deepEqual(await ledger.for(account).covers(), everything);
      const sync = await ledger.sync(account);
      assert.equal(sync?.phase, 'current');
      assert.equal(sync?.rows, world.transactions.length);
      assert.equal(sync?.windows.done, sync?.windows.total);
      const { rollups } = await tablesOf(db, ID);
      const expected = await summed(db, ID, dayFinder('Europe/Berlin'));
      assert.deepEqual(
        new Set(rollups.map((r) => JSON.stringify(r))),
        new Set(expected.map((r) => JSON.stringify(r))),
      );
      await ledger.close();
    });

    it('cuts no second in two, however many rows it holds', async () => {
      const random = randomOf(seed);
      world.transactions = Array.from({ length: 1500 }, (_, index) =>
        transactionOf(random, {
          created: NOW - 5000 + (index < 1200 ? 0 : index),
          now: NOW,
          key: `d${index}`,
        }),
      );
      const ledger = await start();
      await ledger.for(account).covers();
      await drain(ledger);
      assert.deepEqual(await idsOf(), sortedIds());
      await ledger.close();
    });

    it('of an account without rows is done at once', async () => {
      world.transactions = [];
      const ledger = await start();
      const page = await ledger.for(account).page(all, newest);
      assert.deepEqual(page, { rows: [], hasPrevious: false, hasNext: false, covers: everything });
      assert.equal((await ledger.sync(account))?.phase, 'current');
      await ledger.close();
    });

    it('killed at any transaction loses nothing and repeats at most the windows at work', async () => {
      const whole = await start();
      await whole.for(account).covers();
      await drain(whole);
      const fresh = historyCalls();
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (transactions) => {
          await empty(db);
          stripe.calls.length = 0;
          clocks.wall += 1_000_000;
          const killed = killedAfter(db, transactions);
          const first = await start({ db: killed, deps: {} }).catch(() => null);
          await first
            ?.for(account)
            .covers()
            .catch(() => undefined);
          if (first) await drain(first).catch(() => undefined);
          clocks.wall += 31_000;
          const second = await start();
          await second.for(account).covers();
          await drain(second);
          assert.deepEqual(await idsOf(), sortedIds());
          assert.equal((await second.sync(account))?.rows, world.transactions.length);
          assert.ok(
            historyCalls() <= fresh + 44,
            `${historyCalls()} calls, ${fresh} without a kill`,
          );
        }),
        { ...property(100), includeErrorInReport: true },
      );
    });

    it('of one account runs in one process at a time, until the lease has run out', async () => {
      const theirs = fakeStripe(stripe.accounts);
      const [one, other] = [await start(), await startLedger({ db, stripe: theirs, clocks })];
      await one.for(account).covers();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let reached = (): void => undefined;
      const asking = new Promise<void>((resolve) => (reached = resolve));
      stripe.before = () => {
        reached();
        return held;
      };
      const running = drain(one);
      await asking;
      await drain(other);
      assert.equal(theirs.calls.length, 0, 'the other one leaves it alone');
      clocks.wall += 31_000;
      await drain(other);
      assert.deepEqual(await idsOf(), sortedIds());
      release();
      await running;
      assert.deepEqual(await idsOf(), sortedIds());
      assert.equal((await one.sync(account))?.rows, world.transactions.length);
      await one.close();
      await other.close();
    });

    it('that Stripe refuses says so to the seller, waits, and goes on by itself', async () => {
      const logged: string[] = [];
      const ledger = await start({
        deps: { log: (_: string, message: string) => logged.push(message) },
      });
      stripe.before = () => {
        throw new TypeError('the network is away');
      };
      await assert.rejects(
        ledger.for(account).page(all, newest),
        (error) => error instanceof ExpressError && error.code !== 'internal',
      );
      assert.match(logged.join('\n'), /import window failed/);
      await drain(ledger);
      const sync = await ledger.sync(account).catch((error: unknown) => error);
      assert.ok(sync instanceof ExpressError);
      stripe.before = () => undefined;
      clocks.wall += 60_000;
      await drain(ledger);
      assert.equal((await ledger.sync(account))?.phase, 'current');
      await ledger.close();
    });

    it('puts the account that a seller looks at before others', async () => {
      const ids = ['acct_a', 'acct_b', 'acct_c'];
      for (const id of ids) stripe.accounts.set(id, worldOf(600));
      const ledger = await start();
      for (const id of ids) await ledger.for(accountOf(id)).covers();
      await ledger.for(accountOf('acct_b')).covers();
      const seen = stripe.calls.length;
      await ledger.tick(1);
      assert.ok(stripe.calls.length > seen);
      await drain(ledger);
      for (const id of ids) assert.equal((await ledger.sync(accountOf(id)))?.phase, 'current');
      await ledger.close();
    });

    it('moves every day when the seller’s time zone changes', async () => {
      const ledger = await start();
      await ledger.for(account).covers();
      await drain(ledger);
      await ledger.for({ ...account, timeZone: 'Asia/Tokyo' }).covers();
      const { rollups } = await tablesOf(db, ID);
      const expected = await summed(db, ID, dayFinder('Asia/Tokyo'));
      assert.deepEqual(
        new Set(rollups.map((r) => JSON.stringify(r))),
        new Set(expected.map((r) => JSON.stringify(r))),
      );
      await ledger.close();
    });

    it('works in the background, and tells who listens', async () => {
      const ledger = await start({ options: { worker: true } });
      const topics = new Set<string>();
      let done = (): void => undefined;
      const finished = new Promise<void>((resolve) => (done = resolve));
      const stop = await ledger.listen!(ID, async (changed) => {
        for (const topic of changed) topics.add(topic);
        if ((await ledger.sync(account))?.phase === 'current') done();
      });
      await ledger.for(account).covers();
      // The worker's timers keep no process alive: this one does.
      const alive = setInterval(() => undefined, 1000);
      await finished;
      clearInterval(alive);
      await stop();
      assert.ok(topics.has('sync') && topics.has('transactions'));
      assert.deepEqual(await idsOf(), sortedIds());
      await ledger.close();
    });

    it('keeps one account’s rows from another', async () => {
      const theirs = worldOf(50);
      stripe.accounts.set('acct_other', theirs);
      const ledger = await start();
      await ledger.for(account).covers();
      await drain(ledger);
      const other = accountOf('acct_other');
      const page = await ledger.for(other).page(all, newest);
      assert.deepEqual(
        page.rows.map(({ id }) => id).toSorted(),
        theirs.transactions.map(({ id }) => id).toSorted(),
      );
      const mine = world.transactions.find(({ id }) =>
        theirs.transactions.every((t) => t.id !== id),
      )!;
      assert.equal(await ledger.for(other).get(mine.id, null), null);
      assert.notEqual(await ledger.for(account).get(mine.id, null), null);
      await ledger.close();
    });
  });
