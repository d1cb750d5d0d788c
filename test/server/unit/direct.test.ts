import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '@express-elements/contract';
import fc from 'fast-check';
import { deepPage } from '../../../packages/server/src/ledger/direct/deep.ts';
import { readNewest, topUp } from '../../../packages/server/src/ledger/direct/newest.ts';
import { listsOf } from '../../../packages/server/src/ledger/direct/push.ts';
import * as query from '../../../packages/server/src/ledger/direct/query.ts';
import { everything, type Question } from '../../../packages/server/src/ledger/ledger.ts';
import { placeOf } from '../../../packages/server/src/ledger/order.ts';
import { property } from '../../support/runs.ts';
import { FakeList } from '../support/list.ts';
import { anyRows, row } from '../support/rows.ts';

const all: Question = { filters: {}, onlyCategories: null };
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
const newest = (rows: Row[]): Row[] => query.select(rows, all, 'created', 'desc');
const bounds = { oldest: 1_690_000_000, now: 1_700_000_050 };
const created = { sort: 'created', order: 'desc' } as const;

/** The list parted by type, as the ledger parts it for a question by types. */
const byType = (rows: Row[], batch: number): FakeList<Row>[] =>
  ['charge', 'payment', 'refund', 'payout', 'adjustment', 'stripe_fee'].map(
    (type) =>
      new FakeList(
        rows.filter((one) => one.type === type),
        batch,
      ),
  );

test('pages of Stripe’s list are those of the rows, whatever its order within a second', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(80),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 2, max: 9 }),
      fc.boolean(),
      async (rows, limit, batch, isMerged) => {
        const lists = isMerged ? byType(rows, batch) : [new FakeList(rows, batch)];
        const reads = { reads: lists.map(({ read }) => read), range: {} };
        const whole = newest(rows);
        const request = { ...created, limit };
        const found: Row[] = [];
        let page = await deepPage(reads, request, bounds);
        assert.equal(page.hasPrevious, false);
        for (;;) {
          found.push(...page.rows);
          if (!page.hasNext) break;
          const after = placeOf(page.rows.at(-1)!, 'created');
          page = await deepPage(reads, { ...request, after }, bounds);
        }
        assert.deepEqual(ids(found), ids(whole));

        const back: Row[] = [];
        page = await deepPage(reads, { ...request, at: 'end' }, bounds);
        for (;;) {
          back.unshift(...page.rows);
          if (!page.hasPrevious) break;
          const before = placeOf(page.rows[0]!, 'created');
          page = await deepPage(reads, { ...request, before }, bounds);
        }
        assert.deepEqual(ids(back), ids(whole));
      },
    ),
    property(400),
  );
});

test('a jump on Stripe’s list lands where a jump over the rows does', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(60),
      fc.integer({ min: 1_699_999_990, max: 1_700_000_050 }),
      async (rows, at) => {
        const list = new FakeList(rows, 7);
        const request = { ...created, limit: 6, at: String(at) };
        const page = await deepPage({ reads: [list.read], range: {} }, request, bounds);
        const expected = query.page(rows, all, request, everything);
        assert.deepEqual(ids(page.rows), ids(expected.rows));
        assert.equal(page.hasPrevious, expected.hasPrevious);
        assert.equal(page.hasNext, expected.hasNext);
      },
    ),
    property(400),
  );
});

test('the newest are a whole list down to a second, and say so', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(120),
      fc.integer({ min: 1, max: 140 }),
      fc.integer({ min: 3, max: 20 }),
      async (rows, max, batch) => {
        const { items, covers } = await readNewest(new FakeList(rows, batch).read, {}, max);
        const since = covers.complete ? 0 : covers.from!;
        const expected = newest(rows).filter((one) => one.created >= since);
        assert.deepEqual(ids(items), ids(expected));
        assert.equal(covers.complete, rows.length <= max);
        assert.ok(items.length <= max);
      },
    ),
    property(600),
  );
});

test('what is topped up is what is read anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(60),
      fc.integer({ min: 10, max: 80 }),
      fc.integer({ min: 0, max: 30 }),
      async (rows, max, later) => {
        const before = newest(rows).slice(later);
        const held = await readNewest(new FakeList(before, 9).read, {}, max);
        const list = new FakeList(rows, 9);
        const topped = await topUp(list.read, {}, held, max);
        if (topped === null) return;
        const { items } = await readNewest(list.read, {}, max);
        const since = Math.max(topped.covers.from ?? 0, items.at(-1)?.created ?? 0);
        const from = (some: readonly Row[]): string[] =>
          ids(some.filter((one) => one.created > since));
        assert.deepEqual(from(topped.items), from(items));
      },
    ),
    property(300),
  );
});

test('a thousand rows are ten calls or a few more', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) =>
    row({ id: `txn_${String(index).padStart(5, '0')}`, created: 1_600_000_000 + index * 3000 }),
  );
  const list = new FakeList(rows);
  const { items, covers } = await readNewest(list.read, {}, 1000);
  assert.equal(items.length, 1000);
  assert.deepEqual(covers, { from: items.at(-1)!.created - 3000 + 1, complete: false });
  assert.ok(list.calls <= 13, `${list.calls} calls`);
});

test('only what types alone can tell is asked of Stripe’s list to any depth', () => {
  const lists = (filters: Question['filters'], only: Question['onlyCategories'] = null) =>
    listsOf({ filters, onlyCategories: only }, created);
  assert.deepEqual(lists({})?.length, 1);
  assert.deepEqual(
    lists({ category: ['payout'] })?.map(({ type }) => type),
    ['payout', 'payout_cancel', 'payout_failure'],
  );
  assert.deepEqual(lists({ category: ['payout'], type: ['payout', 'charge'] })?.length, 1);
  assert.deepEqual(lists({ category: ['payout'] }, ['payment']), []);
  assert.equal(lists({ category: ['dispute'] }), null);
  assert.equal(lists({}, ['payment', 'refund', 'dispute']), null);
  assert.equal(lists({ status: 'pending' }), null);
  assert.equal(listsOf(all, { sort: 'amount', order: 'desc' }), null);
  assert.equal(listsOf(all, { sort: 'created', order: 'asc' }), null);
});
