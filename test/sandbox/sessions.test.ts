import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import type { Sandbox } from '@express-elements/sandbox';
import { sdk, setup, START } from './support.ts';

const post = (sandbox: Sandbox, secret: string, path: string, form = '') =>
  sandbox.fetch(path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}` },
    body: new URLSearchParams(form),
  });

const open = async (
  stripe: Stripe,
  account: string,
  components: Stripe.AccountSessionCreateParams.Components,
): Promise<string> => (await stripe.accountSessions.create({ account, components })).client_secret;

test('a session echoes every component with its effective features', async () => {
  const { stripe, us } = setup({ transactions: 100 });
  const session = await stripe.accountSessions.create({
    account: us.account,
    components: {
      balances: { enabled: true, features: { standard_payouts: true } },
      payments: { enabled: true, features: { dispute_management: false } },
    },
  });
  assert.match(session.client_secret, /^accs_secret__/);
  assert.equal(Object.keys(session.components).length, 25);
  assert.deepEqual(session.components.balances, {
    enabled: true,
    features: {
      disable_stripe_user_authentication: false,
      external_account_collection: true,
      edit_payout_schedule: false,
      instant_payouts: false,
      standard_payouts: true,
    },
  });
  assert.deepEqual(session.components.payments.features, {
    capture_payments: true,
    destination_on_behalf_of_charge_management: false,
    dispute_management: false,
    refund_management: true,
    smart_disputes_management: false,
  });
  assert.equal(session.components.payouts.enabled, false);
  const { client_secret: other } = await stripe.accountSessions.create({
    account: us.account,
    components: { payments: { enabled: true } },
  });
  assert.notEqual(other, session.client_secret);
});

test('what an Express account may not have is a 400 with its path', async () => {
  const { stripe, us } = setup({ transactions: 100 });
  await assert.rejects(
    open(stripe, us.account, {
      balances: { enabled: true, features: { external_account_collection: false } },
    }),
    { statusCode: 400, param: 'components[balances][features][external_account_collection]' },
  );
  await assert.rejects(
    open(stripe, us.account, {
      notification_banner: {
        enabled: true,
        features: { disable_stripe_user_authentication: true },
      },
    }),
    { param: 'components[notification_banner][features][disable_stripe_user_authentication]' },
  );
});

test('a session is for an account of the platform, made by the platform', async () => {
  const { stripe, us, as } = setup({ transactions: 100 });
  await assert.rejects(open(stripe, 'acct_x', { payments: { enabled: true } }), {
    param: 'account',
  });
  await assert.rejects(stripe.accountSessions.create({ account: us.account, components: {} }), {
    code: 'parameter_missing',
    param: 'components',
  });
  await assert.rejects(
    stripe.accountSessions.create(
      { account: us.account, components: { payments: { enabled: true } } },
      as(us),
    ),
    { code: 'platform_account_required' },
  );
});

test('its client secret acts as that account, and as no other', async () => {
  const { sandbox, stripe, us, jp } = setup({ transactions: 200 });
  const secret = await open(stripe, us.account, {
    balances: { enabled: true },
    payments: { enabled: true },
  });
  const seller = sdk(sandbox.fetch, secret);
  const session = await (
    await sandbox.fetch('/sandbox/session', { headers: { Authorization: `Bearer ${secret}` } })
  ).json();
  assert.deepEqual([session.account, session.livemode], [us.account, false]);
  assert.deepEqual(
    (await seller.balance.retrieve()).available,
    (await stripe.balance.retrieve({}, { stripeAccount: us.account })).available,
  );
  const { data } = await seller.charges.list({ limit: 1 }, { stripeAccount: jp.account });
  assert.equal(data[0]?.currency, 'usd', 'the header of another account is not heard');
  await assert.rejects(seller.accounts.retrieve(jp.account), { statusCode: 403 });
});

interface Grant {
  readonly what: string;
  readonly with: Stripe.AccountSessionCreateParams.Components;
  readonly without: Stripe.AccountSessionCreateParams.Components;
  readonly call: (seller: Stripe, charge: string, dispute: string) => Promise<unknown>;
}

const grants: Grant[] = [
  {
    what: 'refunds',
    with: { payments: { enabled: true } },
    without: { payments: { enabled: true, features: { refund_management: false } } },
    call: (seller, charge) => seller.refunds.create({ charge, amount: 100 }),
  },
  {
    what: 'answers to disputes',
    with: { disputes_list: { enabled: true } },
    without: { disputes_list: { enabled: true, features: { dispute_management: false } } },
    call: (seller, _, dispute) =>
      seller.disputes.update(dispute, { evidence: { customer_name: 'A' } }),
  },
  {
    what: 'payouts by hand',
    with: { balances: { enabled: true, features: { standard_payouts: true } } },
    without: { balances: { enabled: true } },
    call: (seller) => seller.payouts.create({ amount: 100, currency: 'eur' }),
  },
  {
    what: 'the payout schedule',
    with: { payouts: { enabled: true, features: { edit_payout_schedule: true } } },
    without: { payouts: { enabled: true } },
    call: (seller) =>
      seller.balanceSettings.update({
        payments: { payouts: { schedule: { interval: 'manual' } } },
      }),
  },
  {
    what: 'payments',
    with: { payment_details: { enabled: true } },
    without: { payouts_list: { enabled: true } },
    call: (seller) => seller.charges.list(),
  },
  {
    what: 'the list of payouts',
    with: { payouts_list: { enabled: true } },
    without: { payments: { enabled: true } },
    call: (seller) => seller.payouts.list(),
  },
  {
    what: 'bank accounts',
    with: { account_management: { enabled: true } },
    without: { documents: { enabled: true } },
    call: (seller) => seller.accounts.createExternalAccount('', { external_account: 'btok_us' }),
  },
];

for (const { what, with: granted, without, call } of grants) {
  test(`${what} need a session that grants them`, async () => {
    const { sandbox, stripe, de, as } = setup({ transactions: 300 });
    const charge = await sandbox.takePayment(de.account, { amount: 9_000 });
    const { data } = await stripe.disputes.list({ limit: 1 }, as(de));
    const act = async (components: Stripe.AccountSessionCreateParams.Components) => {
      const seller = sdk(sandbox.fetch, await open(stripe, de.account, components));
      if (what !== 'bank accounts') return call(seller, charge.id, data[0]?.id ?? '');
      return seller.accounts.createExternalAccount(de.account, { external_account: 'btok_us' });
    };
    await assert.rejects(act(without), { statusCode: 403 });
    await act(granted);
  });
}

test('a session may never do what only the platform may', async () => {
  const { sandbox, stripe, us } = setup({ transactions: 200 });
  const everything = {
    balances: { enabled: true },
    payments: { enabled: true },
    account_management: { enabled: true },
  };
  const secret = await open(stripe, us.account, everything);
  const seller = sdk(sandbox.fetch, secret);
  const refused = { statusCode: 403 };
  await assert.rejects(seller.accounts.createLoginLink(us.account), refused);
  await assert.rejects(seller.transfers.list(), refused);
  await assert.rejects(seller.events.list(), refused);
  await assert.rejects(seller.webhookEndpoints.list(), refused);
  await assert.rejects(
    seller.accountSessions.create({ account: us.account, components: everything }),
    refused,
  );
  for (const path of ['advance', 'payments', 'disputes', 'payout_failures']) {
    assert.equal((await post(sandbox, secret, `/sandbox/${path}`)).status, 403, path);
  }
});

test('a session ends when it is told to, and by the wall’s clock', async () => {
  let wall = START * 1000;
  const { sandbox, stripe, us } = setup({ transactions: 100, wall: () => wall });
  const components = { payments: { enabled: true } };
  const first = await open(stripe, us.account, components);
  assert.equal((await post(sandbox, first, '/sandbox/logout')).status, 200);
  await assert.rejects(sdk(sandbox.fetch, first).charges.list(), { statusCode: 401 });
  const session = await stripe.accountSessions.create({ account: us.account, components });
  await sandbox.advance(10 * 86_400);
  await sdk(sandbox.fetch, session.client_secret).charges.list();
  wall = session.expires_at * 1000;
  await assert.rejects(sdk(sandbox.fetch, session.client_secret).charges.list(), {
    statusCode: 401,
    code: 'account_session_expired',
  });
});

test('answering what is due opens payouts again', async () => {
  const { sandbox, stripe, de } = setup({ transactions: 200 });
  await sandbox.advance(10 * 86_400);
  const late = await stripe.accounts.retrieve(de.account);
  assert.equal(late.payouts_enabled, false);
  assert.equal(late.requirements?.disabled_reason, 'requirements.past_due');
  const secret = await open(stripe, de.account, { notification_banner: { enabled: true } });
  assert.equal((await post(sandbox, secret, '/sandbox/requirements')).status, 200);
  const done = await stripe.accounts.retrieve(de.account);
  assert.deepEqual(
    [done.payouts_enabled, done.requirements?.currently_due, done.requirements?.current_deadline],
    [true, [], null],
  );
});

test('money added for refunds is on its way, then there, and goes first', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 200 });
  const secret = await open(stripe, us.account, { balances: { enabled: true } });
  const set = async () => {
    const { refund_and_dispute_prefunding: money } = await stripe.balance.retrieve({}, as(us));
    return [money?.available[0]?.amount ?? 0, money?.pending[0]?.amount ?? 0] as const;
  };
  const [available] = await set();
  const answer = await post(sandbox, secret, '/sandbox/prefunding', 'amount=50000&currency=usd');
  assert.equal((await answer.json()).status, 'pending');
  assert.deepEqual(await set(), [available, 50_000]);
  await sandbox.advance(7 * 86_400);
  const [there] = await set();
  const charge = await sandbox.takePayment(us.account, { amount: 2_000 });
  const refund = await stripe.refunds.create({ charge: charge.id }, as(us));
  const row = await stripe.balanceTransactions.retrieve(
    String(refund.balance_transaction),
    {},
    as(us),
  );
  assert.equal(row.balance_type, 'refund_and_dispute_prefunding');
  assert.deepEqual(await set(), [there - 2_000, 0]);
});

test('a login link opens once', async () => {
  const { sandbox, stripe, us } = setup({ transactions: 100 });
  const { url, object } = await stripe.accounts.createLoginLink(us.account);
  assert.equal(object, 'login_link');
  assert.match(url, new RegExp(`/express/${us.account}/\\w+$`));
  const first = await sandbox.fetch(url);
  assert.equal(first.status, 200);
  assert.match(await first.text(), /Express Dashboard/);
  assert.equal((await sandbox.fetch(url)).status, 410);
});
