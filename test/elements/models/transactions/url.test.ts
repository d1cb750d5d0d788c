/** What is chosen, in the page's address and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  noFilters,
  periods,
} from '../../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import { noGiven } from '../../../../packages/elements/src/elements/express-transactions/given.model.ts';
import {
  isSame,
  isTyping,
  readUrl,
  writeUrl,
  type Choice,
} from '../../../../packages/elements/src/elements/express-transactions/url.model.ts';
import { dayKey } from '../../../../packages/elements/src/format/index.ts';
import { property } from '../../../support/runs.ts';

const start: Choice = { filters: noFilters, given: noGiven, sort: 'created', order: 'desc' };
const withFilters = (filters: Partial<Choice['filters']>): Choice => ({
  ...start,
  filters: { ...noFilters, ...filters },
});

const day = fc
  .integer({ min: 946_684_800, max: 2_208_988_800 })
  .map((seconds) => dayKey(seconds, 'UTC'));
const amount = fc.option(fc.nat({ max: 2 ** 40 }));
const plain = { noNullPrototype: true };
const choices: fc.Arbitrary<Choice> = fc.record(
  {
    filters: fc.record(
      {
        categories: fc.subarray(['payment', 'refund', 'dispute', 'payout', 'fee'] as const),
        period: fc.option(fc.constantFrom(...periods)),
        from: fc.option(day),
        to: fc.option(day),
        amountMin: amount,
        amountMax: amount,
        status: fc.option(fc.constantFrom('available', 'pending')),
        currency: fc.option(fc.constantFrom('usd', 'eur')),
        customer: fc.option(fc.emailAddress().map((email) => email.toLowerCase())),
        payout: fc.option(fc.stringMatching(/^po_[A-Za-z0-9]{1,24}$/)),
        query: fc.string({ unit: 'grapheme', maxLength: 60 }),
      },
      plain,
    ),
    given: fc.record(
      {
        netVolume: fc.boolean(),
        balanceType: fc.subarray(['payments', 'issuing'] as const),
        sourceStatus: fc.subarray(['pending', 'in_transit', 'failed']),
      },
      plain,
    ),
    sort: fc.constantFrom('created', 'amount', 'net', 'category', 'available_on'),
    order: fc.constantFrom('asc', 'desc'),
  },
  plain,
);
/** A page's own parameters, as it writes them. */
const own = fc.constantFrom('', '?page=2', '?tab=a%20b&tab=c+d&empty', '?transactions-mine=1&q=2');

test('what is written is what is read, whatever the attributes said and the page keeps there', () => {
  fc.assert(
    fc.property(choices, choices, own, (choice, usual, search) => {
      const written = writeUrl(search, choice, usual);
      assert.deepEqual(readUrl(written, usual), choice);
      assert.ok(written.startsWith(search), 'the page’s own stay to the letter');
      // Written once more, and through what a browser makes of it, it stays.
      assert.equal(writeUrl(written, choice, usual), written);
      const through = new URL(`https://shop.example/a${written}#b`).search;
      assert.deepEqual(readUrl(through, usual), choice);
    }),
    property(500),
  );
});

test('nothing chosen leaves nothing there', () => {
  fc.assert(
    fc.property(choices, own, (choice, search) => {
      assert.equal(writeUrl(writeUrl(search, choice, start), start, start), search);
      assert.deepEqual(readUrl(search, choice), choice);
    }),
    property(200),
  );
});

test('an address is short and can be read by a person', () => {
  assert.equal(
    writeUrl(
      '?page=2',
      withFilters({ categories: ['payment', 'refund'], query: 'Ada & co' }),
      start,
    ),
    '?page=2&transactions-type=payment,refund&transactions-q=Ada%20%26%20co',
  );
  // Taken off by the seller, where the host had set it: an empty one says so.
  assert.equal(
    writeUrl('', start, withFilters({ categories: ['payment'] })),
    '?transactions-type=',
  );
});

test('what makes no sense is as if it were not there', () => {
  const usual = withFilters({ categories: ['payment'], amountMin: 500, status: 'pending' });
  for (const bad of [
    'type=nonsense',
    'period=someday',
    'from=2026-02-30',
    'to=yesterday',
    'min=-5',
    'max=1e3',
    'min=99999999999999999999',
    'status=gone',
    'currency=dollars',
    'payout=txn_1',
    'balance=piggy',
    'sort=size',
    'order=up',
    'net-volume=perhaps',
    'unheard-of=1',
    'toString=1',
  ])
    assert.deepEqual(readUrl(`?transactions-${bad}`, usual), usual, bad);
  const partly = readUrl('?transactions-type=refund,nonsense&transactions-q=%E0%A4%A', usual);
  assert.deepEqual(partly.filters.categories, ['refund']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webQueryParameters(), (text, parameters) => {
      for (const search of [`?transactions-type=${text}`, `?${parameters}`, text])
        assert.ok(isSame(readUrl(search, start), readUrl(search, start)));
    }),
    property(300),
  );
});

test('typing is a change of the search alone', () => {
  const ada = withFilters({ query: 'ada' });
  assert.equal(isTyping(start, ada), true);
  assert.equal(isTyping(ada, start), true);
  assert.equal(isTyping(ada, ada), false);
  assert.equal(isTyping(start, withFilters({ query: 'ada', status: 'pending' })), false);
  assert.equal(isTyping(start, { ...start, order: 'asc' }), false);
});
