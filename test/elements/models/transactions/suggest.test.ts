/** What a seller may have meant by words that match nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  distance,
  suggest,
} from '../../../../packages/elements/src/elements/express-transactions/suggest.ts';
import { runs, seed } from '../../../support/runs.ts';
import { aRow } from '../../support/rows.ts';

const rows = [
  aRow({ customer: { name: 'Ada Mensah', email: 'ada@example.com' }, description: 'Order 1042' }),
  aRow({ customer: { name: 'Éloïse Brandt', email: null }, description: 'Workshop, October' }),
];

test('a slip of the finger finds the word that was meant', () => {
  assert.equal(suggest('mensha', rows), 'mensah');
  assert.equal(suggest('ada mensha', rows), 'ada mensah');
  assert.equal(suggest('WORKSHPO', rows), 'workshop');
  assert.equal(suggest('éloise', rows), 'éloïse');
});

test('what the rows know already, what is short, and what is far from everything suggests nothing', () => {
  for (const question of ['mensah', 'mens', 'oct', '12.50', 'zzzzzz', '', 'txn_1', '💸'])
    assert.equal(suggest(question, rows), null, question);
  assert.equal(suggest('mensha', []), null);
});

test('one word that is near does not carry one that is not', () => {
  assert.equal(suggest('mensha quarterly', rows), null);
});

test('distance is that of single edits: none for the same, one for one, and the same both ways', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeñé') });
  const letter = fc.constantFrom('x', 'y');
  fc.assert(
    fc.property(word, word, fc.nat(), letter, (one, other, at, extra) => {
      const place = at % one.length;
      assert.equal(distance(one, one), 0);
      assert.equal(distance(one, one.slice(0, place) + extra + one.slice(place)), 1);
      assert.equal(distance(one, one.slice(0, place) + extra + one.slice(place + 1)), 1);
      assert.equal(distance(one, one.slice(0, place) + one.slice(place + 1)), 1);
      assert.equal(distance(one, other), distance(other, one));
      assert.ok(distance(one, other) <= Math.max(one.length, other.length));
      assert.ok(distance(one, other) >= Math.abs(one.length - other.length));
    }),
    { numRuns: runs(500), seed },
  );
  assert.equal(distance('mensha', 'mensah'), 1);
});
