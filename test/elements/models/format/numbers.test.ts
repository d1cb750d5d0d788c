import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatCount,
  formatList,
  formatPercent,
  formatRate,
  numberFormat,
} from '../../../../packages/elements/src/format/index.ts';

test('counts, shares, rates and lists', () => {
  assert.equal(formatCount(1_284, 'en'), '1,284');
  assert.equal(formatPercent(0.124, 'en'), '12.4%');
  assert.equal(formatPercent(-0.031, 'en'), '−3.1%');
  assert.equal(formatPercent(-0.00001, 'en'), '0%');
  assert.equal(formatPercent(12.34, 'en'), '1,234%');
  assert.equal(formatRate(1.0555, 'en'), '1.0555');
  assert.equal(formatList(['Payments', 'Refunds'], 'en'), 'Payments, Refunds');
});

test('one Intl object serves all that ask alike, and a long life keeps few', () => {
  const first = numberFormat('en', { maximumFractionDigits: 3 });
  assert.equal(numberFormat('en', { maximumFractionDigits: 3 }), first);
  for (let digits = 0; digits < 300; digits += 1)
    numberFormat('en', {
      minimumIntegerDigits: 1 + (digits % 21),
      maximumFractionDigits: digits % 20,
    });
  assert.notEqual(numberFormat('en', { maximumFractionDigits: 3 }), first);
});

test('names are listed with the language’s own sign between them', () => {
  assert.equal(formatList(['A', 'B', 'C'], 'ja'), 'A、B、C');
  assert.equal(formatList(['A', 'B', 'C'], 'en'), 'A, B, C');
});
