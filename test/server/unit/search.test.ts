import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimalAmount, decimalsOf } from '../../../packages/server/src/money.ts';
import {
  amountsIn,
  matches,
  normalise,
  searchedText,
  searchQuestion,
} from '../../../packages/server/src/ledger/search.ts';
import { property } from '../../support/runs.ts';
import { row } from '../support/rows.ts';

const finds = (q: string, over: Parameters<typeof row>[0]): boolean => {
  const question = searchQuestion(q);
  return question !== null && matches(row(over), question);
};

test('every word is somewhere in what a row says', () => {
  const sale = {
    description: 'Order 1042: Keramik-Vase',
    customer: { name: 'Jörg MÜLLER', email: 'Joerg@Example.com' },
    last4: '4242',
    metadata: { shop: '東京商店' },
  };
  for (const q of [
    'vase',
    'müller order',
    '4242',
    'joerg@example',
    '東京',
    'ORDER 1042',
    '１０４２',
  ])
    assert.ok(finds(q, sale), q);
  for (const q of ['vases', 'müller refund', '4243', '大阪']) assert.ok(!finds(q, sale), q);
});

test('no word is found across two fields', () => {
  assert.ok(!finds('42jo', { last4: '42', customer: { name: 'Jo', email: null } }));
});

test('an id is found by how it begins, in Stripe’s own letters', () => {
  const sale = { id: 'txn_1AbC', source: { id: 'ch_9XyZ', object: 'charge', status: null } };
  assert.ok(finds('txn_1A', sale));
  assert.ok(finds('ch_9XyZ', sale));
  assert.ok(!finds('ch_9xyz', sale));
  assert.ok(!finds('txn_2', sale));
  assert.ok(finds('re_design', { description: 're_design of the shop' }));
});

test('an amount is found in the currency’s decimals, money in or out', () => {
  assert.ok(finds('12.50', { amount: 1250 }));
  assert.ok(finds('$12.50', { amount: -1250 }));
  assert.ok(finds('12,50 €', { amount: 1250, currency: 'eur' }));
  assert.ok(finds('1,234.5', { amount: 123_450 }));
  assert.ok(finds('1200', { amount: 1200, currency: 'jpy' }));
  assert.ok(!finds('12.50', { amount: 1250, currency: 'jpy' }));
  assert.ok(!finds('12', { amount: 12 }));
});

test('an amount is read back from how it is written', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10 ** 12 }),
      fc.constantFrom('usd', 'jpy', 'kwd', 'isk'),
      (amount, currency) => {
        assert.ok(amountsIn(decimalAmount(amount, currency), currency).includes(amount));
        assert.equal(
          Math.round(Number(decimalAmount(-amount, currency)) * 10 ** decimalsOf(currency)) || 0,
          -amount || 0,
        );
      },
    ),
    property(1000),
  );
});

test('what is found by a whole text is found by each part of it that has no space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
      const stored = searchedText(row({ description: text }));
      for (const word of normalise(text).split(/\s+/u)) assert.ok(stored.includes(word));
      assert.ok(!stored.includes('\0'));
    }),
    property(2000),
  );
});

test('a question of blanks asks nothing', () => {
  assert.equal(searchQuestion('  \u3000 '), null);
  assert.equal(searchQuestion(undefined), null);
});
