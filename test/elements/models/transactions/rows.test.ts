import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Row } from '@express-elements/contract';
import {
  append,
  countNew,
  hold,
  prepend,
  refresh,
  settle,
  stepRow,
  update,
  type Held,
} from '../../../../packages/elements/src/elements/express-transactions/express-transactions.model.ts';
import { property } from '../../../support/runs.ts';
import { aRow } from '../../../elements/support/rows.ts';

/** A ledger of so many rows, newest first, and the answers an endpoint gives about it. */
const ledger = (numbers: readonly number[], note = ''): readonly Row[] =>
  numbers
    .toSorted((a, b) => b - a)
    .map((created) => aRow({ id: `txn_${created}`, created, description: note }));
const covers = { from: null, complete: true };
const page = (rows: readonly Row[], from: number, limit: number) => ({
  data: rows.slice(from, from + limit),
  next_cursor: from + limit < rows.length ? `after:${rows[from + limit - 1]!.created}` : null,
  previous_cursor: from > 0 ? `before:${rows[from]!.created}` : null,
  covers,
});
const after = (rows: readonly Row[], cursor: string, limit: number) => {
  const place = rows.findIndex(({ created }) => created < Number(cursor.split(':')[1]));
  return page(rows, place < 0 ? rows.length : place, limit);
};
const ids = (held: Pick<Held, 'rows'>) => held.rows.map(({ id }) => id);

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 });

test('loading page after page holds the whole list', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 20 }), (list, limit) => {
      const rows = ledger(list);
      let held = hold(page(rows, 0, limit));
      while (held.next !== null) held = append(held, after(rows, held.next, limit));
      assert.deepEqual(ids(held), ids({ rows }));
    }),
    property(400),
  );
});

test('asking anew shows what is true now, as far as it is held, and goes on without a gap', () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 5 }),
      (before, more, limit, pages) => {
        const old = ledger(before);
        let held = hold(page(old, 0, limit));
        for (let at = 0; at < pages && held.next !== null; at += 1)
          held = append(held, after(old, held.next, limit));
        const rows = ledger([...new Set([...before, ...more.map((each) => each + 500)])], 'now');
        held = refresh(held, page(rows, 0, limit));
        assert.deepEqual(ids(held), ids({ rows: rows.slice(0, held.rows.length) }));
        for (const row of held.rows.slice(0, limit)) assert.equal(row.description, 'now');
        while (held.next !== null) held = append(held, after(rows, held.next, limit));
        assert.deepEqual(ids(held), ids({ rows }));
      },
    ),
    property(600),
  );
});

test('what arrived is known until it has been seen', () => {
  const held = hold(page(ledger([1, 2]), 0, 50));
  const later = refresh(held, page(ledger([1, 2, 3]), 0, 50));
  assert.deepEqual([...later.arrived], ['txn_3']);
  assert.equal(settle(later).arrived.size, 0);
  const seen = settle(later);
  assert.equal(settle(seen), seen);
});

test('while the seller reads further down, rows change in place and new ones wait', () => {
  const held = hold(page(ledger([1, 2]), 0, 50));
  const answer = page(ledger([1, 2, 3], 'now'), 0, 50);
  assert.deepEqual(countNew(held, answer), { count: 1, more: false });
  assert.deepEqual(ids(update(held, answer)), ['txn_2', 'txn_1']);
  assert.equal(update(held, answer).rows[0]?.description, 'now');
  const many = page(ledger([10, 11, 12, 1, 2]), 0, 3);
  assert.deepEqual(countNew(held, many), { count: 3, more: true });
});

test('the page before stands before', () => {
  const rows = ledger([1, 2, 3, 4]);
  const held = prepend(hold(page(rows, 2, 2)), page(rows, 0, 2));
  assert.deepEqual(ids(held), ['txn_4', 'txn_3', 'txn_2', 'txn_1']);
  assert.equal(held.previous, null);
});

test('keys walk the rows', () => {
  assert.equal(stepRow('ArrowDown', 0, 3), 1);
  assert.equal(stepRow('ArrowDown', 2, 3), 2);
  assert.equal(stepRow('ArrowUp', 0, 3), 0);
  assert.equal(stepRow('End', 0, 3), 2);
  assert.equal(stepRow('Home', 2, 3), 0);
  assert.equal(stepRow('Enter', 2, 3), null);
  assert.equal(stepRow('End', 0, 0), null);
});
