import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  dayKey,
  dayNumber,
  daysBetween,
  formatAgo,
  formatDate,
  formatDayHeading,
  formatNearDay,
  formatRange,
  formatRowTime,
  startOfDay,
  zoneCity,
} from '../../../../packages/elements/src/format/index.ts';
import { property } from '../../../support/runs.ts';

const york = 'America/New_York';
/** Monday, 23 November 2026, 14:02 in New York. */
const now = 1_795_460_520;
const DAY = 86_400;

const zones = [
  'UTC',
  york,
  'Europe/Berlin',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  // Midnight itself is skipped here when clocks go forward.
  'America/Sao_Paulo',
  'Asia/Beirut',
];
const zone = fc.constantFrom(...zones);
/** 2000 to 2040. */
const time = fc.integer({ min: 946_684_800, max: 2_208_988_800 });

test('dates read as in the drawings', () => {
  const date = (style: Parameters<typeof formatDate>[1]) => formatDate(now, style, 'en', york);
  assert.equal(date('longDay'), 'Monday, 23 November');
  assert.equal(date('rowTime'), '23 Nov, 14:02');
  assert.equal(date('date'), '23 Nov 2026');
  assert.equal(date('dayMonth'), '23 Nov');
  assert.equal(date('time'), '14:02');
  assert.equal(date('monthYear'), 'November 2026');
  assert.equal(
    formatRange(now - 27 * DAY, now, 'dayMonth', 'en', york),
    '27 Oct\u2009–\u200923 Nov',
  );
});

test('a region keeps its own habits', () => {
  assert.equal(formatDate(now, 'longDay', 'en-US', york), 'Monday, November 23');
  assert.match(formatDate(now, 'time', 'en-US', york), /^2:02\sPM$/);
  assert.equal(formatDate(now, 'longDay', 'es', york), 'lunes, 23 de noviembre');
});

test('a row of another year says so', () => {
  assert.equal(formatRowTime(now, now, 'en', york), '23 Nov, 14:02');
  assert.equal(formatRowTime(now - 365 * DAY, now, 'en', york), '23 Nov 2025, 14:02');
  const eve = Date.UTC(2027, 0, 1, 2) / 1000;
  assert.equal(formatRowTime(eve - DAY, eve, 'en', york), '30 Dec, 21:00');
  assert.equal(formatRowTime(eve - DAY, eve, 'en', 'UTC'), '31 Dec 2026, 02:00');
});

test('days have the names people give them', () => {
  assert.equal(formatDayHeading(now, now, 'en', york), 'Today');
  assert.equal(formatDayHeading(now - DAY, now, 'en', york), 'Yesterday');
  assert.equal(formatDayHeading(now - DAY, now, 'es', york), 'Ayer');
  assert.equal(formatDayHeading(now - 3 * DAY, now, 'en', york), 'Friday, 20 November');
  assert.equal(formatDayHeading(now - 365 * DAY, now, 'en', york), 'Sunday, 23 November 2025');
  assert.equal(formatNearDay(now + DAY, now, 'en', york), 'tomorrow');
  assert.equal(formatNearDay(now + 2 * DAY, now, 'en', york), 'Wednesday');
  assert.equal(formatNearDay(now + 9 * DAY, now, 'en', york), 'Wed, 2 Dec');
  assert.equal(formatAgo(now - 90, now, 'en'), '1 minute ago');
  assert.equal(formatAgo(now + 3 * DAY, now, 'en'), 'in 3 days');
  assert.equal(zoneCity('America/Argentina/Buenos_Aires'), 'Buenos Aires');
});

test('today is the account’s, not UTC’s', () => {
  // 23:30 on Monday in New York is Tuesday in UTC and in Tokyo.
  const late = startOfDay('2026-11-23', york) + 23.5 * 3600;
  assert.equal(dayKey(late, york), '2026-11-23');
  assert.equal(dayKey(late, 'UTC'), '2026-11-24');
  assert.equal(formatDayHeading(late, late + 3600, 'en', york), 'Yesterday');
  assert.equal(formatDayHeading(late, late + 3600, 'en', 'UTC'), 'Today');
});

test('a day starts at its first second', () => {
  fc.assert(
    fc.property(time, zone, (seconds, timeZone) => {
      const key = dayKey(seconds, timeZone);
      const start = startOfDay(key, timeZone);
      assert.equal(dayKey(start, timeZone), key);
      assert.ok(dayKey(start - 1, timeZone) < key);
      assert.ok(start <= seconds && seconds < startOfDay(addDays(key, 1), timeZone));
    }),
    property(600),
  );
});

test('a day that a zone skipped starts where the next begins', () => {
  // Samoa had no 30 December 2011.
  assert.equal(startOfDay('2011-12-30', 'Pacific/Apia'), startOfDay('2011-12-31', 'Pacific/Apia'));
});

test('days are counted on the calendar, whatever the clocks do', () => {
  fc.assert(
    fc.property(time, fc.integer({ min: -800, max: 800 }), zone, (seconds, days, timeZone) => {
      const key = dayKey(seconds, timeZone);
      assert.equal(dayNumber(addDays(key, days)) - dayNumber(key), days);
      const other = startOfDay(addDays(key, days), timeZone);
      if (dayKey(other, timeZone) === addDays(key, days))
        assert.equal(daysBetween(seconds, other, timeZone), days);
    }),
    property(600),
  );
});
