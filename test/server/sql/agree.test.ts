/** The SQL ledger answers as `direct/query.ts` does over the same rows, on every database. */
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Row } from '@express-elements/contract';
import fc from 'fast-check';
import * as oracle from '../../../packages/server/src/ledger/direct/query.ts';
import { everything, type Ledger } from '../../../packages/server/src/ledger/ledger.ts';
import { rowOf } from '../../../packages/server/src/ledger/row.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { property, seed } from '../../support/runs.ts';
import { databases } from './support/databases.ts';
import { fakeStripe, type FakeAccount, type FakeStripe } from './support/fake-stripe.ts';
import { accountOf, drain, startLedger } from './support/ledgers.ts';
import { earningsQueries, questions, requests } from './support/questions.ts';
import { transactionsOf } from './support/transactions.ts';

const NOW = Date.UTC(2026, 2, 31, 12) / 1000;
const ID = 'acct_agree';
const account = accountOf(ID, { created: NOW - 400 * 86_400 });

const fake: FakeAccount = {
  transactions: transactionsOf(seed, { count: 1500, days: 380, now: NOW }),
  events: [],
  payouts: new Map(),
};
const paid = fake.transactions.find(({ type }) => type === 'payout');
const payout = String(paid?.source?.id);
fake.payouts.set(
  payout,
  fake.transactions.slice(100, 140).map(({ id }) => id),
);

async function allRows(stripe: FakeStripe): Promise<Row[]> {
  const left = new Set(fake.payouts.get(payout));
  return stripe.call('GET /v1/balance_transactions', { account: ID }, async (sdk, options) => {
    const rows: Row[] = [];
    for await (const one of sdk.balanceTransactions.list({ limit: 100 }, options))
      rows.push({ ...rowOf(one, ['order']), payout: left.has(one.id) ? payout : null });
    return rows;
  });
}

for (const kind of databases)
  describe(`the SQL ledger on ${kind.name} agrees with query.ts (seed ${seed})`, () => {
    let db: Database;
    let ledger: Ledger;
    let rows: Row[];

    before(async () => {
      await kind.start();
      db = await kind.open();
      const stripe = fakeStripe(new Map([[ID, fake]]));
      const clocks = { now: NOW, wall: 0 };
      // A short walk, so that most searches go on by months.
      ledger = await startLedger({ db, stripe, clocks, options: { walked: 40 } });
      await ledger.for(account).covers();
      await drain(ledger);
      rows = await allRows(stripe);
      assert.deepEqual(await ledger.for(account).covers(), everything);
    });
    after(async () => {
      await ledger.close();
      await db.close();
      await kind.stop();
    });

    it('in every page', async () => {
      const cases = fc.tuple(questions(rows, { payout: true }), requests(rows));
      await fc.assert(
        fc.asyncProperty(cases, async ([question, request]) => {
          const page = await ledger.for(account).page(question, request);
          assert.deepEqual(page, oracle.page(rows, question, request, everything));
        }),
        property(6000),
      );
    });

    it('in every summary', async () => {
      await fc.assert(
        fc.asyncProperty(questions(rows, { payout: true }), async (question) => {
          const summary = await ledger.for(account).summary(question);
          assert.deepEqual(summary, oracle.summary(rows, question, everything));
        }),
        property(4000),
      );
    });

    it('in every chart, in every time zone', async () => {
      const zones = fc.constantFrom(
        'Europe/Berlin',
        'Asia/Tokyo',
        'America/New_York',
        'Australia/Lord_Howe',
      );
      await fc.assert(
        fc.asyncProperty(earningsQueries(rows), zones, async (query, timeZone) => {
          const there = { ...account, timeZone };
          const chart = await ledger.for(there).earnings(query);
          assert.deepEqual(chart, oracle.earnings(rows, query, there, everything));
        }),
        property(1000),
      );
    });

    it('in every export', async () => {
      await fc.assert(
        fc.asyncProperty(questions(rows), requests(rows), async (question, { sort, order }) => {
          const { covers, batches } = await ledger.for(account).rows(question, { sort, order });
          const exported: Row[] = [];
          for await (const batch of batches) exported.push(...batch);
          assert.deepEqual(covers, everything);
          assert.deepEqual(exported, oracle.select(rows, question, sort, order));
        }),
        property(200),
      );
    });
  });
