import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Earnings, EarningsTotals } from '@express-elements/contract';
import { earningsCsv } from '../../../../packages/elements/src/elements/express-earnings/earnings-file.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { earnings as spanish } from '../../../../packages/elements/src/locales/es/earnings.ts';

const DAY = 86_400;
const start = Date.UTC(2026, 10, 22) / 1000;
const values = (net: number): EarningsTotals => ({
  gross: net + 100,
  refunds: -60,
  disputes: 0,
  fees: -40,
  net,
  count: 2,
});
const point = (day: number, net: number | null) => ({
  start: start + day * DAY,
  end: start + (day + 1) * DAY,
  values: net === null ? null : values(net),
});
const earnings: Earnings = {
  currency: 'usd',
  currencies: ['usd'],
  interval: 'day',
  from: start,
  to: start + 3 * DAY,
  time_zone: 'UTC',
  points: [point(0, null), point(1, -123_456), point(2, 5)],
  totals: values(-123_451),
  compare: { from: 0, to: 1, points: [point(-3, 7), point(-2, 0)], totals: values(7) },
  covers: { from: start, complete: false },
};
const context = { messages: en, locale: 'en', breakdown: true, now: start + 2 * DAY + 60 };

test('each point is a line, the total is the last; what is not known is empty', () => {
  assert.deepEqual(earningsCsv(earnings, context).split('\r\n'), [
    'Period (UTC time),Currency,Gross,Refunds,Disputes,Fees,Net,Payments,Before',
    '22 Nov 2026,USD,,,,,,,0.07',
    '23 Nov 2026,USD,-1233.56,-0.60,0.00,-0.40,-1234.56,2,0.00',
    '"24 Nov 2026, so far",USD,1.05,-0.60,0.00,-0.40,0.05,2,',
    'Total,USD,-1233.51,-0.60,0.00,-0.40,-1234.51,2,0.07',
    '',
  ]);
});

test('the decimals of the currency and the signs of the language, which spreadsheets of it read', () => {
  const yen = { ...earnings, currency: 'jpy', compare: null };
  const asked = {
    ...context,
    locale: 'es',
    breakdown: false,
    messages: { ...en, earnings: spanish },
  };
  const [head, , line] = earningsCsv(yen, asked).split('\r\n');
  assert.equal(head, 'Periodo (UTC time);Divisa;Neto;Pagos');
  assert.match(line!, /^23 nov 2026;JPY;-123456;2$/);
  const [, , euros] = earningsCsv({ ...earnings, compare: null }, asked).split('\r\n');
  assert.match(euros!, /;-1234,56;2$/);
});

test('Latin digits have a Latin sign between them, whatever digits the page has', () => {
  const asked = { ...context, locale: 'ar-EG', breakdown: false };
  const [, , line] = earningsCsv({ ...earnings, compare: null }, asked).split('\r\n');
  assert.match(line!, /,USD,-1234\.56,2$/);
});

test('weeks, months and hours are named as such', () => {
  const named = (interval: Earnings['interval'], length: number) => {
    const only = { start, end: start + length, values: values(1) };
    const asked = { ...earnings, interval, points: [only], compare: null };
    return earningsCsv(asked, { ...context, now: 0 })
      .split('\r\n')[1]!
      .replace(/\s/g, ' ');
  };
  assert.match(named('week', 7 * DAY), /^22–28 Nov 2026,USD/);
  assert.match(named('month', 9 * DAY), /^November 2026,USD/);
  assert.match(named('hour', 3600), /^"22 Nov 2026, 00:00",USD/);
});
