import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  comparisons,
  MAX_EARNINGS_POINTS,
  type Earnings,
  type EarningsTotals,
} from '@express-elements/contract';
import {
  change,
  chosenInterval,
  countDays,
  FIRST_DAY,
  isUnfinished,
  moreRanges,
  offeredComparisons,
  offeredIntervals,
  pointName,
  pointWords,
  rangeDays,
  ranges,
  span,
  spokenPoint,
  stepPoint,
  type EarningsRange,
} from '../../../../packages/elements/src/elements/express-earnings/express-earnings.model.ts';
import { dayKey, formatMoney, startOfDay } from '../../../../packages/elements/src/format/index.ts';
import {
  gridlines,
  labelEvery,
} from '../../../../packages/elements/src/elements/express-earnings/chart.model.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { property } from '../../../support/runs.ts';

const york = 'America/New_York';
/** Monday, 23 November 2026, 14:02 in New York. */
const now = 1_795_460_520;
const all = { intervals: ['hour', 'day', 'week', 'month'] } as const;
const offered = { intervals: [...all.intervals] };

test('a range ends with today and has as many days as it says', () => {
  const days = (range: EarningsRange) => Object.values(rangeDays(range, '2026-11-23'));
  assert.deepEqual(days('7d'), ['2026-11-17', '2026-11-23']);
  assert.deepEqual(days('4w'), ['2026-10-27', '2026-11-23']);
  assert.deepEqual(days('3m'), ['2026-08-25', '2026-11-23']);
  // A year is whole months, so that it can be compared with the whole months before.
  assert.deepEqual(days('12m'), ['2025-12-01', '2026-11-30']);
  assert.deepEqual(days('mtd'), ['2026-11-01', '2026-11-23']);
  assert.deepEqual(days('qtd'), ['2026-10-01', '2026-11-23']);
  assert.deepEqual(days('ytd'), ['2026-01-01', '2026-11-23']);
  assert.deepEqual(days('all'), [null, '2026-11-23']);
});

test('a quarter begins in January, April, July and October', () => {
  const begins = Array.from({ length: 12 }, (_, month) => {
    const today = `2026-${String(month + 1).padStart(2, '0')}-15`;
    return rangeDays('qtd', today).first?.slice(5, 7);
  });
  assert.equal(begins.join(' '), '01 01 01 04 04 04 07 07 07 10 10 10');
});

test('two dates are taken as they are, and what cannot be asked for as what comes nearest', () => {
  const custom = (from: string | null, to: string | null) =>
    Object.values(rangeDays('custom', '2026-11-23', { from, to }));
  assert.deepEqual(custom('2026-02-03', '2026-03-05'), ['2026-02-03', '2026-03-05']);
  assert.deepEqual(custom(null, null), ['2026-10-27', '2026-11-23']);
  assert.deepEqual(custom('2026-02-30', '2026-3-5'), ['2026-10-27', '2026-11-23']);
  // The last before the first is one day, what is to come is today, before Stripe there was nothing.
  assert.deepEqual(custom('2026-03-05', '2026-02-03'), ['2026-03-05', '2026-03-05']);
  assert.deepEqual(custom('2026-11-20', '2027-01-01'), ['2026-11-20', '2026-11-23']);
  assert.deepEqual(custom('1899-01-01', '2011-01-01'), ['2010-01-01', '2011-01-01']);
});

test('a range holds now, in every zone, over every change of clocks', () => {
  const zone = fc.constantFrom(
    'UTC',
    york,
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
  );
  const time = fc.integer({ min: 1_300_000_000, max: 2_208_988_800 });
  const any = fc.constantFrom(...ranges, ...moreRanges);
  fc.assert(
    fc.property(time, zone, any, (seconds, timeZone, range) => {
      const { from, to } = span(rangeDays(range, dayKey(seconds, timeZone)), timeZone);
      assert.equal(from === null, range === 'all');
      assert.ok((from ?? 0) <= seconds && seconds < to);
      for (const edge of [from, to])
        if (edge !== null) assert.notEqual(dayKey(edge, timeZone), dayKey(edge - 1, timeZone));
    }),
    property(300),
  );
});

test('only intervals that make sense and that the endpoint has are offered', () => {
  assert.deepEqual(offeredIntervals(1, offered), ['hour']);
  assert.deepEqual(offeredIntervals(3, offered), ['hour', 'day']);
  assert.deepEqual(offeredIntervals(7, offered), ['day']);
  assert.deepEqual(offeredIntervals(28, offered), ['day', 'week']);
  assert.deepEqual(offeredIntervals(91, offered), ['day', 'week', 'month']);
  assert.deepEqual(offeredIntervals(365, offered), ['week', 'month']);
  assert.deepEqual(offeredIntervals(Infinity, offered), ['month']);
  assert.deepEqual(offeredIntervals(28, { intervals: ['week'] }), ['week']);
  // Where none makes sense, the longest that there is.
  assert.deepEqual(offeredIntervals(365, { intervals: ['hour', 'day'] }), ['day']);
  assert.deepEqual(offeredIntervals(365, { intervals: [] }), []);
});

test('the interval is the one asked for where it is offered, else what suits the days', () => {
  const suits = (days: number) => chosenInterval(days, null, offered);
  assert.deepEqual([1, 2, 3, 28, 60, 91, 365, Infinity].map(suits), [
    'hour',
    'hour',
    'day',
    'day',
    'week',
    'week',
    'month',
    'month',
  ]);
  assert.equal(chosenInterval(91, 'day', offered), 'day');
  assert.equal(chosenInterval(365, 'day', offered), 'month');
  assert.equal(chosenInterval(7, null, { intervals: ['month'] }), 'month');
  assert.equal(chosenInterval(7, null, { intervals: [] }), null);
});

test('whatever the dates, there are never more bars than the endpoint gives', () => {
  const longest = countDays(FIRST_DAY, '2080-01-01');
  const bars = { hour: 1 / 24, day: 1, week: 7, month: 28 };
  for (let days = 1; days <= longest; days += 1)
    for (const interval of offeredIntervals(days, offered))
      assert.ok(days / bars[interval] + 1 < MAX_EARNINGS_POINTS);
});

test('a range is compared with what makes sense for it, where the endpoint can', () => {
  const asked = (range: EarningsRange, compare = [...comparisons]) =>
    offeredComparisons(range, { compare }).map((each) => each.asked);
  assert.deepEqual(asked('4w'), ['previous', 'year']);
  assert.deepEqual(asked('mtd'), ['month', 'year']);
  assert.deepEqual(asked('qtd'), ['quarter', 'year']);
  assert.deepEqual(asked('ytd'), ['year']);
  assert.deepEqual(asked('12m'), ['previous']);
  assert.deepEqual(asked('all'), []);
  assert.deepEqual(asked('mtd', ['previous', 'year']), ['year']);
  assert.deepEqual(offeredComparisons('mtd', { compare: ['year'] }), [
    { choice: 'year', asked: 'year' },
  ]);
});

test('a change is said only where it means something', () => {
  assert.equal(change({ net: 112 }, { net: 100 }), 0.12);
  assert.equal(change({ net: -50 }, { net: 100 }), -1.5);
  assert.equal(change({ net: 112 }, { net: 0 }), null);
  assert.equal(change({ net: 112 }, { net: -5 }), null);
  assert.equal(change({ net: 112 }, undefined), null);
});

test('gridlines as in the drawing', () => {
  assert.deepEqual(gridlines([261_000, 14_000], 100), [0, 100_000, 200_000, 300_000]);
  assert.deepEqual(gridlines([], 100), [0, 100]);
  assert.deepEqual(gridlines([-14_000, 81_000], 100), [-50_000, 0, 50_000, 100_000]);
});

test('gridlines are few, round, even, and wide enough, zero among them', () => {
  const values = fc.array(fc.integer({ min: -1e13, max: 1e13 }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.constantFrom(1, 100, 1000), (list, unit) => {
      const lines = gridlines(list, unit);
      assert.ok(lines.length >= 2 && lines.length <= 4);
      assert.ok(lines.includes(0));
      assert.ok(lines[0]! <= Math.min(0, ...list) && lines.at(-1)! >= Math.max(0, ...list));
      const step = lines[1]! - lines[0]!;
      assert.ok(Number.isInteger(step) && step >= unit);
      assert.match(String(step), /^(1|2|25|5)0*$/);
      for (const [at, line] of lines.entries()) assert.equal(line - lines[0]!, at * step);
    }),
    property(1000),
  );
});

test('labels have room, days by weeks once they are thin', () => {
  assert.equal(labelEvery(28, 560, 'day', 74), 7);
  assert.equal(labelEvery(7, 560, 'day', 74), 1);
  assert.equal(labelEvery(14, 400, 'day', 74), 3);
  assert.equal(labelEvery(12, 900, 'month', 74), 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 100, max: 2000 }),
      (points, width) => {
        const every = labelEvery(points, width, 'day', 70);
        assert.ok(every >= 1 && Math.ceil(points / every) * 70 <= width + 70);
      },
    ),
    property(500),
  );
});

test('keys walk the points, mirrored from right to left', () => {
  assert.equal(stepPoint('ArrowRight', null, 28, false), 27);
  assert.equal(stepPoint('Home', null, 28, false), 0);
  assert.equal(stepPoint('ArrowRight', 3, 28, false), 4);
  assert.equal(stepPoint('ArrowRight', 3, 28, true), 2);
  assert.equal(stepPoint('ArrowRight', 27, 28, false), 27);
  assert.equal(stepPoint('Home', 9, 28, false), 0);
  assert.equal(stepPoint('End', 9, 28, false), 27);
  assert.equal(stepPoint('PageUp', 3, 28, false), 10);
  assert.equal(stepPoint('a', 3, 28, false), null);
  assert.equal(stepPoint('End', null, 0, false), null);
});

const values = (net: number): EarningsTotals => ({
  gross: net + 5_080,
  refunds: 0,
  disputes: 0,
  fees: -5_080,
  net,
  count: 24,
});
const week = { from: startOfDay('2026-11-17', york), to: startOfDay('2026-11-24', york) };
const point = (day: number, net: number | null) => {
  const start = week.from + day * 86_400;
  return { start, end: start + 86_400, values: net === null ? null : values(net) };
};
const earnings: Earnings = {
  currency: 'usd',
  currencies: ['usd'],
  interval: 'day',
  ...week,
  time_zone: york,
  points: [null, 100, 81_020, 0, 0, 0, 5].map((net, day) => point(day, net)),
  totals: values(81_125),
  compare: null,
  covers: { from: null, complete: true },
};
const words = {
  messages: en,
  locale: 'en',
  money: (amount: number) => formatMoney(amount, 'usd', 'en'),
  count: String,
};

test('a point says its day, its net and what it is made of', () => {
  assert.deepEqual(pointWords(earnings, 2, true, now, words), {
    name: 'Thursday, 19 November',
    lines: ['Net $810.20 · 24 transactions', 'Gross $861.00 · Fees −$50.80'],
  });
  assert.equal(
    spokenPoint(earnings, 2, now, words),
    'Thursday, 19 November: net $810.20, 24 transactions',
  );
});

test('a point that is not covered, and one that is not over, say so', () => {
  assert.equal(spokenPoint(earnings, 0, now, words), 'Tuesday, 17 November: not known');
  assert.match(spokenPoint(earnings, 6, now, words), /^Monday, 23 November, so far: /);
  assert.equal(isUnfinished(earnings.points[6]!, now), true);
  assert.equal(isUnfinished(earnings.points[5]!, now), false);
});

test('the period before is read along', () => {
  const compared: Earnings = {
    ...earnings,
    compare: { from: 0, to: 1, points: earnings.points, totals: values(1) },
  };
  assert.match(spokenPoint(compared, 2, now, words), /the period before \$810\.20$/);
  assert.equal(pointWords(compared, 2, false, now, words)?.lines.at(-1), 'Before: $810.20');
});

test('points are named by their interval', () => {
  const { start } = earnings.points[0]!;
  const name = (interval: Earnings['interval'], days: number) =>
    pointName({ start, end: start + days * 86_400 }, interval, 'en', york).replace(/\s/g, ' ');
  assert.equal(name('day', 1), 'Tuesday, 17 November');
  assert.equal(name('week', 7), '17–23 Nov 2026');
  assert.equal(name('month', 30), 'November 2026');
});
