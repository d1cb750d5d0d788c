import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sorts, type Row, type Sort, type Order } from '@express-elements/contract';
import fc from 'fast-check';
import * as query from '../../../packages/server/src/ledger/direct/query.ts';
import {
  everything,
  type PageRequest,
  type Question,
} from '../../../packages/server/src/ledger/ledger.ts';
import { placeOf } from '../../../packages/server/src/ledger/order.ts';
import { property } from '../../support/runs.ts';
import { anyRows, row } from '../support/rows.ts';

const all: Question = { filters: {}, onlyCategories: null };
const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);
const kept = (rows: Row[], filters: Question['filters']): string[] =>
  ids(rows.filter(query.filterOf({ filters, onlyCategories: null })));

test('each filter keeps what it says', () => {
  const rows = [
    row({ id: 'sale', amount: 700, source: { id: 'ch_1', object: 'charge', status: 'succeeded' } }),
    row({ id: 'refund', type: 'refund', reporting_category: 'refund', amount: -600, created: 5 }),
    row({ id: 'dispute', type: 'adjustment', reporting_category: 'dispute', status: 'pending' }),
    row({ id: 'euro', currency: 'eur', customer: { name: null, email: 'Ann@Example.com' } }),
    row({ id: 'top', type: 'topup', balance_type: 'refund_and_dispute_prefunding' }),
    row({ id: 'part', payout: 'po_1' }),
    row({
      id: 'own',
      type: 'payout',
      payout: 'po_1',
      source: { id: 'po_1', object: 'payout', status: 'paid' },
    }),
  ];
  assert.deepEqual(kept(rows, { category: ['dispute', 'refund'] }), ['refund', 'dispute']);
  assert.deepEqual(kept(rows, { type: ['topup'] }), ['top']);
  assert.deepEqual(kept(rows, { currency: 'eur' }), ['euro']);
  assert.deepEqual(kept(rows, { status: 'pending' }), ['dispute']);
  assert.deepEqual(kept(rows, { source_status: ['paid'] }), ['own']);
  assert.deepEqual(kept(rows, { balance_type: ['refund_and_dispute_prefunding'] }), ['top']);
  assert.deepEqual(kept(rows, { net_volume: true }), ['sale', 'refund', 'dispute', 'euro', 'part']);
  assert.deepEqual(kept(rows, { net_volume: false }), ids(rows));
  assert.deepEqual(kept(rows, { payout: 'po_1' }), ['part']);
  assert.deepEqual(kept(rows, { customer: 'ann@example.com' }), ['euro']);
  assert.deepEqual(kept(rows, { amount_min: 500, amount_max: 800 }), ['sale', 'refund']);
  assert.deepEqual(kept(rows, { to: 6 }), ['refund']);
  assert.deepEqual(kept(rows, { from: 5, to: 5 }), []);
  assert.deepEqual(kept(rows, { q: ' ' }), ids(rows));
});

test('a role that may see some categories sees no other, whatever it asks for', () => {
  const rows = [row({ id: 'sale' }), row({ id: 'payout', type: 'payout' })];
  const question: Question = { filters: { category: ['payout'] }, onlyCategories: ['payment'] };
  assert.deepEqual(query.select(rows, question, 'created', 'asc'), []);
  const { by_category } = query.summary(rows, question, everything);
  assert.deepEqual(by_category, [{ category: 'payment', count: 1 }]);
});

const walk = (
  rows: Row[],
  sort: Sort,
  order: Order,
  limit: number,
  way: 'after' | 'before',
): Row[] => {
  const request = { sort, order, limit };
  let page = query.page(
    rows,
    all,
    way === 'after' ? request : { ...request, at: 'end' },
    everything,
  );
  const found = [...page.rows];
  while (way === 'after' ? page.hasNext : page.hasPrevious) {
    const edge = way === 'after' ? page.rows.at(-1)! : page.rows[0]!;
    page = query.page(rows, all, { ...request, [way]: placeOf(edge, sort) }, everything);
    if (way === 'after') found.push(...page.rows);
    else found.unshift(...page.rows);
  }
  return found;
};

test('pages one after another are the whole list, in both directions and any sort', () => {
  fc.assert(
    fc.property(
      anyRows(),
      fc.constantFrom(...sorts),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.integer({ min: 1, max: 12 }),
      (rows, sort, order, limit) => {
        const whole = ids(query.select(rows, all, sort, order));
        assert.deepEqual(ids(walk(rows, sort, order, limit, 'after')), whole);
        assert.deepEqual(ids(walk(rows, sort, order, limit, 'before')), whole);
        const reversed = query.select(rows, all, sort, order === 'asc' ? 'desc' : 'asc');
        assert.deepEqual(ids(reversed).toReversed(), whole);
      },
    ),
    property(1000),
  );
});

test('a jump begins the page at the first row at or past the value', () => {
  fc.assert(
    fc.property(anyRows(), fc.integer({ min: -40, max: 40 }), (rows, value) => {
      const request: PageRequest = { sort: 'amount', order: 'asc', limit: 5, at: String(value) };
      const page = query.page(rows, all, request, everything);
      const ordered = query.select(rows, all, 'amount', 'asc');
      const first = ordered.find(({ amount }) => amount >= value) ?? ordered.slice(-5)[0];
      assert.equal(page.rows[0]?.id, first?.id);
      assert.equal(page.hasPrevious, page.rows.length > 0 && page.rows[0]!.id !== ordered[0]!.id);
    }),
    property(500),
  );
});

test('sums are those of the rows, and counts by category forget the chosen category', () => {
  fc.assert(
    fc.property(anyRows(), (rows) => {
      const filters = { category: ['payment' as const] };
      const answer = query.summary(rows, { filters, onlyCategories: null }, everything);
      const payments = rows.filter(({ category }) => category === 'payment');
      assert.equal(answer.count, payments.length);
      for (const { currency, net, count } of answer.sums) {
        const own = payments.filter((one) => one.currency === currency);
        assert.equal(count, own.length);
        assert.equal(
          net,
          own.reduce((sum, one) => sum + one.net, 0),
        );
      }
      assert.equal(
        answer.by_category.reduce((sum, { count }) => sum + count, 0),
        rows.length,
      );
    }),
    property(500),
  );
});

const account = { id: 'acct_1', timeZone: 'UTC', defaultCurrency: 'usd', created: null };

test('earnings: the parts add up to net, and the points to the totals', () => {
  fc.assert(
    fc.property(anyRows(), fc.integer({ min: 0, max: 30 }), (rows, length) => {
      const from = 1_700_000_000;
      const answer = query.earnings(
        rows,
        { interval: 'hour', from, to: from + 1 + length, week_start: 1, currency: 'usd' },
        account,
        everything,
      );
      const counted = rows.filter(
        (one) =>
          one.currency === 'usd' &&
          one.created <= from + length &&
          query.filterOf({ filters: { net_volume: true }, onlyCategories: null })(one),
      );
      const { gross, refunds, disputes, fees, net, count } = answer.totals;
      assert.equal(gross + refunds + disputes + fees, net);
      assert.equal(
        net,
        counted.reduce((sum, one) => sum + one.net, 0),
      );
      assert.equal(count, counted.length);
    }),
    property(500),
  );
});

test('without a beginning, earnings are of all that was ever earned in the currency', () => {
  const day = 86_400;
  const noon = 1_700_006_400 - (1_700_006_400 % day) + day / 2;
  const rows = [
    row({ id: 'txn_1', created: noon - 40 * day, type: 'payout', reporting_category: 'payout' }),
    row({ id: 'txn_2', created: noon - 30 * day, currency: 'eur' }),
    row({ id: 'txn_3', created: noon - 2 * day }),
    row({ id: 'txn_4', created: noon }),
  ];
  const all = (currency: string, to = noon + 1) =>
    query.earnings(rows, { interval: 'day', to, week_start: 1, currency }, account, everything);
  assert.equal(all('usd').from, noon - 2.5 * day);
  assert.deepEqual(
    all('usd').points.map(({ values }) => values?.count),
    [1, 0, 1],
  );
  assert.equal(all('eur').points.length, 31);
  // Nothing yet, or nothing before the end that is asked for.
  assert.deepEqual(all('gbp').totals.count, 0);
  assert.deepEqual(all('usd', noon - 5 * day).totals.count, 0);
  assert.equal(all('gbp').points.length, 1);
});

test('points that begin before what is covered are null, and so is a comparison not wholly covered', () => {
  const from = 1_700_006_400;
  const rows = [row({ created: from + 10 }), row({ id: 'txn_2', created: from + 3700 })];
  const ask = {
    interval: 'hour',
    from,
    to: from + 7200,
    week_start: 1,
    compare: 'previous',
  } as const;
  const part = query.earnings(rows, ask, account, { from: from + 1, complete: false });
  assert.equal(part.points[0]?.values, null);
  assert.equal(part.points[1]?.values?.net, 1000);
  assert.equal(part.totals.net, 1000);
  assert.equal(part.compare, null);
  const whole = query.earnings(rows, ask, account, everything);
  assert.equal(whole.totals.net, 2000);
  assert.deepEqual(whole.compare?.totals.count, 0);
});
