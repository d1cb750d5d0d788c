/** However Stripe's events come, late, twice, in any order or never: the ledger ends as a fresh import would. */
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type Stripe from 'stripe';
import type { Ledger } from '../../../packages/server/src/ledger/ledger.ts';
import type { Database } from '../../../packages/server/src/ledger/sql/db/database.ts';
import { property, seed } from '../../support/runs.ts';
import { databases, shared } from './support/databases.ts';
import { drain, startLedger, type Clocks } from './support/ledgers.ts';
import { balanceOf, sandboxed, type Sandboxed } from './support/sandboxed.ts';
import { empty, tablesOf } from './support/tables.ts';

const NOW = Date.UTC(2026, 5, 17, 9) / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const DAY_MS = DAY * 1000;

/** Something that happens in a seller's world. What the world's rules refuse at the time has simply not happened. */
type Happening = (world: Sandboxed, account: string) => Promise<unknown>;

const newest = async ({ sdk }: Sandboxed, account: string): Promise<Stripe.Charge> => {
  const charges = await sdk.charges.list({ limit: 10 }, { stripeAccount: account });
  const charge = charges.data.find(({ amount_refunded, disputed, id }) => {
    return amount_refunded === 0 && !disputed && id.startsWith('ch_');
  });
  if (!charge) throw new Error('no charge to go on with');
  return charge;
};

const happenings: Record<string, Happening> = {
  payment: ({ sandbox }, account) =>
    sandbox.takePayment(account, {
      amount: 4200,
      description: 'A bowl',
      customer: { name: 'Ann Lee', email: 'ann@example.com' },
    }),
  words: async (world, account) => {
    const { id } = await newest(world, account);
    await world.sdk.charges.update(id, { description: 'Two bowls' }, { stripeAccount: account });
  },
  refund: async (world, account) => {
    const charge = await newest(world, account);
    await world.sdk.refunds.create({ charge: charge.id, amount: 700 }, { stripeAccount: account });
  },
  dispute: async (world, account) => {
    const { id } = await newest(world, account);
    await world.sandbox.openDispute(account, id);
  },
  payoutFailure: ({ sandbox }, account) => sandbox.failPayout(account),
  hours: ({ sandbox }) => sandbox.advance(7 * HOUR),
  days: ({ sandbox }) => sandbox.advance(2 * DAY),
};

const names = Object.keys(happenings);

interface Fate {
  readonly lost: boolean;
  readonly doubled: boolean;
  /** Where in the new order it comes. */
  readonly turn: number;
}

const fates = fc.infiniteStream(
  fc.record({
    lost: fc.boolean(),
    doubled: fc.boolean(),
    turn: fc.nat(1000),
  }),
);

const unlucky = (events: readonly Stripe.Event[], stream: Iterator<Fate>): Stripe.Event[] =>
  events
    .flatMap((event) => {
      const { lost, doubled, turn } = stream.next().value as Fate;
      if (lost) return [];
      return doubled
        ? [
            { event, turn },
            { event, turn: turn + 500 },
          ]
        : [{ event, turn }];
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ event }) => event);

for (const kind of databases)
  describe(`what is kept current on ${kind.name} (seed ${seed})`, () => {
    const world = sandboxed({ now: NOW, transactions: 200 });
    const { sandbox, sdk, stripe } = world;
    const clocks: Clocks = { now: NOW, wall: 0 };
    const events: (Stripe.Event & { account?: string })[] = [];
    let db: Database;
    let other: Database;
    let ledger: Ledger;

    const started = (on: Database, webhooks: 'signed' | 'none' = 'signed'): Promise<Ledger> =>
      startLedger({ db: on, stripe, clocks, deps: { webhooks, metadataKeys: [] } });

    const imported = async (ids: readonly string[], on: Database): Promise<Ledger> => {
      const made = await started(on);
      for (const id of ids) await made.for(await world.account(id)).covers();
      await drain(made);
      return made;
    };

    // The first has a payout a day, and so takes longest to import anew; what it does, the third does by the week.
    const ids = sandbox.sellers.slice(1).map(({ account }) => account);

    const catchClock = (): void => {
      clocks.wall += (sandbox.now() - clocks.now) * 1000;
      clocks.now = sandbox.now();
    };

    before(async () => {
      await kind.start();
      db = await kind.open();
      other = await kind.open();
      sandbox.onWebhook(async (request) => {
        events.push(JSON.parse(await request.text()) as Stripe.Event);
        return new Response(null, { status: 200 });
      }, 'whsec_test');
      ledger = await imported(ids, db);
    });
    after(async () => {
      await ledger.close();
      await db.close();
      await other.close();
      await kind.stop();
      sandbox.close();
    });

    const happen = async (story: readonly string[], account: string): Promise<Stripe.Event[]> => {
      events.length = 0;
      for (const name of story)
        // A payout that can't fail or a charge that can't be disputed just now: the story goes on without it.
        await happenings[name]!(world, account).catch((error: unknown) =>
          assert.ok(error instanceof Error),
        );
      await sandbox.settled();
      catchClock();
      return events.filter((event) => event.account === account);
    };

    const sameAsFresh = async (account: string): Promise<void> => {
      await empty(other);
      const fresh = await imported([account], other);
      const [kept, expected] = [await tablesOf(db, account), await tablesOf(other, account)];
      assert.deepEqual(kept.rows, expected.rows);
      assert.deepEqual(kept.rollups, expected.rollups);
      // The feed remembers more than Stripe's thirty days.
      const since = clocks.now - 29 * DAY;
      const recent = (table: typeof kept.activity) =>
        table.filter((one) => Number(one['created']) > since);
      assert.deepEqual(recent(kept.activity), recent(expected.activity));
      await fresh.close();
    };

    it('ends as a fresh import, whatever happens to the events', async () => {
      const story = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), story, fates, async (account, told, stream) => {
          const heard = await happen(told, account);
          for (const event of unlucky(heard, stream)) await ledger.receive(event, account);
          await drain(ledger);
          // A day later the ledger compares itself with Stripe.
          clocks.wall += DAY_MS;
          await drain(ledger);
          await sameAsFresh(account);
        }),
        { ...property(100), includeErrorInReport: true },
      );
    });

    it('needs no reconciliation where every event comes once', async () => {
      const [, account] = ids;
      const story = [
        'payment',
        'days',
        'words',
        'refund',
        'payoutFailure',
        'hours',
        'dispute',
        'days',
      ];
      for (const event of await happen(story, account!)) await ledger.receive(event, account!);
      await drain(ledger);
      await sameAsFresh(account!);
      const { sums } = await ledger
        .for(await world.account(account!))
        .summary({ filters: { balance_type: ['payments'] }, onlyCategories: null });
      const nets = new Map(sums.map(({ currency, net }) => [currency, net]));
      assert.deepEqual(nets, await balanceOf(sdk, account!));
    });

    it('asks for events where none are sent, so long as somebody looks', async () => {
      const [account] = ids;
      await ledger.close();
      ledger = await started(db, 'none');
      const looked = await world.account(account!);
      await ledger.for(looked).covers();
      await drain(ledger);
      await happen(['payment', 'hours', 'refund', 'words'], account!);
      clocks.wall += 31_000;
      await drain(ledger);
      await sameAsFresh(account!);
    });
  });

describe('a webhook', () => {
  const [kind] = databases;
  const world = sandboxed({ now: NOW, transactions: 300 });
  after(() => world.sandbox.close());

  it('of an account that nobody has looked at is kept for its feed and starts no import', async () => {
    await kind!.start();
    const db = await kind!.open();
    const clocks = { now: NOW, wall: 0 };
    const make = () => startLedger({ db, stripe: world.stripe, clocks });
    const ledger = await make();
    const account = world.sandbox.sellers[0]!.account;
    const payouts = await world.sdk.events.list(
      { types: ['payout.paid'], limit: 1 },
      { stripeAccount: account },
    );
    await ledger.receive(payouts.data[0]!, account);
    await ledger.receive(payouts.data[0]!, account);
    const { rows, activity } = await tablesOf(db, account);
    assert.equal(rows.length, 0);
    assert.equal(activity.length, 1);
    assert.equal(await ledger.tick(10), false);
    await ledger.close();
    assert.equal(await shared(db)().then((kept) => kept.close()), undefined);
    await db.close();
    await kind!.stop();
  });
});
