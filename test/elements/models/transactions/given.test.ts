/** What a link into the list sets, and what is asked for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transactionFilters } from '@express-elements/contract';
import { isFiltered } from '../../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import {
  filtersOf,
  givenOf,
  givenQuery,
  givenWords,
  hasGiven,
  noGiven,
  soundGiven,
} from '../../../../packages/elements/src/elements/express-transactions/given.model.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';

const everything = { filters: [...transactionFilters] };

test('rows without a condition are all of them', () => {
  assert.deepEqual(givenOf({}), noGiven);
  assert.equal(hasGiven(givenOf({})), false);
  assert.equal(isFiltered(filtersOf({})), false);
  assert.deepEqual(givenQuery(noGiven, everything), {});
});

test('each condition is asked by its name', () => {
  const given = givenOf({
    netVolume: true,
    balanceType: ['payments'],
    sourceStatus: ['pending', 'in_transit'],
  });
  assert.deepEqual(givenQuery(given, everything), {
    net_volume: true,
    balance_type: ['payments'],
    source_status: ['pending', 'in_transit'],
  });
  assert.deepEqual(givenQuery(given, { filters: ['net_volume'] }), { net_volume: true });
  assert.deepEqual(givenQuery(given, { filters: [] }), {});
});

test('days, status, currency and types are chosen as a seller would', () => {
  const chosen = filtersOf({
    category: ['refund'],
    status: 'pending',
    currency: 'eur',
    from: '2026-11-01',
    to: '2026-11-28',
  });
  assert.deepEqual(chosen, {
    ...filtersOf({}),
    categories: ['refund'],
    status: 'pending',
    currency: 'eur',
    from: '2026-11-01',
    to: '2026-11-28',
  });
});

test('what no balance is called is not asked for', () => {
  const raw = { netVolume: false, balanceType: ['payments', 'piggy_bank'], sourceStatus: [] };
  assert.deepEqual(soundGiven(raw).balanceType, ['payments']);
});

test('a chip says each in the seller’s words, and Stripe’s where we have none', () => {
  const given = givenOf({
    netVolume: true,
    balanceType: ['refund_and_dispute_prefunding'],
    sourceStatus: ['in_transit', 'a_word_of_tomorrow'],
  });
  const said = (['netVolume', 'balanceType', 'sourceStatus'] as const).map((name) =>
    givenWords(given, name, en, 'en'),
  );
  assert.deepEqual(said, [
    'Counts into net volume',
    'Balance: Set aside',
    'On its way, a word of tomorrow',
  ]);
});
