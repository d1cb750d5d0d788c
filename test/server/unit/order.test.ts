import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ExpressError } from '@express-elements/server';
import {
  comparePlaces,
  decodeCursor,
  digestOf,
  encodeCursor,
  jumpKey,
} from '../../../packages/server/src/ledger/order.ts';
import { property } from '../../support/runs.ts';

const digest = digestOf({ account: 'acct_1', sort: 'created' });

test('a cursor comes back as the place it was made from', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string({ unit: 'grapheme', maxLength: 40 }), (key, id) => {
      const cursor = encodeCursor({ key, id }, digest);
      assert.match(cursor, /^[\w-]+$/);
      assert.deepEqual(decodeCursor(cursor, digest, 'after', 'number'), { key, id });
    }),
    property(2000),
  );
});

test('a cursor of another question, another version, or damaged, is no cursor', () => {
  const good = encodeCursor({ key: 1, id: 'txn_1' }, digest);
  const other = digestOf({ account: 'acct_2', sort: 'created' });
  const bad: [string, string, 'number' | 'string'][] = [
    [good, other, 'number'],
    [good, digest, 'string'],
    [good.slice(1), digest, 'number'],
    [`${good}A`, digest, 'number'],
    ['', digest, 'number'],
    ['%%%', digest, 'number'],
    ['x'.repeat(5000), digest, 'number'],
    [btoa(JSON.stringify([2, 1, 'txn_1', digest])), digest, 'number'],
    [btoa(JSON.stringify([1, 1.5, 'txn_1', digest])), digest, 'number'],
  ];
  for (const [cursor, of, type] of bad)
    assert.throws(
      () => decodeCursor(cursor, of, 'after', type),
      (error) =>
        error instanceof ExpressError && error.code === 'invalid_cursor' && error.param === 'after',
      cursor,
    );
});

test('a digest does not depend on the order of keys, values or what is not set', () => {
  const one = digestOf({ account: 'a', filters: { category: ['refund'], q: undefined } });
  const two = digestOf({ filters: { category: ['refund'] }, account: 'a' });
  assert.equal(one, two);
  assert.notEqual(one, digestOf({ filters: { category: ['payout'] }, account: 'a' }));
});

test('places are ordered by key, then by id in code units', () => {
  assert.ok(comparePlaces({ key: 2, id: 'a' }, { key: 10, id: 'a' }) < 0);
  assert.ok(comparePlaces({ key: 1, id: 'Z' }, { key: 1, id: 'a' }) < 0);
  assert.ok(comparePlaces({ key: 'fee', id: 'a' }, { key: 'payment', id: 'a' }) < 0);
  assert.equal(comparePlaces({ key: 1, id: 'a' }, { key: 1, id: 'a' }), 0);
});

test('a jump is a value of the sort key', () => {
  assert.equal(jumpKey('-500', 'amount'), -500);
  assert.equal(jumpKey('refund', 'category'), 'refund');
  assert.equal(jumpKey('end', 'created'), 'end');
  assert.throws(() => jumpKey('soon', 'created'), { code: 'invalid_parameter', param: 'at' });
});
