import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import fc from 'fast-check';
import {
  distinct,
  factsOf,
  firstPayment,
  toldEvents,
} from '../../../packages/server/src/activity/items.ts';
import { needsOf, type NeedFacts } from '../../../packages/server/src/activity/needs.ts';
import { topicsOf } from '../../../packages/server/src/activity/topics.ts';
import { tenantOf } from '../../../packages/server/src/webhooks/tenant.ts';
import { activityKinds } from '@express-elements/contract';
import { property } from '../../support/runs.ts';
import { row } from '../support/rows.ts';

/** What Stripe sends is JSON: an event is read as one here too. */
const event = (
  type: string,
  object: object,
  over: { created?: number; before?: object; account?: string | null } = {},
): Stripe.Event => {
  const { created = 100, before, account = 'acct_1' } = over;
  const data = { object, ...(before && { previous_attributes: before }) };
  return JSON.parse(
    JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type,
      created,
      data,
      ...(account && { account }),
    }),
  ) as Stripe.Event;
};

const payout = { id: 'po_1', object: 'payout', amount: 500, currency: 'usd', arrival_date: 900 };
const dispute = {
  id: 'dp_1',
  object: 'dispute',
  amount: 70,
  currency: 'eur',
  charge: 'ch_1',
  reason: 'fraudulent',
  status: 'needs_response',
  evidence_details: { due_by: 777, past_due: false },
};
const ids = (one: Stripe.Event): string[] => factsOf(one).map(({ id }) => id);

test('a payout is told at each of its states, and again when it is put off', () => {
  const of = (type: string, status: string, arrival_date = 900): string[] =>
    ids(event(type, { ...payout, status, arrival_date }));
  assert.deepEqual(of('payout.created', 'pending'), ['payout_upcoming:po_1:900']);
  assert.deepEqual(of('payout.updated', 'pending', 950), ['payout_upcoming:po_1:950']);
  assert.deepEqual(of('payout.updated', 'in_transit'), ['payout_sent:po_1:in_transit']);
  assert.deepEqual(of('payout.paid', 'paid'), ['payout_paid:po_1:paid']);
  assert.deepEqual(of('payout.failed', 'failed'), ['payout_failed:po_1:failed']);
  assert.deepEqual(of('payout.canceled', 'canceled'), ['payout_canceled:po_1:canceled']);
  assert.deepEqual(of('payout.updated', 'something_new'), []);
  assert.deepEqual(of('payout.updated', 'constructor'), []);
});

test('a dispute is told from its opening to its end', () => {
  assert.deepEqual(ids(event('charge.dispute.created', dispute)), ['dispute_opened:dp_1:opened']);
  const moved = { before: { evidence_details: { due_by: 700 } } };
  assert.deepEqual(ids(event('charge.dispute.updated', dispute, moved)), [
    'dispute_evidence_due:dp_1:777',
  ]);
  assert.deepEqual(ids(event('charge.dispute.updated', dispute, { before: { metadata: {} } })), []);
  for (const [status, kind] of [
    ['won', 'dispute_won'],
    ['lost', 'dispute_lost'],
    ['warning_closed', 'dispute_closed'],
  ])
    assert.deepEqual(ids(event('charge.dispute.closed', { ...dispute, status })), [
      `${kind}:dp_1:${status}`,
    ]);
});

test('an account’s changes are told by what they mean', () => {
  const account = {
    id: 'acct_1',
    object: 'account',
    payouts_enabled: false,
    requirements: {
      currently_due: ['b', 'a'],
      past_due: ['a'],
      current_deadline: 5,
      disabled_reason: 'x',
    },
  };
  const of = (before: object): string[] => ids(event('account.updated', account, { before }));
  assert.deepEqual(of({ requirements: { currently_due: [] } }), ['requirements_due:acct_1:a,b']);
  assert.deepEqual(of({ payouts_enabled: true }), ['payouts_paused:acct_1:100']);
  assert.deepEqual(of({ business_profile: {}, email: 'x' }), ['account_updated:acct_1:100']);
  assert.deepEqual(of({ capabilities: {} }), []);
  const resumed = { ...account, payouts_enabled: true };
  assert.deepEqual(ids(event('account.updated', resumed, { before: { payouts_enabled: false } })), [
    'payouts_resumed:acct_1:100',
  ]);
});

test('a bank account is told of by its name and last four digits, never more', () => {
  const bank = {
    id: 'ba_1',
    object: 'bank_account',
    bank_name: 'TEST BANK',
    last4: '6789',
    currency: 'usd',
    status: 'new',
    routing_number: '110000000',
    fingerprint: 'secret',
  };
  const [added] = factsOf(event('account.external_account.created', bank));
  assert.equal(added?.id, 'bank_account_added:ba_1:done');
  assert.deepEqual(added?.data, {
    name: 'TEST BANK',
    last4: '6789',
    currency: 'usd',
    status: 'new',
  });
});

test('a balance below zero is told by its currency', () => {
  const available = [
    { amount: -5, currency: 'usd' },
    { amount: 5, currency: 'eur' },
  ];
  const [fact, ...rest] = factsOf(event('balance.available', { object: 'balance', available }));
  assert.equal(fact?.id, 'balance_negative:acct_1:usd-100');
  assert.deepEqual([fact?.amount, rest.length], [-5, 0]);
});

test('facts are the same list in whatever order and however often they are told', () => {
  const events = [
    event('payout.created', { ...payout, status: 'pending' }, { created: 10 }),
    event('payout.updated', { ...payout, status: 'pending', method: 'x' }, { created: 12 }),
    event('payout.updated', { ...payout, status: 'in_transit' }, { created: 20 }),
    event('payout.updated', { ...payout, status: 'in_transit', method: 'y' }, { created: 20 }),
    event('payout.paid', { ...payout, status: 'paid' }, { created: 30 }),
    event('charge.dispute.created', dispute, { created: 20 }),
  ];
  const expected = distinct(events.flatMap(factsOf));
  assert.equal(expected.length, 4);
  fc.assert(
    fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 12 }), (told) => {
      assert.deepEqual(distinct(told.flatMap(factsOf)), expected);
    }),
    property(500),
  );
});

test('Stripe takes twenty types at a time, and what nobody tells of is nothing', () => {
  assert.ok(toldEvents.length <= 20);
  assert.deepEqual(factsOf(event('invoice.created', {})), []);
  assert.equal(
    firstPayment(row({ source: { id: 'ch_1', object: 'charge', status: null } })).id,
    'payment_first:ch_1:first',
  );
});

test('each event touches what it changes', () => {
  assert.deepEqual(topicsOf('payout.paid'), ['balance', 'transactions', 'activity']);
  assert.deepEqual(topicsOf('account.updated'), ['balance', 'activity']);
  assert.deepEqual(topicsOf('invoice.created'), []);
});

test('a webhook is its account’s, a transfer its destination’s, and the rest nobody’s', () => {
  const transfer = { id: 'tr_1', object: 'transfer', destination: 'acct_2' };
  assert.equal(tenantOf(event('payout.paid', payout)), 'acct_1');
  assert.equal(tenantOf(event('transfer.created', transfer, { account: null })), 'acct_2');
  const expanded = { ...transfer, destination: { id: 'acct_3' } };
  assert.equal(tenantOf(event('transfer.reversed', expanded, { account: null })), 'acct_3');
  assert.equal(
    tenantOf(event('charge.succeeded', { destination: 'acct_2' }, { account: null })),
    null,
  );
  assert.equal(tenantOf(event('payout.paid', payout, { account: '../acct_1' })), null);
});

const facts = (over: Partial<Record<keyof NeedFacts, unknown>> = {}): NeedFacts =>
  ({
    account: { id: 'acct_1', object: 'account', requirements: { currently_due: [], past_due: [] } },
    disputes: [],
    payouts: [],
    externalAccounts: [],
    ...over,
  }) as NeedFacts;

test('what is past due comes first, then by deadline, then what has none', () => {
  const due = (id: string, due_by: number, past_due = false) => ({
    ...dispute,
    id,
    created: 1,
    evidence_details: { due_by, past_due },
  });
  const needs = needsOf(
    facts({
      disputes: [
        due('dp_late', 900),
        due('dp_soon', 800),
        due('dp_past', 950, true),
        { ...due('dp_x', 1), status: 'won' },
      ],
      account: {
        id: 'acct_1',
        requirements: { currently_due: ['a'], past_due: [], current_deadline: 850 },
      },
      externalAccounts: [
        { id: 'ba_1', object: 'bank_account', status: 'errored', bank_name: 'B', last4: '1' },
      ],
    }),
    activityKinds,
  );
  assert.deepEqual(
    needs.map(({ object }) => object.id),
    ['dp_past', 'dp_soon', 'acct_1', 'dp_late', 'ba_1'],
  );
});

test('a failed payout waits until a later one is on its way', () => {
  const failed = { ...payout, status: 'failed', created: 10 };
  const later = { ...payout, id: 'po_2', status: 'pending', created: 20 };
  const needs = (payouts: object[]): string[] =>
    needsOf(facts({ payouts }), activityKinds).map(({ object }) => object.id);
  assert.deepEqual(needs([failed]), ['po_1']);
  assert.deepEqual(needs([failed, later]), []);
  assert.deepEqual(needs([failed, { ...later, currency: 'eur' }]), ['po_1']);
  assert.deepEqual(needs([failed, { ...later, status: 'canceled' }]), ['po_1']);
});

test('a role that does not see a kind does not see what needs the seller for it', () => {
  const all = facts({
    disputes: [{ ...dispute, created: 1 }],
    payouts: [{ ...payout, status: 'failed', created: 1 }],
  });
  assert.deepEqual(
    needsOf(all, ['dispute_evidence_due']).map(({ kind }) => kind),
    ['dispute_evidence_due'],
  );
});
