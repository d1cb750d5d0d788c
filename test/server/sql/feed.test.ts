import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { ActivityKind, LiveTopic } from '@express-elements/contract';
import fc from 'fast-check';
import { distinct, factsOf, type Fact } from '../../../packages/server/src/activity/items.ts';
import { feedPage } from '../../../packages/server/src/ledger/direct/feed.ts';
import type { FeedRequest, Ledger } from '../../../packages/server/src/ledger/ledger.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { property, seed } from '../../support/runs.ts';
import { databases } from './support/databases.ts';
import { accountOf, startLedger } from './support/ledgers.ts';
import { sandboxed } from './support/sandboxed.ts';

const NOW = Date.UTC(2026, 5, 17, 9) / 1000;
const world = sandboxed({ now: NOW, transactions: 300 });
const { sdk, sandbox } = world;
after(() => sandbox.close());

const [seller] = sandbox.sellers;
const ID = seller!.account;
const account = accountOf(ID);
const { data: events } = await sdk.events.list({ limit: 100 }, { stripeAccount: ID });
const facts = distinct(events.flatMap(factsOf));
const kinds = [...new Set(facts.map(({ kind }) => kind))];

/** What is older than a week is read by everybody. */
const isNews = ({ created }: { created: number }): boolean => created >= NOW - 7 * 86_400;
const news = facts.filter(isNews);

const first: FeedRequest = { kinds, viewer: 'ann', limit: 100 };

for (const kind of databases)
  describe(`the feed on ${kind.name} (seed ${seed})`, () => {
    let db: Database;
    let ledger: Ledger;
    before(async () => {
      await kind.start();
      db = await kind.open();
      ledger = await startLedger({ db, stripe: world.stripe, clocks: { now: NOW, wall: 0 } });
      for (const event of events) await ledger.receive(event, ID);
    });
    after(async () => {
      await ledger.close();
      await db.close();
      await kind.stop();
    });

    const read = async (
      viewer: string,
      some: readonly ActivityKind[] = kinds,
    ): Promise<string[]> => {
      const page = await ledger.activity(account).page({ ...first, kinds: some, viewer });
      return page.items.filter((item) => item.read && isNews(item)).map(({ id }) => id);
    };

    it('gives pages as feedPage gives them over the same facts', async () => {
      assert.ok(news.length > 3 && facts.length > news.length);
      const place = fc.constantFrom(...facts).map(({ created, id }) => ({ key: created, id }));
      const requests = fc.record(
        {
          kinds: fc.subarray(kinds, { minLength: 1 }),
          limit: fc.integer({ min: 1, max: 8 }),
          after: place,
          before: place,
        },
        { requiredKeys: ['kinds', 'limit'] },
      );
      await fc.assert(
        fc.asyncProperty(requests, async ({ after: a, before: b, ...rest }) => {
          const places = a ? { after: a } : b ? { before: b } : {};
          const request: FeedRequest = { ...rest, ...places, viewer: 'nobody' };
          const seen = facts.filter((fact: Fact) => request.kinds.includes(fact.kind));
          const page = await ledger.activity(account).page(request);
          const expected = feedPage(seen, request, NOW);
          assert.deepEqual(page, {
            ...expected,
            items: expected.items.map((item) => ({ ...item, read: !isNews(item) })),
            unread: seen.filter(isNews).length,
          });
        }),
        property(400),
      );
    });

    it('marks items for one viewer, of the kinds that the viewer may see', async () => {
      const [one, two] = facts;
      const feed = ledger.activity(account);
      const { unread } = await feed.markRead('ann', kinds, {
        ids: [one!.id, two!.id, 'no:such:item'],
      });
      assert.equal(unread, news.length - 2);
      assert.deepEqual(await read('ann'), [one!.id, two!.id]);
      assert.deepEqual(await read('bob'), []);
      const others = kinds.filter((name) => name !== one!.kind);
      await feed.markRead('bob', others, { ids: [one!.id] });
      assert.deepEqual(await read('bob'), []);
    });

    it('marks everything up to a time, and never goes back', async () => {
      const feed = ledger.activity(account);
      const middle = news[Math.floor(news.length / 2)]!;
      const { unread } = await feed.markRead('cleo', kinds, { through: middle.created });
      assert.equal(unread, news.filter(({ created }) => created > middle.created).length);
      await feed.markRead('cleo', kinds, { through: 0 });
      const page = await feed.page({ ...first, viewer: 'cleo' });
      assert.equal(page.unread, unread);
    });

    it('tells listeners of the account, and only of it, what an event touches', async () => {
      const heard: (readonly [string, readonly LiveTopic[]])[] = [];
      let tell = (): void => undefined;
      const told = new Promise<void>((resolve) => (tell = resolve));
      // The first to listen is told of everything, for what came while the connection was made was not heard.
      const first = await ledger.listen!(ID, (topics) => heard.push(['first', topics]));
      assert.deepEqual(heard, [['first', ['activity', 'balance', 'transactions', 'sync']]]);
      await first();
      heard.length = 0;
      const stopMine = await ledger.listen!(ID, (topics) => {
        heard.push(['mine', topics]);
        tell();
      });
      const stopOther = await ledger.listen!('acct_other', (topics) =>
        heard.push(['other', topics]),
      );
      await ledger.activity(account).markRead('ann', kinds, { through: 1 });
      await told;
      await stopMine();
      await stopOther();
      assert.deepEqual(heard, [['mine', ['activity']]]);
    });
  });
