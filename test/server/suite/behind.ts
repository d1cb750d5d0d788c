/**
 * Every figure that links to rows links to rows that add up to it. What the figures are is asked of Stripe's API; which
 * rows they link to is what the elements say; the rows come from the endpoint, as the list reads them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryString, type Balance, type Earnings, type Row } from '@express-elements/contract';
import { headlineOf } from '../../../packages/elements/src/elements/express-balance/express-balance.model.ts';
import { behind as behindBalance } from '../../../packages/elements/src/elements/express-balance/rows.model.ts';
import {
  behind as behindEarnings,
  type EarningsFigure,
} from '../../../packages/elements/src/elements/express-earnings/behind.model.ts';
import {
  addsUp,
  canFind,
  rowsQuery,
  type Behind,
} from '../../../packages/elements/src/ui/behind.model.ts';
import { sum, transactionsOf, volumeOf } from './api.ts';
import { START, type Client, type World } from './world.ts';

const DAY = 86_400;

type Funds = readonly { readonly amount: number; readonly currency: string }[] | undefined;
const inCurrency = (funds: Funds, currency: string): number =>
  sum((funds ?? []).filter((one) => one.currency === currency).map(({ amount }) => amount));

/** All rows of a question, page by page. */
async function rowsOf(client: Client, query: object): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const asked = queryString({ ...query, limit: 100, ...(after && { after }) });
    const page = await client.get('transactions', `?${asked}`);
    rows.push(...page.data);
    if (page.next_cursor === null) return rows;
    after = page.next_cursor;
  }
}

/** Holds what a figure links to against what the figure is. */
async function check(client: Client, zone: string, linked: Behind, figure: number, name: string) {
  const { capabilities } = await client.get('account');
  const can = capabilities.transactions;
  assert.ok(can?.summary && canFind(linked.rows, can), `${name}: the endpoint can find its rows`);
  const query = rowsQuery(linked.rows, can, START, zone);
  const rows = await rowsOf(client, query);
  assert.ok(rows.every(({ currency }) => currency === linked.currency));
  assert.equal(sum(rows.map((row) => row[linked.of])), figure, `${name}: rows`);
  assert.equal(linked.amount || 0, figure || 0, `${name}: what is shown`);
  const summary = await client.get('summary', `?${queryString({ ...query })}`);
  assert.equal(summary.count, rows.length, name);
  assert.ok(addsUp(linked, summary), `${name}: the sums of the list`);
  assert.ok(!addsUp({ ...linked, amount: linked.amount + 1 }, summary), name);
  return rows.length;
}

function headline(balance: Balance, currency: string, timeZone: string) {
  const found = headlineOf(balance, { wish: currency, timeZone });
  assert.equal(found?.currency, currency);
  return found!;
}

export function behindSuite(world: () => World): void {
  test('the figures of the balance link to rows that add up to them', async () => {
    let checked = 0;
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const stripeAccount = world().account(seller);
      const { account } = await client.get('account');
      const zone = account.time_zone;
      const answer = await client.get('balance');
      const stripes = await world().stripe.balance.retrieve({}, { stripeAccount });
      const { data } = await world().stripe.payouts.list({ limit: 100 }, { stripeAccount });
      const moving = data.filter(({ status }) => status === 'pending' || status === 'in_transit');
      for (const { currency } of answer.currencies) {
        const shown = headline(answer, currency, zone);
        const available = inCurrency(stripes.available, currency);
        const pending = inCurrency(stripes.pending, currency);
        const prefunding = stripes.refund_and_dispute_prefunding;
        const setAside =
          inCurrency(prefunding?.available, currency) + inCurrency(prefunding?.pending, currency);
        const figures = {
          total: available + pending,
          soon: pending,
          onTheWay: -inCurrency(moving, currency),
          setAside,
          next: shown.next.kind === 'made' ? (shown.next.amount ?? 0) : 0,
        };
        for (const [figure, amount] of Object.entries(figures)) {
          const linked = behindBalance(figure as keyof typeof figures, shown);
          if (linked === null) continue;
          const name = `${figure} of seller ${seller} in ${currency}`;
          checked += Math.min(1, await check(client, zone, linked, amount, name));
        }
      }
    }
    assert.ok(checked > 8, `only ${checked} figures have rows`);
  });

  test('the next payout links to its rows once Stripe can tell them, and not before', async () => {
    const seen = new Set<boolean>();
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const stripeAccount = world().account(seller);
      const answer = await client.get('balance');
      for (const { currency, next_payout: next } of answer.currencies) {
        if (next?.id == null) continue;
        const payout = await world().stripe.payouts.retrieve(next.id, {}, { stripeAccount });
        const isTold = payout.automatic && payout.reconciliation_status === 'completed';
        const linked = behindBalance('next', headline(answer, currency, 'UTC'));
        assert.equal(linked !== null, isTold);
        seen.add(isTold);
      }
    }
    assert.ok(seen.size > 0);
  });

  test('the figures of the earnings link to rows that add up to them', async () => {
    let checked = 0;
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const { account } = await client.get('account');
      const zone = account.time_zone;
      const rows = await transactionsOf(world(), seller);
      const first = await client.get(
        'earnings',
        `?interval=month&from=${START - 90 * DAY}&to=${START}`,
      );
      // A day, weeks, a year of the account's days; and a period that ends in the middle of a day.
      const midnight = first.points.at(-1)!.start;
      const periods = [
        [midnight, midnight + DAY],
        [midnight - 28 * DAY, midnight],
        [START - 200 * DAY - 1234, START - 4321],
      ] as const;
      for (const currency of first.currencies)
        for (const [from, to] of periods) {
          const question = queryString({ interval: 'day', from, to, currency });
          const earnings: Earnings = await client.get('earnings', `?${question}`);
          const volume = volumeOf(rows, currency, from, to);
          const figures: Record<EarningsFigure, number> = {
            net: volume.net,
            gross: volume.gross,
            refunds: volume.refunds,
            disputes: volume.disputes,
            fees: -volume.fees || 0,
          };
          for (const [figure, amount] of Object.entries(figures)) {
            const linked = behindEarnings(figure as EarningsFigure, earnings);
            const name = `${figure} of seller ${seller} in ${currency} from ${from} to ${to}`;
            checked += Math.min(1, await check(client, zone, linked, amount, name));
          }
        }
    }
    assert.ok(checked > 30, `only ${checked} figures have rows`);
  });
}
