/** The suite over the direct ledger, and what only it does: cut off at so many rows, and say so. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { direct } from '@express-elements/server';
import * as query from '../../packages/server/src/ledger/direct/query.ts';
import type { Question } from '../../packages/server/src/ledger/ledger.ts';
import { rowsOf } from './suite/api.ts';
import { serverSuite } from './suite/index.ts';
import { makeWorld, START, type World } from './suite/world.ts';

serverSuite('the direct ledger', { ledger: () => direct({ max_rows: 100_000 }) });

describe('the direct ledger at 1,000 rows', () => {
  let world: World;
  before(async () => {
    world = await makeWorld({ ledger: () => direct() });
  });
  after(() => world.close());

  test('what it cannot ask Stripe for, it answers from the newest thousand, and says so', async () => {
    for (const seller of world.sandbox.sellers.keys()) {
      const client = world.as(seller);
      const all = await rowsOf(world, seller);
      assert.ok(all.length > 1000);
      const questions: [string, Question['filters'], 'created' | 'amount'][] = [
        ['sort=amount', {}, 'amount'],
        ['status=available', { status: 'available' }, 'created'],
        ['category[]=dispute', { category: ['dispute'] }, 'created'],
        ['q=order', { q: 'order' }, 'created'],
        ['amount_min=500', { amount_min: 500 }, 'created'],
      ];
      for (const [asked, filters, sort] of questions) {
        const { data, covers } = await client.get('transactions', `?limit=100&${asked}`);
        assert.equal(covers.complete, false, asked);
        const held = all.filter(({ created }) => created >= covers.from!);
        assert.ok(held.length <= 1000 && held.length > 990);
        const question = { filters, onlyCategories: null };
        const expected = query.select(held, question, sort, 'desc').slice(0, 100);
        assert.deepEqual(
          data.map(({ id }) => id),
          expected.map(({ id }) => id),
          asked,
        );
        const sums = await client.get('summary', asked.startsWith('sort') ? '' : `?${asked}`);
        assert.deepEqual(sums, query.summary(held, question, covers), asked);
      }
    }
  });

  test('earnings without a beginning say since when they hold', async () => {
    for (const seller of world.sandbox.sellers.keys()) {
      const answer = await world.as(seller).get('earnings', `?interval=month&to=${START}`);
      assert.equal(answer.covers.complete, false);
      // The day the newest thousand begin in is held in part, so its month is not said.
      assert.equal(answer.points[0]?.values, null);
      assert.ok(
        answer.from <= answer.covers.from! && answer.covers.from! < answer.from + 2 * 86_400,
      );
    }
  });

  test('what Stripe’s list can be asked for is complete all the same', async () => {
    const client = world.as(0);
    const { covers } = await client.get('transactions', '?category[]=payout&limit=1');
    assert.deepEqual(covers, { from: null, complete: true });
    const end = await client.get('transactions', '?at=end&limit=3');
    const all = await rowsOf(world, 0);
    const oldest = query.select(all, { filters: {}, onlyCategories: null }, 'created', 'desc');
    assert.deepEqual(end.data, oldest.slice(-3));
    assert.equal(end.next_cursor, null);
  });

  test('points before what is covered are null, and totals count the others', async () => {
    const client = world.as(0);
    const from = START - 500 * 86_400;
    const { points, totals, covers, compare } = await client.get(
      'earnings',
      `?interval=month&from=${from}&to=${START}&compare=previous`,
    );
    assert.equal(covers.complete, false);
    assert.equal(compare, null);
    for (const { start, values } of points) assert.equal(values === null, start < covers.from!);
    const counted = points.flatMap(({ values }) => (values ? [values.net] : []));
    assert.equal(
      totals.net,
      counted.reduce((sum, net) => sum + net, 0),
    );
    const recent = await client.get(
      'earnings',
      `?interval=day&from=${START - 30 * 86_400}&to=${START}`,
    );
    assert.deepEqual(recent.covers, { from: null, complete: true });
  });

  test('the export says what it covers', async () => {
    const response = await world.as(0).fetch('/transactions/export?status=available');
    const covers = JSON.parse(response.headers.get('Express-Covers') ?? '');
    assert.equal(covers.complete, false);
    await response.body?.cancel();
  });

  test('the parts of a payout are those that Stripe lists for it, without its own row', async () => {
    const client = world.as(0);
    const { data } = await client.get(
      'transactions',
      '?type[]=payout&source_status[]=paid&limit=1',
    );
    const payout = data[0]!.source!.id;
    const parts = await client.get('transactions', `?payout=${payout}&limit=100`);
    assert.ok(parts.data.length > 0);
    assert.ok(parts.data.every(({ source }) => source?.id !== payout));
    assert.equal(
      parts.data.reduce((sum, { net }) => sum + net, 0),
      -data[0]!.net,
    );
  });
});
