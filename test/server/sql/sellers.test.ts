/** Both ledgers over the sandbox's three sellers give the same answer to the same question, and it is Stripe's. */
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Row } from '@express-elements/contract';
import fc from 'fast-check';
import { systemScheduler } from '../../../packages/server/src/clock.ts';
import { direct } from '../../../packages/server/src/ledger/direct/index.ts';
import {
  everything,
  type AccountLedger,
  type Ledger,
  type LedgerAccount,
} from '../../../packages/server/src/ledger/ledger.ts';
import { rowExpand, rowOf } from '../../../packages/server/src/ledger/row.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { property, seed } from '../../support/runs.ts';
import { databases } from './support/databases.ts';
import { drain, startLedger } from './support/ledgers.ts';
import { earningsQueries, questions, requests } from './support/questions.ts';
import { balanceOf, sandboxed } from './support/sandboxed.ts';

const NOW = Date.UTC(2026, 5, 17, 9) / 1000;
const world = sandboxed({ now: NOW, transactions: 600 });
const { sandbox, sdk, stripe } = world;

/** Direct asks Stripe for a payout's rows and cannot say it of each row. */
const withoutPayout = <T extends { payout: string | null }>(row: T): T => ({
  ...row,
  payout: null,
});

async function fromStripe(account: string): Promise<Row[]> {
  const rows: Row[] = [];
  const list = { limit: 100, expand: rowExpand };
  for await (const one of sdk.balanceTransactions.list(list, { stripeAccount: account }))
    rows.push(rowOf(one));
  return rows;
}

interface Seller {
  readonly account: LedgerAccount;
  readonly rows: Row[];
  readonly direct: AccountLedger;
}

async function sellerOf(id: string): Promise<Seller> {
  const account = await world.account(id);
  const ledger = direct({ max_rows: 100_000 })({
    stripe,
    accountOf: world.account,
    now: () => sandbox.now(),
    scheduler: systemScheduler,
    webhooks: 'signed',
    metadataKeys: [],
    describe: null,
    log: () => undefined,
  });
  return { account, rows: await fromStripe(id), direct: ledger.for(account) };
}

const sellers = await Promise.all(sandbox.sellers.map(({ account }) => sellerOf(account)));
after(() => sandbox.close());

for (const kind of databases)
  describe(`the three sellers on ${kind.name} (seed ${seed})`, () => {
    let db: Database;
    let ledger: Ledger;

    before(async () => {
      await kind.start();
      db = await kind.open();
      const clocks = { now: sandbox.now(), wall: 0 };
      const deps = { accountOf: world.account, metadataKeys: [] };
      ledger = await startLedger({ db, stripe, clocks, deps });
      const began = performance.now();
      for (const { account } of sellers) await ledger.for(account).covers();
      await drain(ledger);
      const rows = sellers.reduce((sum, seller) => sum + seller.rows.length, 0);
      const seconds = (performance.now() - began) / 1000;
      console.log(`# ${kind.name}: ${rows} rows imported in ${seconds.toFixed(1)} s`);
    });
    after(async () => {
      await ledger.close();
      await db.close();
      await kind.stop();
    });

    for (const { account, rows, direct: read } of sellers)
      describe(`${account.id} (${account.defaultCurrency})`, () => {
        const kept = (): AccountLedger => ledger.for(account);

        it('has every row, and their sum is Stripe’s balance in each currency', async () => {
          const question = {
            filters: { balance_type: ['payments' as const] },
            onlyCategories: null,
          };
          const { sums } = await kept().summary(question);
          const nets = new Map(sums.map(({ currency, net }) => [currency, net]));
          assert.deepEqual(nets, await balanceOf(sdk, account.id));
          const all = await kept().summary({ filters: {}, onlyCategories: null });
          assert.equal(all.count, rows.length);
          assert.deepEqual(all.covers, everything);
        });

        it('knows in which payout each row left', async () => {
          const payouts = await sdk.payouts.list({ limit: 3 }, { stripeAccount: account.id });
          for (const payout of payouts.data) {
            if (payout.reconciliation_status !== 'completed') continue;
            const list = sdk.balanceTransactions.list(
              { payout: payout.id, limit: 100 },
              { stripeAccount: account.id },
            );
            const ids: string[] = [];
            for await (const one of list) if (one.source !== payout.id) ids.push(one.id);
            const question = { filters: { payout: payout.id }, onlyCategories: null };
            const { count } = await kept().summary(question);
            assert.equal(count, ids.length);
          }
        });

        it('answers pages as the direct ledger does', async () => {
          const cases = fc.tuple(questions(rows), requests(rows));
          await fc.assert(
            fc.asyncProperty(cases, async ([question, request]) => {
              const [mine, theirs] = [
                await kept().page(question, request),
                await read.page(question, request),
              ];
              assert.deepEqual({ ...mine, rows: mine.rows.map(withoutPayout) }, theirs);
            }),
            property(500),
          );
        });

        it('answers summaries as the direct ledger does', async () => {
          await fc.assert(
            fc.asyncProperty(questions(rows), async (question) => {
              assert.deepEqual(await kept().summary(question), await read.summary(question));
            }),
            property(500),
          );
        });

        it('draws charts as the direct ledger does', async () => {
          await fc.assert(
            fc.asyncProperty(earningsQueries(rows), async (query) => {
              assert.deepEqual(await kept().earnings(query), await read.earnings(query));
            }),
            property(200),
          );
        });

        it('tells details and related rows as the direct ledger does', async () => {
          await fc.assert(
            fc.asyncProperty(fc.constantFrom(...rows), async ({ id }) => {
              const [mine, theirs] = [await kept().get(id, null), await read.get(id, null)];
              assert.ok(mine && theirs);
              assert.deepEqual(
                { ...withoutPayout(mine), related: mine.related.map(withoutPayout) },
                theirs,
              );
            }),
            property(300),
          );
        });
      });
  });
