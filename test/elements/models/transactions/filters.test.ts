import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryObject, queryString, transactionsQuerySchema } from '@express-elements/contract';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  amountMode,
  amountsOf,
} from '../../../../packages/elements/src/elements/express-transactions/amount.model.ts';
import {
  chipWords,
  filterNames,
  filtersQuery,
  isFiltered,
  isSet,
  noFilters,
  offeredFilters,
  onlyOffered,
  periodDays,
  periods,
  soundFilters,
  without,
  type ChosenFilters,
} from '../../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import { dayKey, startOfDay } from '../../../../packages/elements/src/format/index.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { property } from '../../../support/runs.ts';

const york = 'America/New_York';
/** Monday, 23 November 2026, 14:02 in New York. */
const now = 1_795_460_520;
const words = { messages: en, locale: 'en', currency: 'usd', timeZone: york };

const day = fc
  .integer({ min: 946_684_800, max: 2_208_988_800 })
  .map((seconds) => dayKey(seconds, 'UTC'));
/** What a link may lead to: a day, or an instant of one. */
const date = fc.oneof(
  day,
  day.map((key) => `${key}T05:00:00Z`),
);
const amount = fc.option(fc.integer({ min: 0, max: 1e12 }));
const chosen: fc.Arbitrary<ChosenFilters> = fc.record({
  categories: fc.subarray(['payment', 'refund', 'dispute', 'payout', 'fee'] as const),
  period: fc.option(fc.constantFrom(...periods)),
  from: fc.option(date),
  to: fc.option(date),
  amountMin: amount,
  amountMax: amount,
  status: fc.option(fc.constantFrom('available', 'pending')),
  currency: fc.option(fc.constantFrom('usd', 'eur')),
  customer: fc.option(fc.constantFrom('ada@example.com', 'li@example.co.jp')),
  payout: fc.option(fc.constantFrom('po_1Pgc', 'po_2')),
  query: fc.string({ maxLength: 30 }),
});

test('whatever is chosen, the question is one the contract takes', () => {
  fc.assert(
    fc.property(chosen, fc.constantFrom('UTC', york, 'Asia/Tokyo'), (filters, timeZone) => {
      const query = queryString(filtersQuery(filters, now, timeZone));
      const result = v.safeParse(transactionsQuerySchema, queryObject(new URLSearchParams(query)));
      assert.ok(result.success, query);
    }),
    property(500),
  );
});

test('days are whole days of the account, the last one included', () => {
  const query = filtersQuery({ ...noFilters, from: '2026-10-27', to: '2026-11-23' }, now, york);
  assert.equal(query.from, startOfDay('2026-10-27', york));
  assert.equal(query.to, startOfDay('2026-11-24', york));
});

test('an instant is itself, as an end not included, and its chip says the hours of the account', () => {
  const hour = { ...noFilters, from: '2026-11-23T19:00:00.000Z', to: '2026-11-23T20:00:00.000Z' };
  assert.deepEqual(filtersQuery(hour, now, york), { from: 1_795_460_400, to: 1_795_464_000 });
  // A thin space stands around the dash.
  assert.equal(chipWords(hour, 'date', words)?.replace(/\s/g, ' '), '23 Nov, 14:00–14:59');
  assert.equal(chipWords({ ...hour, to: null }, 'date', words), 'From 23 Nov 2026, 14:00');
  const written = { ...hour, category: [], from: '2026-11-23T25:00:00Z', to: '2026-11-23T20' };
  const { from, to } = soundFilters(written);
  assert.deepEqual([from, to], [null, null]);
});

test('a period goes on: a row made this second belongs to it', () => {
  assert.deepEqual(filtersQuery({ ...noFilters, period: 'last28' }, now, york), {
    from: startOfDay('2026-10-27', york),
  });
  assert.deepEqual(periodDays('today', '2026-11-23'), { from: '2026-11-23', to: '2026-11-23' });
  assert.equal(periodDays('last7', '2026-11-23').from, '2026-11-17');
  assert.equal(periodDays('month', '2026-11-23').from, '2026-11-01');
  assert.equal(periodDays('year', '2026-11-23').from, '2026-01-01');
});

test('chips say what is chosen', () => {
  const say = (filters: Partial<ChosenFilters>, name: (typeof filterNames)[number]) =>
    chipWords({ ...noFilters, ...filters }, name, words);
  assert.equal(say({}, 'date'), null);
  assert.equal(say({ period: 'last28' }, 'date'), 'Last 4 weeks');
  assert.equal(say({ from: '2026-10-27' }, 'date'), 'From 27 Oct 2026');
  assert.equal(say({ to: '2026-10-27' }, 'date'), 'Until 27 Oct 2026');
  assert.equal(say({ from: '2026-10-27', to: '2026-10-27' }, 'date'), '27 Oct 2026');
  assert.equal(say({ from: '2026-10-27', to: '2026-11-23' }, 'date'), '27 Oct 2026 to 23 Nov 2026');
  assert.equal(say({ categories: ['payment', 'refund'] }, 'category'), 'Type: Payments, Refunds');
  assert.equal(say({ amountMin: 1000 }, 'amount'), '$10.00 or more');
  assert.equal(say({ amountMax: 1000, currency: 'jpy' }, 'amount'), '¥1,000 or less');
  assert.equal(say({ amountMin: 1000, amountMax: 2000 }, 'amount'), '$10.00 to $20.00');
  assert.equal(say({ amountMin: 0, amountMax: 0 }, 'amount'), 'Exactly $0.00');
  assert.equal(say({ status: 'pending' }, 'status'), 'Pending');
  assert.equal(say({ currency: 'eur' }, 'currency'), 'EUR €');
  assert.equal(say({ customer: 'ada@example.com' }, 'customer'), 'ada@example.com');
  assert.equal(say({ payout: 'po_1' }, 'payout'), 'Payout: po_1');
});

test('a payout is called by what was sent, once that is known of this very payout', () => {
  const parts = {
    payout: 'po_1',
    amount: 123_450,
    currency: 'usd',
    status: 'paid',
    arrival_date: now,
    state: 'in_progress' as const,
    rows: null,
    differences: [],
  };
  const say = (payout: string) =>
    chipWords({ ...noFilters, payout }, 'payout', { ...words, payout: parts });
  assert.equal(say('po_1'), 'Payout: $1,234.50');
  assert.equal(say('po_2'), 'Payout: po_2');
});

test('an amount is one, at least or at most one, or between two', () => {
  const amounts = fc.option(fc.nat(1_000_000));
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const [min, max] =
        one !== null && other !== null
          ? [Math.min(one, other), Math.max(one, other)]
          : [one, other];
      const mode = amountMode(min, max);
      assert.deepEqual(amountsOf(mode, min ?? max, max), { amountMin: min, amountMax: max });
    }),
    property(300),
  );
  assert.equal(amountMode(null, null), 'is');
  assert.equal(amountMode(500, 500), 'is');
  assert.equal(amountMode(500, null), 'over');
  assert.equal(amountMode(null, 500), 'under');
  assert.equal(amountMode(500, 600), 'between');
});

test('a chip has words exactly while its filter is set, and taking it off unsets it', () => {
  fc.assert(
    fc.property(chosen, fc.constantFrom(...filterNames), (filters, name) => {
      assert.equal(chipWords(filters, name, words) !== null, isSet(filters, name));
      assert.equal(isSet(without(filters, name), name), false);
    }),
    property(500),
  );
});

test('what the endpoint does not offer is neither drawn nor asked', () => {
  const few = { filters: ['category', 'from', 'amount_min'] as const, search: false };
  const capabilities = { filters: [...few.filters], search: few.search };
  // A half of a range is no range.
  assert.deepEqual(offeredFilters(capabilities, 2), ['category']);
  fc.assert(
    fc.property(chosen, (filters) => {
      const query = filtersQuery(onlyOffered(filters, capabilities), now, york);
      assert.deepEqual(
        Object.keys(query).filter((key) => key !== 'category'),
        [],
      );
    }),
    property(200),
  );
});

test('a currency is offered only where there is another', () => {
  const capabilities = { filters: ['currency' as const] };
  assert.deepEqual(offeredFilters(capabilities, 1), []);
  assert.deepEqual(offeredFilters(capabilities, 2), ['currency']);
  assert.equal(isFiltered(noFilters), false);
  assert.equal(isFiltered({ ...noFilters, query: ' ' }), false);
  assert.equal(isFiltered({ ...noFilters, query: 'a' }), true);
});
