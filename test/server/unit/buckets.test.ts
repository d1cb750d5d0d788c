import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bucketIndex,
  bucketsOf,
  compareRange,
  instantOf,
  intervalStart,
  knownTimeZone,
  wallTime,
} from '../../../packages/server/src/ledger/buckets.ts';
import { property } from '../../support/runs.ts';

const utc = (...args: Parameters<typeof Date.UTC>): number => Date.UTC(...args) / 1000;
const local = (timeZone: string, ...args: Parameters<typeof Date.UTC>): number =>
  instantOf(utc(...args), timeZone);

const hours = (buckets: { start: number; end: number }[]): number[] =>
  buckets.map(({ start, end }) => (end - start) / 3600);

test('a day is 23 hours long when clocks go forward and 25 when they go back', () => {
  const zone = 'Europe/Berlin';
  const spring = bucketsOf(
    { from: local(zone, 2026, 2, 28), to: local(zone, 2026, 2, 31), interval: 'day' },
    zone,
  );
  const autumn = bucketsOf(
    { from: local(zone, 2026, 9, 24), to: local(zone, 2026, 9, 27), interval: 'day' },
    zone,
  );
  assert.deepEqual(hours(spring), [24, 23, 24]);
  assert.deepEqual(hours(autumn), [24, 25, 24]);
});

test('hours go through a change of clocks without a gap and without a double', () => {
  for (const [zone, from] of [
    ['America/New_York', utc(2026, 2, 8)],
    ['America/New_York', utc(2026, 10, 1)],
    ['Australia/Lord_Howe', utc(2026, 3, 4)],
    ['Australia/Lord_Howe', utc(2026, 9, 3)],
  ] as const) {
    const buckets = bucketsOf({ from, to: from + 2 * 86_400, interval: 'hour' }, zone);
    assert.ok(buckets.every(({ start, end }) => end > start && end - start <= 3600));
    for (const [index, bucket] of buckets.slice(1).entries())
      assert.equal(bucket.start, buckets[index]!.end);
  }
});

test('a day whose midnight is skipped begins at the change; one whose midnight comes twice, at the first', () => {
  const skipped = local('Asia/Beirut', 2026, 2, 29);
  assert.equal(wallTime(skipped, 'Asia/Beirut'), utc(2026, 2, 29, 1));
  const twice = local('America/Havana', 2026, 10, 1);
  assert.equal(wallTime(twice, 'America/Havana'), utc(2026, 10, 1));
  assert.equal(wallTime(twice + 3600, 'America/Havana'), utc(2026, 10, 1));
});

test('a day that a zone skipped altogether is left out', () => {
  const zone = 'Pacific/Apia';
  const buckets = bucketsOf(
    { from: utc(2011, 11, 29, 12), to: utc(2012, 0, 1, 12), interval: 'day' },
    zone,
  );
  const days = buckets.map(({ start }) => new Date(wallTime(start, zone) * 1000).getUTCDate());
  assert.deepEqual(days, [29, 31, 1, 2]);
  assert.ok(buckets.every(({ start, end }) => end > start));
});

test('a week begins on the day that is asked for', () => {
  const wednesday = utc(2026, 10, 25, 12);
  assert.equal(intervalStart(wednesday, 'week', 'UTC'), utc(2026, 10, 23));
  assert.equal(intervalStart(wednesday, 'week', 'UTC', 7), utc(2026, 10, 22));
  assert.equal(intervalStart(wednesday, 'week', 'UTC', 3), utc(2026, 10, 25));
});

test('the period before whole months is as many months, else as many days on the wall', () => {
  const zone = 'America/New_York';
  const march = { from: local(zone, 2026, 2, 1), to: local(zone, 2026, 3, 1) };
  assert.deepEqual(compareRange(march, 'previous', zone), {
    from: local(zone, 2026, 1, 1),
    to: march.from,
  });
  const week = { from: local(zone, 2026, 2, 5), to: local(zone, 2026, 2, 12) };
  assert.deepEqual(compareRange(week, 'previous', zone), {
    from: local(zone, 2026, 1, 26),
    to: week.from,
  });
});

test('a year before the 29th of February is the 28th', () => {
  const range = { from: utc(2024, 1, 29), to: utc(2024, 2, 1) };
  assert.deepEqual(compareRange(range, 'year', 'UTC'), {
    from: utc(2023, 1, 28),
    to: utc(2023, 2, 1),
  });
});

test('a month, a quarter and a year to date are compared with as many days of the one before', () => {
  const zone = 'Europe/Berlin';
  const days = (year: number, from: readonly [number, number], to: readonly [number, number]) => ({
    from: local(zone, year, ...from),
    to: local(zone, year, ...to),
  });
  const month = (range: { from: number; to: number }) => compareRange(range, 'month', zone);
  assert.deepEqual(month(days(2026, [10, 1], [10, 25])), days(2026, [9, 1], [9, 25]));
  // Through 29, 30, 31 March, and all of it: all of February.
  for (const end of [
    [2, 30],
    [2, 31],
    [3, 1],
  ] as const)
    assert.deepEqual(month(days(2026, [2, 1], end)), days(2026, [1, 1], [2, 1]));
  // February as a whole is all of January's days that it has, and all of January where it is whole.
  assert.deepEqual(month(days(2026, [1, 1], [1, 28])), days(2026, [0, 1], [0, 28]));
  assert.deepEqual(month(days(2026, [1, 1], [2, 1])), days(2026, [0, 1], [1, 1]));
  assert.deepEqual(
    compareRange(days(2026, [9, 1], [10, 25]), 'quarter', zone),
    days(2026, [6, 1], [7, 25]),
  );
  assert.deepEqual(compareRange(days(2026, [0, 1], [10, 25]), 'year', zone), {
    from: local(zone, 2025, 0, 1),
    to: local(zone, 2025, 10, 25),
  });
});

test('a zone that nobody knows is UTC', () => {
  assert.equal(knownTimeZone('Mars/Olympus'), 'UTC');
  assert.equal(knownTimeZone('Asia/Tokyo'), 'Asia/Tokyo');
});

const zones = [
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
];

test('intervals have no gap, none is empty, the first holds `from` and the last the second before `to`', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 946_684_800, max: 2_000_000_000 }),
      fc.integer({ min: 1, max: 40 * 86_400 }),
      fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(...zones),
      (from, length, interval, week_start, zone) => {
        const to = from + length;
        const buckets = bucketsOf({ from, to, interval, week_start }, zone);
        assert.ok(buckets[0]!.start <= from && from < buckets[0]!.end);
        assert.ok(buckets.at(-1)!.start < to && to <= buckets.at(-1)!.end);
        for (const [index, bucket] of buckets.entries()) {
          assert.ok(bucket.end > bucket.start);
          if (index > 0) assert.equal(bucket.start, buckets[index - 1]!.end);
          assert.equal(intervalStart(bucket.start, interval, zone, week_start), bucket.start);
          assert.equal(intervalStart(bucket.end - 1, interval, zone, week_start), bucket.start);
          assert.equal(bucketIndex(buckets, bucket.start), index);
          assert.equal(bucketIndex(buckets, bucket.end - 1), index);
        }
        assert.equal(bucketIndex(buckets, buckets[0]!.start - 1), -1);
        assert.equal(bucketIndex(buckets, buckets.at(-1)!.end), -1);
      },
    ),
    property(2000),
  );
});
