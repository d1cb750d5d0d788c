/** Lists: whole when walked, the same as the oracle over the API's rows, and the same as their export. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  comparisons,
  queryString,
  sorts,
  type Order,
  type Row,
  type Sort,
} from '@express-elements/contract';
import fc from 'fast-check';
import * as query from '../../../packages/server/src/ledger/direct/query.ts';
import { everything, type Question } from '../../../packages/server/src/ledger/ledger.ts';
import { decimalAmount } from '../../../packages/server/src/money.ts';
import { property } from '../../support/runs.ts';
import { parseCsv } from '../support/csv.ts';
import { rowsOf } from './api.ts';
import { START, type Client, type World } from './world.ts';

const DAY = 86_400;
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
type Filters = Question['filters'];

/** What both ledgers say of a row: without its payout and the customer that only a join knows. */
const common = (row: Row): Row => ({ ...row, payout: null, customer: null });

async function walk(client: Client, question: string, way: 'next' | 'previous'): Promise<Row[]> {
  const found: Row[] = [];
  let path = `?${question}${way === 'previous' ? '&at=end' : ''}`;
  for (;;) {
    const { data, next_cursor, previous_cursor } = await client.get('transactions', path);
    if (way === 'next') found.push(...data);
    else found.unshift(...data);
    const cursor = way === 'next' ? next_cursor : previous_cursor;
    if (cursor === null) return found;
    path = `?${question}&${way === 'next' ? 'after' : 'before'}=${cursor}`;
  }
}

/** Filters whose values come from real rows, so that they often find something. */
function anyFilters(rows: readonly Row[]): fc.Arbitrary<Filters> {
  const one = fc.constantFrom(...rows);
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const of = <T>(pick: (row: Row) => T) => some(one.map(pick));
  const list = <T>(pick: (row: Row) => T) =>
    some(fc.uniqueArray(one.map(pick), { minLength: 1, maxLength: 3 }));
  return fc
    .record({
      category: list((row) => row.category),
      type: list((row) => row.type),
      currency: of((row) => row.currency),
      status: of((row) => row.status),
      net_volume: some(fc.boolean()),
      amount_min: of((row) => Math.abs(row.amount)),
      amount_max: of((row) => Math.abs(row.amount)),
      from: of((row) => row.created),
      to: of((row) => row.created),
      available_from: of((row) => row.available_on),
      available_to: of((row) => row.available_on + 1),
      source_status: some(one.map((row) => [row.source?.status ?? 'paid'])),
      q: some(one.chain((row) => fc.constantFrom(...questionsOf(row)))),
    })
    .map((filters) => {
      const kept = Object.entries(filters).filter(([, value]) => value !== undefined);
      // Three at a time, or nothing is ever found.
      return Object.fromEntries(kept.slice(0, 3));
    });
}

const questionsOf = (row: Row): string[] =>
  [
    row.description,
    row.last4,
    row.id.slice(0, 8),
    row.source?.id,
    row.description?.split(' ').at(-1),
  ]
    .concat(String(Math.abs(row.amount) / 100))
    .filter((text): text is string => Boolean(text));

export function listsSuite(world: () => World): void {
  test('a list walked from either end is every row of Stripe’s, once and in order', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const rows = await rowsOf(world(), seller);
      const expected = query.select(rows, { filters: {}, onlyCategories: null }, 'created', 'desc');
      const client = world().as(seller);
      const down = await walk(client, 'limit=100', 'next');
      assert.deepEqual(ids(down), ids(expected));
      assert.deepEqual(down.map(common), expected.map(common));
      assert.deepEqual(ids(await walk(client, 'limit=100', 'previous')), ids(expected));
    }
  });

  test('any question has the oracle’s answer: pages, both directions, jumps, sums', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const rows = await rowsOf(world(), seller);
      const client = world().as(seller);
      await fc.assert(
        fc.asyncProperty(
          anyFilters(rows),
          fc.constantFrom<Sort>(...sorts),
          fc.constantFrom<Order>('asc', 'desc'),
          fc.integer({ min: 1, max: 100 }),
          fc.constantFrom(...rows),
          async (filters, sort, order, limit, place) => {
            const question: Question = { filters, onlyCategories: null };
            const expected = query.select(rows, question, sort, order);
            const asked = queryString({ ...filters, sort, order, limit: String(limit) });
            const first = await client.get('transactions', `?${asked}`);
            assert.deepEqual(ids(first.data), ids(expected.slice(0, limit)));
            assert.equal(first.next_cursor === null, expected.length <= limit);
            assert.deepEqual(first.covers, everything);
            if (first.next_cursor) {
              const second = await client.get(
                'transactions',
                `?${asked}&after=${first.next_cursor}`,
              );
              assert.deepEqual(ids(second.data), ids(expected.slice(limit, 2 * limit)));
              const back = await client.get(
                'transactions',
                `?${asked}&before=${second.previous_cursor}`,
              );
              assert.deepEqual(ids(back.data), ids(first.data));
            }
            const at = String(place[sort]);
            const jumped = await client.get('transactions', `?${asked}&at=${at}`);
            const request = { sort, order, limit, at };
            assert.deepEqual(
              ids(jumped.data),
              ids(query.page(rows, question, request, everything).rows),
            );
            const sums = await client.get('summary', `?${queryString({ ...filters })}`);
            assert.deepEqual(sums, query.summary(rows, question, everything));
          },
        ),
        property(300),
      );
    }
  });

  test('a search finds rows by id, source, e-mail, last four digits, amount and order number', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const rows = await rowsOf(world(), seller);
      const client = world().as(seller);
      const question = async (q: string): Promise<string[]> =>
        ids(await walk(client, `limit=100&q=${encodeURIComponent(q)}`, 'next')).toSorted();
      const those = (is: (row: Row) => boolean): string[] => ids(rows.filter(is)).toSorted();
      const paid = rows.filter(({ customer, metadata }) => customer?.email && metadata['order_id']);
      const carded = rows.find(({ last4 }) => last4 !== null);
      for (const row of [paid.at(3), paid.at(-3), carded].filter((each) => each !== undefined)) {
        assert.deepEqual(await question(row.id), [row.id]);
        const source = row.source!.id;
        assert.deepEqual(
          await question(source),
          those((one) => one.source?.id === source),
        );
        const amount = decimalAmount(Math.abs(row.amount), row.currency);
        const found = await question(amount);
        for (const id of those(
          (one) => Math.abs(one.amount) === Math.abs(row.amount) && one.currency === row.currency,
        ))
          assert.ok(found.includes(id), `${amount} ${id}`);
        if (row.customer?.email) {
          const email = row.customer.email.toLowerCase();
          const whole = await question(email.toUpperCase());
          assert.deepEqual(
            whole,
            those((one) => one.customer?.email?.toLowerCase() === email),
          );
          const filter = await client.get(
            'transactions',
            `?limit=100&customer=${encodeURIComponent(email)}`,
          );
          assert.deepEqual(ids(filter.data).toSorted(), whole);
        }
        const { last4, metadata } = row;
        if (last4 !== null) assert.ok((await question(last4)).includes(row.id), last4);
        const order = metadata['order_id'];
        if (order) assert.ok((await question(order)).includes(row.id), order);
      }
      assert.deepEqual(await question('no such thing'), []);
    }
  });

  test('any stretch of earnings has the oracle’s answer', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const rows = await rowsOf(world(), seller);
      const client = world().as(seller);
      const { account } = await client.get('account');
      const known = {
        id: account.id,
        timeZone: account.time_zone,
        defaultCurrency: account.default_currency,
        created: null,
      };
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const),
          fc.integer({ min: START - 600 * DAY, max: START }),
          fc.integer({ min: 1, max: 200 }),
          fc.integer({ min: 1, max: 7 }),
          fc.constantFrom(undefined, ...comparisons),
          async (interval, from, days, week_start, compare) => {
            const to = from + days * (interval === 'hour' ? DAY / 24 : DAY);
            const ask = { interval, from, to, week_start, ...(compare && { compare }) };
            const answer = await client.get('earnings', `?${queryString(ask)}`);
            assert.deepEqual(answer, query.earnings(rows, ask, known, everything));
          },
        ),
        property(200),
      );
    }
  });

  test('the export is the list', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      for (const question of [
        '',
        'category[]=refund&category[]=payment',
        'sort=amount&order=asc',
      ]) {
        const response = await client.fetch(`/transactions/export?${question}`);
        assert.equal(response.status, 200);
        assert.match(response.headers.get('Content-Disposition') ?? '', /transactions-[\d-]+\.csv/);
        assert.deepEqual(JSON.parse(response.headers.get('Express-Covers') ?? ''), everything);
        const [header, ...lines] = parseCsv(await response.text());
        const column = (name: string): string[] =>
          lines.map((line) => line[header!.indexOf(name)] ?? '');
        const rows = await walk(client, `limit=100&${question}`, 'next');
        assert.deepEqual(column('id'), ids(rows));
        const texts = rows.map(({ description }) => description ?? '');
        assert.deepEqual(column('description'), texts);
        assert.deepEqual(
          column('net').map((net) => Number(net.replace('.', ''))),
          rows.map(({ net }) => net),
        );
      }
    }
  });

  test('a cursor of one list is no cursor of another', async () => {
    const client = world().as(0);
    const { next_cursor } = await client.get('transactions', '?limit=5');
    for (const other of ['sort=amount', 'order=asc', 'currency=usd', 'category[]=payment']) {
      const error = await client.refused(`/transactions?limit=5&${other}&after=${next_cursor}`);
      assert.deepEqual([error.status, error.code], [400, 'invalid_cursor'], other);
    }
  });
}
