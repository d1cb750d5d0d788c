/** The rows that a list shows for a bar add up to the bar, and are those that Stripe's API has there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryString, type Earnings } from '@express-elements/contract';
import type Stripe from 'stripe';
import {
  filterOfRows,
  rowsOfBars,
} from '../../../packages/elements/src/elements/express-earnings/picked.model.ts';
import {
  moreRanges,
  rangeDays,
  ranges,
  span,
} from '../../../packages/elements/src/elements/express-earnings/express-earnings.model.ts';
import { filtersQuery } from '../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import {
  filtersOf,
  givenOf,
  givenQuery,
} from '../../../packages/elements/src/elements/express-transactions/given.model.ts';
import { dayKey } from '../../../packages/elements/src/format/index.ts';
import { sum, transactionsOf, volumeOf } from './api.ts';
import { START, type Client, type World } from './world.ts';

/** Each range with intervals that its chart may have. */
const charts = [...ranges, ...moreRanges].map((range) => {
  const intervals = {
    '7d': ['day'],
    '4w': ['day', 'week'],
    '3m': ['week'],
    '12m': ['month'],
    mtd: ['day'],
    qtd: ['week'],
    ytd: ['month'],
    all: ['month'],
    custom: ['hour'],
  } as const;
  return { range, intervals: intervals[range] };
});
/** Two days on which clocks went back, in the zone of the first seller. */
const custom = { from: '2026-10-31', to: '2026-11-01' };

/** What the list asks when it shows the rows of these bars. */
async function askedFor(client: Client, earnings: Earnings, first: number, last = first) {
  const { account, capabilities } = await client.get('account');
  const rows = filterOfRows(rowsOfBars(earnings, { first, last }), account.time_zone);
  return {
    ...filtersQuery(filtersOf(rows), START, account.time_zone),
    ...givenQuery(givenOf(rows), capabilities.transactions!),
  };
}

async function listed(client: Client, asked: object) {
  const rows = [];
  for (let path = `?limit=100&${queryString({ ...asked })}`; ;) {
    const { data, next_cursor } = await client.get('transactions', path);
    rows.push(...data);
    if (next_cursor === null) return rows;
    path = `?limit=100&${queryString({ ...asked, after: next_cursor })}`;
  }
}

export function barsSuite(world: () => World): void {
  /** What the API has of each seller: the world stands still while these run. */
  const known = new Map<number, Promise<Stripe.BalanceTransaction[]>>();
  const realOf = (seller: number): Promise<Stripe.BalanceTransaction[]> => {
    const rows = known.get(seller) ?? transactionsOf(world(), seller);
    known.set(seller, rows);
    return rows;
  };

  for (const { range, intervals } of charts)
    for (const interval of intervals)
      test(`each bar of ${range} by ${interval} leads to the rows that it is the sum of`, async () => {
        for (const seller of world().sandbox.sellers.keys()) {
          const client = world().as(seller);
          const real = await realOf(seller);
          const { account } = await client.get('account');
          const today = dayKey(START, account.time_zone);
          const { from, to } = span(rangeDays(range, today, custom), account.time_zone);
          const { currencies } = await client.get('earnings', `?interval=month&to=${to}`);
          for (const currency of currencies) {
            const query = queryString({ interval, from, to, currency });
            const earnings = await client.get('earnings', `?${query}`);
            for (const [index, bar] of earnings.points.entries()) {
              const asked = await askedFor(client, earnings, index);
              const there = volumeOf(
                real,
                currency,
                Math.max(bar.start, earnings.from),
                Math.min(bar.end, earnings.to),
              );
              assert.equal(bar.values?.net, there.net);
              // Where nothing is there is nothing to list: half of the hours are nights.
              if (there.count === 0 && interval === 'hour') continue;
              const rows = await listed(client, asked);
              assert.equal(rows.length, there.count);
              assert.equal(sum(rows.map(({ net }) => net)), bar.values?.net);
            }
          }
        }
      });

  test('several bars lead to the rows of all of them, and the list says the same sum', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const { account } = await client.get('account');
      const { from, to } = span(
        rangeDays('4w', dayKey(START, account.time_zone)),
        account.time_zone,
      );
      const query = queryString({ interval: 'day', from, to });
      const earnings = await client.get('earnings', `?${query}`);
      for (const [first, last] of [
        [0, 27],
        [3, 9],
        [20, 27],
      ] as const) {
        const { net, count } = rowsOfBars(earnings, { first, last });
        const asked = await askedFor(client, earnings, first, last);
        const summary = await client.get('summary', `?${queryString({ ...asked })}`);
        assert.equal(summary.count, count);
        assert.equal(sum(summary.sums.map((each) => each.net)), net);
      }
    }
  });
}
