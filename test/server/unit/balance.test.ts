import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { balanceAnswer, type BalanceFacts } from '../../../packages/server/src/balance/model.ts';
import { nextPayoutDate, type Schedule } from '../../../packages/server/src/balance/schedule.ts';
import { row } from '../support/rows.ts';

const date = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000;
const at = (text: string): number => Date.parse(text) / 1000;

const schedule = (over: Partial<Schedule>): Schedule => ({
  interval: 'daily',
  weekly_payout_days: [],
  monthly_payout_days: [],
  ...over,
});
const next = (over: Partial<Schedule>, today: string, ready = today): string | null => {
  const found = nextPayoutDate(schedule(over), date(today), date(ready));
  return found === null ? null : new Date(found * 1000).toISOString().slice(0, 10);
};

test('the schedule says on which day money leaves, and banks rest at weekends', () => {
  // 27 November 2026 is a Friday.
  assert.equal(next({}, '2026-11-25'), '2026-11-26');
  assert.equal(next({}, '2026-11-27'), '2026-11-30');
  assert.equal(next({}, '2026-11-25', '2026-12-03'), '2026-12-03');
  assert.equal(next({ interval: 'manual' }, '2026-11-25'), null);
  const weekly = { interval: 'weekly', weekly_payout_days: ['monday', 'thursday'] } as const;
  assert.equal(
    next({ ...weekly, weekly_payout_days: [...weekly.weekly_payout_days] }, '2026-11-26'),
    '2026-11-30',
  );
  assert.equal(
    next({ interval: 'monthly', monthly_payout_days: [31] }, '2026-11-02'),
    '2026-11-30',
  );
  assert.equal(
    next({ interval: 'monthly', monthly_payout_days: [28] }, '2026-11-02'),
    '2026-11-30',
  );
  assert.equal(
    next({ interval: 'monthly', monthly_payout_days: [31] }, '2027-02-01'),
    '2027-03-01',
  );
});

const settings = (
  over: Partial<Stripe.BalanceSettings.Payments.Payouts> = {},
  timezone = 'America/New_York',
): Stripe.BalanceSettings => ({
  object: 'balance_settings',
  payments: {
    debit_negative_balances: true,
    payouts: {
      automatic_transfer_rules_by_currency: null,
      minimum_balance_by_currency: null,
      schedule: { interval: 'daily' },
      statement_descriptor: null,
      status: 'enabled',
      ...over,
    },
    settlement_timing: { delay_days: 2, start_of_day: { hour: 0, minutes: 0, timezone } },
  },
});

const payout = (over: Partial<Stripe.Payout>): Stripe.Payout => ({
  id: 'po_1',
  object: 'payout',
  amount: 5000,
  application_fee: null,
  application_fee_amount: null,
  arrival_date: date('2026-11-27'),
  automatic: true,
  balance_transaction: null,
  created: date('2026-11-25'),
  currency: 'usd',
  description: null,
  destination: 'ba_1',
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: {},
  method: 'standard',
  original_payout: null,
  payout_method: null,
  reconciliation_status: 'in_progress',
  reversed_by: null,
  source_type: 'card',
  statement_descriptor: null,
  status: 'in_transit',
  trace_id: null,
  type: 'bank_account',
  ...over,
});

const facts = (over: Partial<BalanceFacts> = {}): BalanceFacts => ({
  balance: {
    object: 'balance',
    available: [{ amount: 1000, currency: 'usd' }],
    pending: [{ amount: 700, currency: 'usd' }],
    livemode: false,
  },
  settings: settings(),
  payouts: [],
  externalAccounts: [],
  pendingRows: null,
  account: {
    payoutsEnabled: true,
    disabledReason: null,
    isPastDue: false,
    defaultCurrency: 'usd',
    timeZone: 'America/New_York',
  },
  prefunding: true,
  now: at('2026-11-25T15:00:00Z'),
  ...over,
});

const usd = (over: Partial<BalanceFacts> = {}) => balanceAnswer(facts(over)).currencies[0]!;

test('total is available and pending, without what is on its way', () => {
  const found = usd({ payouts: [payout({}), payout({ id: 'po_2', status: 'paid' })] });
  assert.equal(found.total, 1700);
  assert.deepEqual(found.in_transit, {
    amount: 5000,
    count: 1,
    next_arrival: date('2026-11-27'),
  });
  assert.equal(found.next_payout?.status, 'in_transit');
  assert.equal(found.next_payout?.amount, 5000);
  assert.equal(found.next_payout?.id, 'po_1');
});

test('the rows of a payout can be told once Stripe has reconciled it, of automatic ones alone', () => {
  const told = (over: Partial<Stripe.Payout>) =>
    usd({ payouts: [payout(over)] }).next_payout?.reconciled;
  assert.equal(told({ reconciliation_status: 'completed' }), true);
  assert.equal(told({ reconciliation_status: 'in_progress' }), false);
  assert.equal(told({ reconciliation_status: 'not_applicable', automatic: false }), false);
  assert.equal(usd().next_payout?.reconciled, false);
});

test('pending by date is told only where the rows add up to it', () => {
  const rows = [
    row({ id: 'a', amount: 500, status: 'pending', available_on: date('2026-11-27') }),
    row({ id: 'b', amount: 300, status: 'pending', available_on: date('2026-11-26') }),
    row({ id: 'c', amount: -100, status: 'pending', available_on: date('2026-11-27') }),
    row({ id: 'd', amount: 900, balance_type: 'risk_reserved', status: 'pending' }),
  ];
  assert.deepEqual(usd({ pendingRows: rows }).pending_by_date, [
    { available_on: date('2026-11-26'), amount: 300 },
    { available_on: date('2026-11-27'), amount: 400 },
  ]);
  assert.equal(usd({ pendingRows: rows.slice(1) }).pending_by_date, null);
  assert.equal(usd({ pendingRows: null }).pending_by_date, null);
});

test('where Stripe has made no payout the schedule says when one is expected, never how much', () => {
  const expected = usd().next_payout;
  assert.equal(expected?.status, 'expected');
  assert.equal(expected?.amount, null);
  // Thursday, and two business days to the bank.
  assert.equal(expected?.arrival_date, date('2026-11-30'));
});

test('the last payout says how long money takes to the bank', () => {
  const past = payout({
    status: 'paid',
    created: date('2026-11-20'),
    arrival_date: date('2026-11-23'),
  });
  assert.equal(usd({ payouts: [past] }).next_payout?.arrival_date, date('2026-11-27'));
});

test('today is the day where the account’s day begins', () => {
  const now = at('2026-11-25T20:00:00Z');
  const tokyo = settings({}, 'Asia/Tokyo');
  // It is Thursday in Tokyo already.
  assert.equal(usd({ now, settings: tokyo }).next_payout?.arrival_date, date('2026-12-01'));
  assert.equal(usd({ now }).next_payout?.arrival_date, date('2026-11-30'));
});

test('no payout is expected by hand, while paused, or of nothing', () => {
  assert.equal(usd({ settings: settings({ schedule: { interval: 'manual' } }) }).next_payout, null);
  assert.equal(usd({ settings: settings({ status: 'disabled' }) }).next_payout, null);
  const { balance } = facts();
  const owing = { ...balance, available: [{ amount: -900, currency: 'usd' }] };
  assert.equal(usd({ balance: owing }).next_payout, null);
});

const bank = (over: Partial<Stripe.BankAccount> = {}): Stripe.BankAccount => ({
  id: 'ba_1',
  object: 'bank_account',
  account_holder_name: null,
  account_holder_type: null,
  account_type: null,
  bank_name: 'First Harbor Bank',
  country: 'US',
  currency: 'usd',
  default_for_currency: true,
  fingerprint: null,
  last4: '6789',
  routing_number: null,
  status: 'new',
  ...over,
});

const pausedBy = (disabledReason: string | null, over: Partial<BalanceFacts> = {}) =>
  usd({
    externalAccounts: [bank()],
    ...over,
    account: { ...facts().account, payoutsEnabled: false, disabledReason },
  }).paused;

test('while payouts go nothing is paused', () => {
  assert.equal(usd({ externalAccounts: [bank()] }).paused, null);
  assert.equal(usd().paused, null);
});

test('a pause says why, in words a seller can act on', () => {
  assert.equal(pausedBy('requirements.past_due'), 'requirements');
  assert.equal(pausedBy('action_required.requested_capabilities'), 'requirements');
  assert.equal(pausedBy('requirements.pending_verification'), 'verification');
  assert.equal(pausedBy('under_review'), 'review');
  assert.equal(pausedBy('listed'), 'review');
  assert.equal(pausedBy('rejected.fraud'), 'rejected');
  assert.equal(pausedBy('platform_paused'), 'platform');
  assert.equal(pausedBy('other'), 'other');
  assert.equal(pausedBy(null), 'other');
  assert.equal(pausedBy('a reason of tomorrow'), 'other');
  assert.equal(pausedBy(null, { externalAccounts: [] }), 'destination');
  const { account } = facts();
  const overdue = { ...account, payoutsEnabled: false, isPastDue: true };
  assert.equal(usd({ account: overdue }).paused, 'requirements');
});

test('settings that are off pause payouts of an account that could have them', () => {
  const settingsOff = settings({ status: 'disabled' });
  assert.equal(usd({ settings: settingsOff, externalAccounts: [bank()] }).paused, 'other');
});

test('a bank account that takes no payouts stops those of its currency alone', () => {
  const broken = bank({ status: 'errored' });
  const other = bank({ id: 'ba_2', currency: 'eur' });
  const { balance } = facts();
  const { currencies } = balanceAnswer(
    facts({
      externalAccounts: [broken, other],
      balance: {
        ...balance,
        available: ['usd', 'eur'].map((currency) => ({ amount: 100, currency })),
      },
    }),
  );
  assert.deepEqual(
    currencies.map(({ currency, paused, next_payout }) => [currency, paused, next_payout === null]),
    [
      ['usd', 'destination', true],
      ['eur', null, false],
    ],
  );
  // Stripe then asks for another account, and says no more than that something is past due.
  const { account } = facts();
  const asked = { ...account, payoutsEnabled: false, disabledReason: 'requirements.past_due' };
  assert.equal(usd({ externalAccounts: [broken], account: asked }).paused, 'destination');
  assert.equal(usd({ externalAccounts: [bank()], account: asked }).paused, 'requirements');
});

test('what was sent before a pause still arrives', () => {
  const { account } = facts();
  const found = usd({
    payouts: [payout({})],
    account: { ...account, payoutsEnabled: false, disabledReason: 'under_review' },
  });
  assert.equal(found.next_payout?.status, 'in_transit');
  assert.equal(found.paused, 'review');
});

test('whether Stripe takes what is lacking from the bank is told as the settings have it', () => {
  assert.equal(balanceAnswer(facts()).debit_negative_balances, true);
  const kept = settings();
  kept.payments.debit_negative_balances = false;
  assert.equal(balanceAnswer(facts({ settings: kept })).debit_negative_balances, false);
});

test('the default currency comes first, the others by code; prefunding is null where not enabled', () => {
  const { balance } = facts();
  const answer = balanceAnswer(
    facts({
      balance: {
        ...balance,
        available: ['gbp', 'eur', 'usd'].map((currency) => ({ amount: 1, currency })),
        refund_and_dispute_prefunding: {
          available: [{ amount: 40, currency: 'usd' }],
          pending: [],
        },
      },
    }),
  );
  assert.deepEqual(
    answer.currencies.map(({ currency }) => currency),
    ['usd', 'eur', 'gbp'],
  );
  assert.deepEqual(answer.currencies[0]?.prefunding, { available: 40, pending: 0 });
  assert.equal(usd().prefunding, null);
});
