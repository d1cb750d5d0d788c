import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Capabilities } from '@express-elements/contract';
import {
  hashOfSection,
  nextTab,
  offeredParts,
  offeredSections,
  readSections,
  sectionOfHash,
  sections,
  shownSection,
  slotsOf,
  type Offer,
} from '../../../packages/elements/src/elements/express-dashboard/express-dashboard.model.ts';

const nothingOffered: Capabilities = {
  account_session: false,
  components: [],
  login_link: false,
  balance: false,
  transactions: null,
  earnings: null,
  activity: null,
  sync: false,
  live: null,
};

const list: NonNullable<Capabilities['transactions']> = {
  filters: [],
  sorts: ['created'],
  search: false,
  summary: false,
  details: false,
  export: false,
  jump: false,
  payout_of_row: false,
  customer_join: false,
};

const offer = (capabilities: Partial<Capabilities>, ...granted: string[]): Offer => ({
  capabilities: { ...nothingOffered, ...capabilities },
  components: Object.fromEntries(granted.map((key) => [key, { enabled: true }])),
});

const none: ReadonlySet<string> = new Set();

const tags = (section: (typeof sections)[number], of: Offer) =>
  offeredParts(section, of, none).map((part) => part.tag);

test('a sign-in that may nothing has no sections', () => {
  assert.deepEqual(offeredSections(offer({}), none, null), []);
});

test('support sees the overview without balance, its transactions and payments', () => {
  const support = offer({ transactions: list }, 'payments', 'payment_details', 'disputes_list');
  assert.deepEqual(offeredSections(support, none, null), ['overview', 'transactions', 'payments']);
  assert.deepEqual(tags('overview', support), ['express-transactions']);
});

test('the plain list of payouts stands in where payouts may only be read', () => {
  assert.deepEqual(tags('payouts', offer({}, 'payouts_list')), ['express-payouts-list']);
  assert.deepEqual(tags('payouts', offer({}, 'payouts_list', 'payouts', 'balances')), [
    'express-payouts',
  ]);
});

test('before Stripe’s session is there, what it is asked for counts as granted', () => {
  const capabilities = { ...nothingOffered, balance: true, components: ['payments'] };
  const early: Offer = { capabilities, components: null };
  assert.deepEqual(offeredSections(early, none, null), ['overview', 'payments']);
  assert.deepEqual(offeredSections({ ...early, components: {} }, none, null), ['overview']);
});

test('a section that Stripe did not grant is not there, though the key is', () => {
  const denied: Offer = {
    capabilities: nothingOffered,
    components: { payments: { enabled: false } },
  };
  assert.deepEqual(offeredSections(denied, none, null), []);
});

test('every section survives the way through the address, and foreign hashes are nobody’s', () => {
  for (const section of sections)
    assert.equal(sectionOfHash(hashOfSection(section, '/'), '/'), section);
  for (const foreign of ['', '#', '#payouts', '#/', '#/unknown', '#/payouts/1', '#/constructor'])
    assert.equal(sectionOfHash(foreign, '/'), null);
});

test('the wished section is shown where it is offered, else the first', () => {
  assert.equal(shownSection(['overview', 'payments'], 'payments', true), 'payments');
  assert.equal(shownSection(['overview', 'payments'], 'reports', true), 'overview');
  assert.equal(shownSection([], 'reports', true), null);
});

test('until Stripe’s session has said what it grants, a wish may still come true', () => {
  assert.equal(shownSection(['overview'], 'payments', false), 'payments');
  assert.equal(shownSection(['overview'], null, false), 'overview');
});

test('a host’s own content stands in place of ours, and makes a section be there', () => {
  const finance = offer({ balance: true }, 'payouts');
  const taken = new Set(['balance', 'reports']);
  assert.deepEqual(offeredParts('overview', finance, taken), []);
  assert.deepEqual(offeredSections(finance, none, null), ['overview', 'payouts']);
  assert.deepEqual(offeredSections(finance, taken, null), ['overview', 'payouts', 'reports']);
});

test('a host chooses and orders the sections, and what nobody knows is as if not written', () => {
  const owner = offer({ balance: true, transactions: list }, 'payouts');
  const wanted = readSections(' payouts  nonsense overview payouts ');
  assert.deepEqual(wanted, ['payouts', 'overview']);
  assert.deepEqual(offeredSections(owner, none, wanted), ['payouts', 'overview']);
  for (const nothing of [null, '', 'nonsense constructor'])
    assert.equal(readSections(nothing), null);
});

test('the places of all sections are different ones', () => {
  const slots = sections.flatMap(slotsOf);
  assert.equal(new Set(slots).size, slots.length);
});

test('arrow keys go round the tabs, the other way from right to left', () => {
  const tabs = ['overview', 'payments', 'account'] as const;
  assert.equal(nextTab(tabs, 'account', 'ArrowRight', false), 'overview');
  assert.equal(nextTab(tabs, 'overview', 'ArrowLeft', false), 'account');
  assert.equal(nextTab(tabs, 'overview', 'ArrowLeft', true), 'payments');
  assert.equal(nextTab(tabs, 'payments', 'Home', false), 'overview');
  assert.equal(nextTab(tabs, 'payments', 'End', false), 'account');
  assert.equal(nextTab(tabs, 'payments', 'a', false), null);
});
