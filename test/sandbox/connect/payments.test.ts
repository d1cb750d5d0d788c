import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fillPage,
  isNarrowed,
  readFilters,
} from '../../../packages/sandbox/src/connect/components/payment-filters.model.ts';
import { property } from '../../support/runs.ts';

const read: [what: string, given: Record<string, unknown>, expected: object][] = [
  ['nothing', {}, { statuses: [] }],
  ['statuses', { status: ['refunded', 'no such'] }, { statuses: ['refunded'] }],
  ['equals', { amount: { equals: 500 } }, { statuses: [], amount: { from: 500, to: 500 } }],
  ['greaterThan', { amount: { greaterThan: 500 } }, { statuses: [], amount: { from: 501 } }],
  ['lessThan', { amount: { lessThan: 500 } }, { statuses: [], amount: { to: 499 } }],
  [
    'between',
    { amount: { between: { lowerBound: 1, upperBound: 9 } } },
    { statuses: [], amount: { from: 1, to: 9 } },
  ],
  ['after', { date: { after: new Date(5_500) } }, { statuses: [], date: { from: 6 } }],
  ['before', { date: { before: new Date(5_500) } }, { statuses: [], date: { to: 6 } }],
  [
    'between dates',
    { date: { between: { start: new Date(5_500), end: new Date(9_000) } } },
    { statuses: [], date: { from: 6, to: 10 } },
  ],
  ['paymentMethod', { paymentMethod: 'card' }, { statuses: [], method: 'card' }],
  ['rubbish', { amount: 5, date: 'x', status: 'all', paymentMethod: 3 }, { statuses: [] }],
];

for (const [what, given, expected] of read)
  test(`default filters: ${what}`, () => {
    assert.deepEqual(readFilters(given), expected);
  });

test('a list is narrowed by any filter', () => {
  assert.equal(isNarrowed(readFilters({})), false);
  assert.equal(isNarrowed(readFilters({ amount: { lessThan: 3 } })), true);
});

const listOf = (count: number, pageSize: number) => {
  const rows = Array.from({ length: count }, (_, index) => ({ id: `row_${index}`, index }));
  return async (after: string | undefined) => {
    const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
    return { data: rows.slice(from, from + pageSize), has_more: from + pageSize < count };
  };
};

test('pages of sifted rows are the sifted list, cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (count, pageSize, size, step) => {
        const source = {
          fetch: listOf(count, pageSize),
          keep: (row: { index: number }) => row.index % step === 0,
        };
        const seen: number[] = [];
        let next: string | undefined;
        do {
          const page = await fillPage(source, size, next);
          assert.ok(page.rows.length <= size);
          seen.push(...page.rows.map((row) => row.index));
          ({ next } = page);
        } while (next !== undefined);
        const expected = Array.from({ length: count }, (_, index) => index).filter(
          (index) => index % step === 0,
        );
        assert.deepEqual(seen, expected);
      },
    ),
    property(400),
  );
});

test('a rare match is looked for in so many calls, then page by page', async () => {
  const page = await fillPage({ fetch: listOf(2000, 100), keep: () => false }, 10, undefined);
  assert.deepEqual(page, { rows: [], next: 'row_999' });
});
