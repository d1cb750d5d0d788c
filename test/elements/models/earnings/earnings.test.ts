import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Earnings, EarningsTotals } from '@express-elements/contract';
import {
  change,
  chosenInterval,
  isUnfinished,
  offeredIntervals,
  pointName,
  pointWords,
  ranges,
  span,
  spokenPoint,
  stepPoint,
} from '../../../../packages/elements/src/elements/express-earnings/express-earnings.model.ts';
import { dayKey, formatMoney } from '../../../../packages/elements/src/format/index.ts';
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
  const days = (range: (typeof ranges)[number]) => {
    const { from, to } = span(range, now, york);
    return [dayKey(from, york), dayKey(to - 1, york)];
  };
  assert.deepEqual(days('7d'), ['2026-11-17', '2026-11-23']);
  assert.deepEqual(days('4w'), ['2026-10-27', '2026-11-23']);
  assert.deepEqual(days('3m'), ['2026-08-25', '2026-11-23']);
  // A year is whole months, so that it can be compared with the whole months before.
  assert.deepEqual(days('12m'), ['2025-12-01', '2026-11-30']);
});

test('a range holds now, in every zone, over every change of clocks', () => {
  const zone = fc.constantFrom(
    'UTC',
    york,
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
  );
  const time = fc.integer({ min: 946_684_800, max: 2_208_988_800 });
  fc.assert(
    fc.property(time, zone, fc.constantFrom(...ranges), (seconds, timeZone, range) => {
      const { from, to } = span(range, seconds, timeZone);
      assert.ok(from <= seconds && seconds < to);
      assert.notEqual(dayKey(from, timeZone), dayKey(from - 1, timeZone));
      assert.notEqual(dayKey(to, timeZone), dayKey(to - 1, timeZone));
    }),
    property(300),
  );
});

test('only intervals that make sense and that the endpoint has are offered', () => {
  assert.deepEqual(offeredIntervals('4w', offered), ['day', 'week']);
  assert.deepEqual(offeredIntervals('4w', { intervals: ['week'] }), ['week']);
  assert.equal(chosenInterval('3m', null, offered), 'week');
  assert.equal(chosenInterval('3m', 'day', offered), 'day');
  assert.equal(chosenInterval('12m', 'day', offered), 'month');
  assert.equal(chosenInterval('12m', null, { intervals: ['day'] }), null);
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
const point = (day: number, net: number | null) => {
  const { from } = span('7d', now, york);
  const start = from + day * 86_400;
  return { start, end: start + 86_400, values: net === null ? null : values(net) };
};
const earnings: Earnings = {
  currency: 'usd',
  currencies: ['usd'],
  interval: 'day',
  ...span('7d', now, york),
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
