import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Earnings, EarningsTotals } from '@express-elements/contract';
import {
  filterOfRows,
  pickedName,
  placesOf,
  rowsOfBars,
  spokenPicked,
} from '../../../../packages/elements/src/elements/express-earnings/picked.model.ts';
import {
  filtersQuery,
  noFilters,
} from '../../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import { filtersOf } from '../../../../packages/elements/src/elements/express-transactions/given.model.ts';
import {
  addDays,
  formatMoney,
  startOfDay,
} from '../../../../packages/elements/src/format/index.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { property } from '../../../support/runs.ts';

const york = 'America/New_York';
const totals = (net: number, count: number): EarningsTotals => ({
  gross: net,
  refunds: 0,
  disputes: 0,
  fees: 0,
  net,
  count,
});
const of = (
  interval: Earnings['interval'],
  starts: readonly number[],
  nets: readonly (number | null)[],
  timeZone = york,
): Earnings => {
  const [from = 0] = starts;
  const to = starts.at(-1) ?? 0;
  return {
    currency: 'usd',
    currencies: ['usd'],
    interval,
    from,
    to,
    time_zone: timeZone,
    points: nets.map((net, index) => ({
      start: starts[index]!,
      end: starts[index + 1]!,
      values: net === null ? null : totals(net, 2),
    })),
    totals: totals(0, 0),
    compare: null,
    covers: { from: null, complete: true },
  };
};
const days = (first: string, count: number, timeZone = york) =>
  Array.from({ length: count + 1 }, (_, index) => startOfDay(addDays(first, index), timeZone));
const week = of('day', days('2026-11-16', 7), [null, 100, -300, 5, 0, 0, 7]);

test('bars are picked from either end, and found again by when they begin', () => {
  const [, second = 0, , fourth = 0] = week.points.map(({ start }) => start);
  assert.deepEqual(placesOf(week, { anchor: second, head: fourth }), { first: 1, last: 3 });
  assert.deepEqual(placesOf(week, { anchor: fourth, head: second }), { first: 1, last: 3 });
  // Another day, another chart: what was picked may be gone.
  assert.equal(placesOf(week, { anchor: second - 86_400 * 9, head: fourth }), null);
  assert.equal(placesOf(week, null), null);
});

test('what was picked is the sum of its bars, and of days that nobody knows as much as is known', () => {
  assert.deepEqual(rowsOfBars(week, { first: 1, last: 3 }), {
    from: startOfDay('2026-11-17', york),
    to: startOfDay('2026-11-20', york),
    currency: 'usd',
    net: -195,
    count: 6,
  });
  assert.equal(rowsOfBars(week, { first: 0, last: 1 }).net, 100);
});

test('a bar at the end reaches only as far as the period does', () => {
  const weeks = of(
    'week',
    days('2026-11-02', 21).filter((_, day) => day % 7 === 0),
    [1, 2, 3],
  );
  const cut = { ...weeks, from: weeks.from + 2 * 86_400, to: weeks.to - 3 * 86_400 };
  const { from, to } = rowsOfBars(cut, { first: 0, last: 2 });
  assert.deepEqual([from, to], [cut.from, cut.to]);
});

test('whole days lead to days, hours to instants', () => {
  assert.deepEqual(filterOfRows(rowsOfBars(week, { first: 1, last: 3 }), york), {
    from: '2026-11-17',
    to: '2026-11-19',
    currency: 'usd',
    netVolume: true,
  });
  const hour = { from: 1_795_460_400, to: 1_795_464_000, currency: 'usd' };
  assert.deepEqual(filterOfRows(hour, york), {
    from: '2026-11-23T19:00:00.000Z',
    to: '2026-11-23T20:00:00.000Z',
    currency: 'usd',
    netVolume: true,
  });
});

test('a list asks for just the seconds of the bars, in every zone, over every change of clocks', () => {
  const zone = fc.constantFrom(
    'UTC',
    york,
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Cairo',
  );
  const day = fc.integer({ min: 15_000, max: 25_000 }).map((days) => addDays('1970-01-01', days));
  fc.assert(
    fc.property(zone, day, fc.nat(40), fc.nat(23), (timeZone, first, length, hours) => {
      const from = startOfDay(first, timeZone);
      const to =
        hours === 0 ? startOfDay(addDays(first, length + 1), timeZone) : from + hours * 3600;
      const filter = filterOfRows({ from, to, currency: 'eur' }, timeZone);
      const asked = filtersQuery({ ...noFilters, ...filtersOf(filter) }, 0, timeZone);
      assert.deepEqual(asked, { from, to, currency: 'eur' });
    }),
    property(500),
  );
});

test('what was picked is said: which days, how much, how many', () => {
  const words = {
    messages: en,
    locale: 'en',
    money: (amount: number) => formatMoney(amount, 'usd', 'en'),
    count: String,
  };
  const say = (first: number, last: number, now = 0) =>
    spokenPicked(week, { first, last }, now, words).replace(/\s/g, ' ');
  assert.equal(say(1, 3), 'Picked 17–19 Nov 2026: net −$1.95, 6 transactions');
  assert.equal(say(3, 3), 'Picked Thu, 19 Nov: net $0.05, 2 transactions');
  assert.equal(
    say(5, 6, week.points[6]!.start + 60),
    'Picked 21–22 Nov 2026, so far: net $0.07, 4 transactions',
  );
  const months = of('month', [0, 2_678_400, 5_097_600], [1, 2], 'UTC');
  const rows = rowsOfBars(months, { first: 0, last: 1 });
  const name = pickedName(months, { first: 0, last: 1 }, rows, 'en');
  assert.equal(name.replace(/\s/g, ' '), 'Jan – Feb 1970');
});
