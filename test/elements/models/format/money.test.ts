import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatMoney,
  formatMoneyShort,
  isolate,
  minorDigits,
  MINUS,
  parseAmount,
  shownDigits,
  toDecimal,
} from '../../../../packages/elements/src/format/index.ts';
import { property } from '../../../support/runs.ts';

/** Stripe's table as its docs write it, apart from the one under test. */
const zero = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.toLowerCase().split(' ');
const three = 'BHD JOD KWD OMR TND'.toLowerCase().split(' ');
const two = ['usd', 'eur', 'gbp', 'cad', 'huf', 'twd', 'isk', 'ugx', 'zmw'];
const currency = fc.constantFrom(...zero, ...three, ...two);
const amount = fc.maxSafeInteger();

test('the look’s own examples', () => {
  assert.equal(formatMoney(972_055, 'usd', 'en'), '$9,720.55');
  assert.equal(formatMoney(-552, 'usd', 'en'), '−$5.52');
  assert.equal(formatMoney(120_410, 'eur', 'en'), '€1,204.10');
  assert.equal(formatMoney(12_400, 'jpy', 'en'), '¥12,400');
  assert.equal(formatMoney(0, 'usd', 'en'), '$0.00');
});

test('currencies that Stripe sends with an empty 00 show none', () => {
  assert.equal(toDecimal(500, 'isk'), '5.00');
  assert.match(formatMoney(500, 'isk', 'en'), /5$/);
  assert.match(formatMoney(500, 'ugx', 'en'), /5$/);
});

test('decimals are Stripe’s, for every currency of its tables', () => {
  for (const code of zero) assert.deepEqual([minorDigits(code), shownDigits(code)], [0, 0], code);
  for (const code of three) assert.deepEqual([minorDigits(code), shownDigits(code)], [3, 3], code);
  for (const code of two) assert.equal(minorDigits(code), 2, code);
});

test('a decimal is the amount, exactly', () => {
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      const text = toDecimal(minor, code);
      const [whole = '', fraction = ''] = text.replace('-', '').split('.');
      const places = minorDigits(code);
      assert.equal(fraction.length, places);
      const back = BigInt(whole + fraction) * (text.startsWith('-') ? -1n : 1n);
      assert.equal(back, BigInt(minor));
    }),
    property(2000),
  );
});

test('the digits shown are the amount’s digits, at any size', () => {
  fc.assert(
    fc.property(amount, fc.constantFrom('usd', 'jpy', 'kwd', 'huf'), (minor, code) => {
      const digits = formatMoney(minor, code, 'en').replace(/\D/g, '');
      const expected = String(Math.abs(minor)).padStart(minorDigits(code) + 1, '0');
      assert.equal(digits, expected);
    }),
    property(2000),
  );
});

test('a true minus stands before everything, in every language, and only below zero', () => {
  const locale = fc.constantFrom(
    'en',
    'en-GB',
    'es',
    'es-MX',
    'de',
    'nl',
    'fr-CH',
    'ja',
    'sv',
    'pt-BR',
  );
  fc.assert(
    fc.property(amount, currency, locale, (minor, code, language) => {
      const text = formatMoney(minor, code, language);
      assert.equal(text.startsWith(MINUS), minor < 0);
      assert.doesNotMatch(text.slice(1), /[-−]/);
    }),
    property(1000),
  );
});

test('what is shown can be typed', () => {
  const locale = fc.constantFrom('en', 'de', 'es', 'fr', 'sv');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), currency, locale, (minor, code, language) => {
      if (code === 'isk' || code === 'ugx') return;
      assert.equal(parseAmount(formatMoney(minor, code, language), code, language), minor);
    }),
    property(1000),
  );
});

test('amounts are read as people write them', () => {
  assert.equal(parseAmount('12.50', 'usd', 'en'), 1250);
  assert.equal(parseAmount('$1,250', 'usd', 'en'), 125_000);
  assert.equal(parseAmount('12,5', 'eur', 'de'), 1250);
  assert.equal(parseAmount('١٬٢٥٠٫٥٠', 'eur', 'ar-EG'), 125_050);
  assert.equal(parseAmount('1,250.50', 'eur', 'ar'), 125_050);
  assert.equal(parseAmount('۱۲٫۵', 'usd', 'ar'), 1_250);
  assert.equal(parseAmount('1.250,50', 'eur', 'es'), 125_050);
  assert.equal(parseAmount(' 12 400 ', 'jpy', 'en'), 12_400);
  assert.equal(parseAmount('12.505', 'usd', 'en'), null);
  assert.equal(parseAmount('1.5', 'jpy', 'en'), null);
  assert.equal(parseAmount('twelve', 'usd', 'en'), null);
  assert.equal(parseAmount('', 'usd', 'en'), null);
});

test('an axis is short', () => {
  assert.equal(formatMoneyShort(100_000, 'usd', 'en'), '$1K');
  assert.equal(formatMoneyShort(-25_000, 'usd', 'en'), '−$250');
  assert.equal(formatMoneyShort(250, 'usd', 'en'), '$2.5');
  assert.equal(formatMoneyShort(0, 'usd', 'en'), '$0');
  assert.equal(formatMoneyShort(1_200_000, 'jpy', 'en'), '¥1.2M');
});

test('an amount within Arabic words stays in one piece', () => {
  assert.equal(
    formatMoney(-125_050, 'usd', 'ar'),
    '\u2066−\u200f1,250.50\u00a0\u2066US$\u2069\u2069',
  );
  assert.equal(formatMoney(125_050, 'aed', 'ar').at(0), '\u2067');
  assert.equal(isolate('−€5'), '\u2066−€5\u2069');
});
