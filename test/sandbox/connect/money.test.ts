import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatMoney,
  parseMoney,
  payable,
  plainMoney,
} from '../../../packages/sandbox/src/connect/shared/money.ts';
import { property } from '../../support/runs.ts';

const written: [amount: number, currency: string, locale: string, text: string][] = [
  [123456, 'usd', 'en-US', '$1,234.56'],
  [-1250, 'usd', 'en-US', '\u2212$12.50'],
  [5800, 'jpy', 'en-US', '¥5,800'],
  [123456, 'eur', 'de-DE', '1.234,56\u00a0€'],
  [5120, 'kwd', 'en-US', 'KWD\u00a05.120'],
  [500, 'isk', 'en-US', 'ISK\u00a05'],
  [1045, 'huf', 'en-US', 'HUF\u00a010.45'],
];

for (const [amount, currency, locale, text] of written)
  test(`${amount} ${currency} is written ${text} in ${locale}`, () => {
    assert.equal(formatMoney(amount, currency, locale), text);
  });

const typed: [text: string, currency: string, locale: string, amount: number | null][] = [
  ['12.50', 'usd', 'en-US', 1250],
  ['1,234.5', 'usd', 'en-US', 123450],
  ['12,5', 'usd', 'en-US', 1250],
  ['1.234', 'eur', 'de-DE', 123400],
  ['1.234,56', 'eur', 'de-DE', 123456],
  ['1 234,56', 'eur', 'fr-FR', 123456],
  ['5800', 'jpy', 'ja-JP', 5800],
  ['58.5', 'jpy', 'ja-JP', null],
  ['5', 'isk', 'en-US', 500],
  ['12.345', 'usd', 'es-ES', 1234500],
  ['twelve', 'usd', 'en-US', null],
  ['-3', 'usd', 'en-US', null],
  ['', 'usd', 'en-US', null],
];

for (const [text, currency, locale, amount] of typed)
  test(`“${text}” typed for ${currency} in ${locale} is ${amount}`, () => {
    assert.equal(parseMoney(text, currency, locale), amount);
  });

test('an amount put into an input is read as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e11 }),
      fc.constantFrom('usd', 'jpy', 'kwd', 'huf'),
      fc.constantFrom('en-US', 'de-DE', 'es-ES', 'fr-FR', 'ja-JP'),
      (amount, currency, locale) =>
        parseMoney(plainMoney(amount, currency, locale), currency, locale) === amount,
    ),
    property(500),
  );
});

test('a payout of forints or new dollars is a whole number of them', () => {
  assert.equal(payable(1045, 'huf'), 1000);
  assert.equal(payable(1045, 'usd'), 1045);
});
