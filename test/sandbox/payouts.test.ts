import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { all, DAY, setup } from './support.ts';

const weekday = (time: number): number => new Date(time * 1000).getUTCDay();
const onItsWay = ({ status }: Stripe.Payout): boolean =>
  status === 'pending' || status === 'in_transit';

test('the US seller is paid out every business day, the German one on Mondays, the Japanese one by hand', async () => {
  const { stripe, us, jp, de, as } = setup();
  const days = async (account: typeof us) =>
    (await all(stripe.payouts.list({ limit: 100 }, as(account))))
      .filter(({ automatic }) => automatic)
      .map(({ created }) => weekday(created));
  assert.deepEqual([...new Set(await days(us))].toSorted(), [1, 2, 3, 4, 5]);
  assert.deepEqual([...new Set(await days(de))], [1]);
  assert.deepEqual(await days(jp), []);
  assert.ok((await all(stripe.payouts.list({ limit: 100 }, as(jp)))).length > 20);
});

test('a payout is pending, then in transit, then paid on the day it should arrive', async () => {
  const { sandbox, stripe, jp, as } = setup({ transactions: 500 });
  const made = await stripe.payouts.create(
    { amount: 1_000, currency: 'jpy', description: 'Rent' },
    as(jp),
  );
  assert.deepEqual(
    [made.status, made.automatic, made.reconciliation_status, made.method],
    ['pending', false, 'not_applicable', 'standard'],
  );
  assert.equal(made.arrival_date % DAY, 0);
  await sandbox.advance(13 * 3600);
  const sent = await stripe.payouts.retrieve(made.id, {}, as(jp));
  assert.deepEqual([sent.status, sent.trace_id?.status], ['in_transit', 'pending']);
  await sandbox.advance(made.arrival_date - sandbox.now() - 1);
  assert.equal((await stripe.payouts.retrieve(made.id, {}, as(jp))).status, 'in_transit');
  await sandbox.advance(1);
  const paid = await stripe.payouts.retrieve(made.id, {}, as(jp));
  assert.deepEqual([paid.status, paid.trace_id?.status], ['paid', 'supported']);
});

test('what is paid out leaves the available balance at once', async () => {
  const { stripe, jp, as } = setup({ transactions: 500 });
  const available = async () =>
    (await stripe.balance.retrieve({}, as(jp))).available[0]?.amount ?? 0;
  const before = await available();
  await stripe.payouts.create({ amount: 777, currency: 'jpy' }, as(jp));
  assert.equal(await available(), before - 777);
});

test('a payout that fails gives the money back, spoils the bank account and stops payouts until it is replaced', async () => {
  const { sandbox, stripe, us, as } = setup();
  const payout = await sandbox.failPayout(us.account);
  assert.equal(payout.status, 'failed');
  assert.equal(payout.failure_code, 'account_closed');
  const row = await stripe.balanceTransactions.retrieve(
    String(payout.failure_balance_transaction),
    {},
    as(us),
  );
  assert.deepEqual([row.type, row.amount], ['payout_failure', payout.amount]);
  const account = await stripe.accounts.retrieve(us.account);
  assert.equal(account.payouts_enabled, false);
  assert.ok(account.requirements?.past_due?.includes('external_account'));
  assert.equal(account.external_accounts?.data[0]?.status, 'errored');
  const settings = await stripe.balanceSettings.retrieve({}, as(us));
  assert.equal(settings.payments.payouts?.status, 'disabled');
  const count = async () => (await all(stripe.payouts.list({ limit: 100 }, as(us)))).length;
  const before = await count();
  await sandbox.advance(4 * DAY);
  assert.equal(await count(), before, 'no payout while the account is no good');
  await stripe.accounts.createExternalAccount(us.account, {
    external_account: {
      object: 'bank_account',
      country: 'US',
      currency: 'usd',
      account_number: '000123456789',
      routing_number: '110000000',
    },
    default_for_currency: true,
  });
  assert.equal((await stripe.accounts.retrieve(us.account)).payouts_enabled, true);
  await sandbox.advance(3 * DAY);
  assert.ok((await count()) > before);
});

test('failing a payout makes one where none is on its way', async () => {
  const { sandbox, stripe, jp, as } = setup({ transactions: 500 });
  await sandbox.advance(5 * DAY);
  const { data } = await stripe.payouts.list({ limit: 100 }, as(jp));
  assert.ok(!data.some(onItsWay));
  const payout = await sandbox.failPayout(jp.account);
  assert.ok(!data.some(({ id }) => id === payout.id));
  await assert.rejects(sandbox.failPayout(jp.account), /no bank account|nothing to pay out/);
});

test('an instant payout takes what is still pending: it is advanced, and taken back when it comes', async () => {
  const { sandbox, stripe, us, as } = setup();
  const { instant_available: instant, available } = await stripe.balance.retrieve({}, as(us));
  const most = instant?.[0]?.amount ?? 0;
  assert.ok(most > (available[0]?.amount ?? 0));
  const payout = await stripe.payouts.create(
    { amount: most, currency: 'usd', method: 'instant' },
    as(us),
  );
  assert.equal(payout.arrival_date, sandbox.now() + 1_800);
  const { data } = await stripe.balanceTransactions.list({ limit: 3 }, as(us));
  assert.deepEqual(data.map(({ type }) => type).toSorted(), [
    'advance',
    'advance_funding',
    'payout',
  ]);
  assert.equal(
    data.reduce((sum, { amount }) => sum + amount, 0),
    -most,
  );
  await sandbox.advance(1_800);
  assert.equal((await stripe.payouts.retrieve(payout.id, {}, as(us))).status, 'paid');
});

test('a manual payout can be taken back while it is pending, and only then', async () => {
  const { sandbox, stripe, jp, us, as } = setup();
  const made = await stripe.payouts.create({ amount: 900, currency: 'jpy' }, as(jp));
  const canceled = await stripe.payouts.cancel(made.id, {}, as(jp));
  assert.equal(canceled.status, 'canceled');
  const row = await stripe.balanceTransactions.retrieve(
    String(canceled.failure_balance_transaction),
    {},
    as(jp),
  );
  assert.deepEqual([row.type, row.amount], ['payout_cancel', 900]);
  const other = await stripe.payouts.create({ amount: 900, currency: 'jpy' }, as(jp));
  await sandbox.advance(DAY);
  await assert.rejects(stripe.payouts.cancel(other.id, {}, as(jp)), { statusCode: 400 });
  const automatic = (await stripe.payouts.list({ limit: 1 }, as(us))).data[0]?.id ?? '';
  await assert.rejects(stripe.payouts.cancel(automatic, {}, as(us)), { statusCode: 400 });
});

const refusals: [what: string, params: Stripe.PayoutCreateParams, expected: object][] = [
  ['more than there is', { amount: 99_999_999, currency: 'jpy' }, { code: 'balance_insufficient' }],
  ['nothing', { amount: 0, currency: 'jpy' }, { param: 'amount' }],
  ['a currency without a bank account', { amount: 500, currency: 'usd' }, { param: 'currency' }],
  [
    'at once, to a bank that cannot',
    { amount: 500, currency: 'jpy', method: 'instant' },
    { code: 'instant_payouts_unsupported' },
  ],
  [
    'to somebody else’s bank account',
    { amount: 500, currency: 'jpy', destination: 'ba_x' },
    { param: 'destination' },
  ],
  [
    'with too long a descriptor',
    { amount: 500, currency: 'jpy', statement_descriptor: 'X'.repeat(23) },
    { param: 'statement_descriptor' },
  ],
];

for (const [what, params, expected] of refusals) {
  test(`a payout of ${what} is refused`, async () => {
    const { stripe, jp, as } = setup({ transactions: 500 });
    await assert.rejects(stripe.payouts.create(params, as(jp)), { statusCode: 400, ...expected });
  });
}

test('the rows of a payout can be asked for once it is reconciled, of automatic ones only', async () => {
  const { sandbox, stripe, us, jp, as } = setup();
  const manual = (await stripe.payouts.list({ limit: 1 }, as(jp))).data[0]?.id ?? '';
  await assert.rejects(stripe.balanceTransactions.list({ payout: manual }, as(jp)), {
    param: 'payout',
  });
  await sandbox.advance(DAY - (sandbox.now() % DAY) + 60);
  const [fresh] = (await stripe.payouts.list({ limit: 1 }, as(us))).data;
  assert.deepEqual([fresh?.automatic, fresh?.reconciliation_status], [true, 'in_progress']);
  const rows = () =>
    stripe.balanceTransactions.list({ payout: fresh?.id ?? '', limit: 100 }, as(us));
  await assert.rejects(rows(), { code: 'payout_reconciliation_not_ready' });
  await sandbox.advance(DAY / 2);
  assert.ok((await rows()).data.length > 1);
});

test('what must stay in the account is held back from a payout, and given back after it', async () => {
  const { stripe, de, as } = setup();
  const rows = await all(stripe.balanceTransactions.list({ limit: 100, currency: 'eur' }, as(de)));
  const hold = rows.find(({ type }) => type === 'payout_minimum_balance_hold');
  const release = rows.find(({ type }) => type === 'payout_minimum_balance_release');
  assert.deepEqual([hold?.amount, release?.amount], [-25_000, 25_000]);
  const settings = await stripe.balanceSettings.retrieve({}, as(de));
  assert.deepEqual(settings.payments.payouts?.minimum_balance_by_currency, { eur: 25_000 });
});

test('the schedule can be changed, its days go with it, and payouts follow', async () => {
  const { sandbox, stripe, jp, as } = setup({ transactions: 500 });
  const change = (schedule: Stripe.BalanceSettingsUpdateParams.Payments.Payouts.Schedule) =>
    stripe.balanceSettings.update({ payments: { payouts: { schedule } } }, as(jp));
  const weekly = await change({ interval: 'weekly', weekly_payout_days: ['tuesday', 'friday'] });
  assert.deepEqual(weekly.payments.payouts?.schedule, {
    interval: 'weekly',
    weekly_payout_days: ['tuesday', 'friday'],
  });
  await sandbox.advance(2 * DAY);
  const [payout] = (await stripe.payouts.list({ limit: 1 }, as(jp))).data;
  assert.deepEqual([payout?.automatic, weekday(payout?.created ?? 0)], [true, 2]);
  await assert.rejects(change({ interval: 'daily' }), {
    param: 'payments[payouts][schedule][interval]',
  });
  await change({ interval: 'manual' });
  await assert.rejects(change({ interval: 'weekly' }), {
    code: 'parameter_missing',
    param: 'payments[payouts][schedule][weekly_payout_days]',
  });
  await assert.rejects(change({ interval: 'manual', weekly_payout_days: ['monday'] }), {
    param: 'payments[payouts][schedule][weekly_payout_days]',
  });
  const monthly = await change({ interval: 'monthly', monthly_payout_days: [1, 31] });
  assert.deepEqual(monthly.payments.payouts?.schedule?.monthly_payout_days, [1, 31]);
  const account = await stripe.accounts.retrieve(jp.account);
  assert.equal(account.settings?.payouts?.schedule.interval, 'monthly');
  const { data } = await stripe.events.list({ type: 'balance_settings.updated', limit: 1 }, as(jp));
  assert.deepEqual(data[0]?.data.previous_attributes, {
    payments: {
      payouts: {
        schedule: { interval: 'manual', monthly_payout_days: null },
      },
    },
  });
});
