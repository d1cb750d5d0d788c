import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '@express-elements/contract';
import {
  extend,
  noSelection,
  renew,
  selectAll,
  sumsOf,
  toggle,
  type Selection,
} from '../../../../packages/elements/src/elements/express-transactions/selection.model.ts';
import { aRow } from '../../support/rows.ts';

const rows: readonly Row[] = ['a', 'b', 'c', 'd', 'e'].map((id, place) =>
  aRow({ id, amount: 100 * (place + 1), fee: place, net: 100 * (place + 1) - place }),
);
const ids = ({ rows: chosen }: Selection): string => [...chosen.keys()].toSorted().join('');

test('a row is selected, and let go again', () => {
  const one = toggle(noSelection, rows[1]!);
  assert.equal(ids(one), 'b');
  assert.equal(ids(toggle(toggle(one, rows[3]!), rows[1]!)), 'd');
});

test('a range grows and shrinks from where it began, and leaves what was selected before', () => {
  const before = toggle(toggle(noSelection, rows[4]!), rows[1]!);
  const down = extend(before, rows, 1, 3);
  assert.equal(ids(down), 'bcde');
  const back = extend(down, rows, 3, 2);
  assert.equal(ids(back), 'bce');
  assert.equal(ids(extend(back, rows, 2, 0)), 'abe');
});

test('a range without a beginning begins where the focus is', () => {
  assert.equal(ids(extend(noSelection, rows, 2, 4)), 'cde');
  const gone = { ...noSelection, anchor: 'no longer held' };
  assert.equal(ids(extend(gone, rows, 0, 1)), 'ab');
});

test('rows that come before it do not move a range', () => {
  const start = extend(toggle(noSelection, rows[0]!), rows, 0, 1);
  const later = [aRow({ id: 'new' }), ...rows];
  assert.equal(ids(extend(start, later, 2, 3)), 'abc');
});

test('everything held is added to what was selected', () => {
  const elsewhere = toggle(noSelection, aRow({ id: 'x' }));
  assert.equal(ids(selectAll(elsewhere, rows)), 'abcdex');
  assert.equal(ids(selectAll(noSelection, [])), '');
});

test('a row that changed is the new one; one that is no longer held stays', () => {
  const chosen = toggle(toggle(noSelection, rows[0]!), rows[1]!);
  const changed = { ...rows[0]!, net: 1 };
  const next = renew(chosen, [changed]);
  assert.equal(next.rows.get('a')?.net, 1);
  assert.equal(ids(next), 'ab');
  assert.equal(renew(chosen, rows), chosen);
});

test('each currency has sums of its own', () => {
  const euro = aRow({ id: 'f', currency: 'eur', amount: -5, fee: 0, net: -5 });
  assert.deepEqual(sumsOf([rows[0]!, euro, rows[2]!]), [
    { currency: 'usd', count: 2, amount: 400, fee: 2, net: 398 },
    { currency: 'eur', count: 1, amount: -5, fee: 0, net: -5 },
  ]);
  assert.deepEqual(sumsOf([]), []);
});
