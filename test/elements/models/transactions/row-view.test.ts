import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories, descriptionKeys } from '@express-elements/contract';
import {
  rowLook,
  rowState,
  rowTitle,
  rowView,
} from '../../../../packages/elements/src/elements/express-transactions/row.model.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { aRow } from '../../../elements/support/rows.ts';
import * as icons from '../../../../packages/elements/src/ui/icons.ts';

/** Monday, 23 November 2026, 14:02 in New York. */
const now = 1_795_460_520;
const context = {
  messages: en,
  locale: 'en',
  timeZone: 'America/New_York',
  now,
  platform: 'Rocket Market',
};
const pending = { status: 'pending', available_on: now + 3 * 86_400 } as const;

test('a payment as in the drawing', () => {
  assert.deepEqual(rowView(aRow(), context), {
    id: 'txn_1',
    icon: icons.arrowDown,
    tone: 'good',
    title: 'Payment from Rocket Market',
    who: 'Ada Mensah',
    facts: 'Order 1051',
    time: '23 Nov, 14:02',
    state: { text: 'Available', tone: 'good' },
    amount: '$180.00',
    fee: '−$5.52',
    net: '$174.48',
  });
});

test('a payment whose platform has no name is a payment', () => {
  assert.equal(rowTitle(aRow(), { ...context, platform: null }), 'Payment');
});

test('no fee is no figure', () => {
  assert.equal(rowView(aRow({ fee: 0 }), context).fee, '');
});

test('money that is not there yet says when it will be', () => {
  assert.deepEqual(rowState(aRow(pending), context), { text: 'Available 26 Nov', tone: 'warning' });
  // Stripe's day is a midnight in UTC, and is that day in New York too.
  const day = Date.UTC(2026, 10, 26) / 1000;
  assert.equal(rowState(aRow({ ...pending, available_on: day }), context).text, 'Available 26 Nov');
  assert.equal(rowState(aRow({ ...pending, available_on: now - 1 }), context).text, 'Pending');
});

test('what its source needs or has become comes first', () => {
  const state = (object: string, status: string) =>
    rowState(
      aRow({ source: { id: 'x', object, status }, description_key: 'dispute_withdrawn' }),
      context,
    );
  assert.deepEqual(state('dispute', 'needs_response'), { text: 'Needs reply', tone: 'danger' });
  assert.deepEqual(state('dispute', 'under_review'), { text: 'Under review', tone: 'warning' });
  assert.deepEqual(state('payout', 'in_transit'), { text: 'On its way', tone: 'warning' });
  assert.deepEqual(state('payout', 'paid'), { text: 'Arrived', tone: 'good' });
  assert.deepEqual(state('refund', 'failed'), { text: 'Failed', tone: 'danger' });
  // A status that Stripe has not told us of: the row's own.
  assert.deepEqual(state('payout', 'teleported'), { text: 'Available', tone: 'good' });
});

test('money that came back from a dispute speaks for itself', () => {
  const won = aRow({
    ...pending,
    category: 'dispute',
    description_key: 'dispute_reinstated',
    source: { id: 'dp_1', object: 'dispute', status: 'won' },
  });
  assert.equal(rowState(won, context).text, 'Available 26 Nov');
  assert.equal(rowLook(won).tone, 'good');
  assert.equal(rowTitle(won, context), 'Dispute won');
});

test('every category and every description has its look and its words', () => {
  for (const category of categories)
    assert.ok(rowLook(aRow({ category, description_key: 'other' })).icon);
  for (const description_key of descriptionKeys)
    assert.ok(rowTitle(aRow({ description_key }), { ...context, platform: null }).length > 2);
});

test('outflow alone is never danger', () => {
  for (const category of categories) {
    const { tone } = rowLook(aRow({ category, description_key: 'other', amount: -1 }));
    assert.equal(tone === 'danger', category === 'dispute', category);
  }
});
