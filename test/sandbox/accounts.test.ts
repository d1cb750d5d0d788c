import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, raw, setup } from './support.ts';

test('three Express sellers and the platform that they belong to', async () => {
  const { sandbox, stripe } = setup({ transactions: 100 });
  const platform = await stripe.accounts.retrieveCurrent();
  assert.equal(platform.business_profile?.name, 'Rocket Market');
  const { data } = await stripe.accounts.list({ limit: 100 });
  assert.deepEqual(
    data.map(({ id }) => id).toSorted(),
    sandbox.sellers.map(({ account }) => account).toSorted(),
  );
  for (const { account, name, country, currency, email } of sandbox.sellers) {
    const shown = await stripe.accounts.retrieve(account);
    assert.deepEqual(
      [
        shown.business_profile?.name,
        shown.country,
        shown.default_currency,
        shown.email,
        shown.type,
      ],
      [name, country, currency, email, 'express'],
    );
    assert.equal(shown.controller?.stripe_dashboard?.type, 'express');
  }
  const zones = sandbox.sellers.map(
    async ({ account }) => (await stripe.accounts.retrieve(account)).settings?.dashboard.timezone,
  );
  assert.deepEqual(await Promise.all(zones), ['America/New_York', 'Asia/Tokyo', 'Europe/Berlin']);
});

test('an account sees itself, by its header', async () => {
  const { stripe, jp, as } = setup({ transactions: 100 });
  assert.equal((await stripe.accounts.retrieveCurrent({}, as(jp))).id, jp.account);
});

test('a change of the account says what changed', async () => {
  const { stripe, us, as } = setup({ transactions: 100 });
  const changed = await stripe.accounts.update(us.account, {
    business_profile: { name: 'Cedar & Co', support_phone: '+12125550199' },
    metadata: { tier: 'gold' },
  });
  assert.equal(changed.business_profile?.name, 'Cedar & Co');
  const { data } = await stripe.events.list({ type: 'account.updated', limit: 1 }, as(us));
  assert.deepEqual(data[0]?.data.previous_attributes, {
    business_profile: { name: 'Cedar & Salt', support_phone: '+12125550142' },
    metadata: { tier: null },
    settings: { dashboard: { display_name: 'Cedar & Salt' } },
  });
});

test('bank accounts are added, made the default, and taken away; the last one stays', async () => {
  const { stripe, us, as } = setup({ transactions: 100 });
  const [old] = (await stripe.accounts.listExternalAccounts(us.account)).data;
  const bank = await stripe.accounts.createExternalAccount(us.account, {
    external_account: 'btok_us_4321',
  });
  assert.equal(bank.object === 'bank_account' && bank.last4, '4321');
  assert.equal(bank.default_for_currency, false);
  const card = await stripe.accounts.createExternalAccount(us.account, {
    external_account: 'tok_visa_debit_5556',
  });
  assert.equal(card.object, 'card');
  await assert.rejects(stripe.accounts.deleteExternalAccount(us.account, old?.id ?? ''), {
    statusCode: 400,
  });
  const changed = await stripe.accounts.updateExternalAccount(us.account, bank.id, {
    default_for_currency: true,
  });
  assert.equal(changed.default_for_currency, true);
  const gone = await stripe.accounts.deleteExternalAccount(us.account, old?.id ?? '');
  assert.deepEqual([gone.id, gone.deleted], [old?.id, true]);
  const cards = await stripe.accounts.listExternalAccounts(us.account, { object: 'card' });
  assert.deepEqual(
    cards.data.map(({ id }) => id),
    [card.id],
  );
  const { data } = await stripe.events.list(
    { type: 'account.external_account.*', limit: 10 },
    as(us),
  );
  assert.deepEqual(data.map(({ type }) => type.split('.').at(-1)).toSorted(), [
    'created',
    'created',
    'deleted',
    'updated',
  ]);
});

test('numbers that are none, and tokens that do not exist, are refused by their path', async () => {
  const { stripe, us } = setup({ transactions: 100 });
  const bank = {
    object: 'bank_account' as const,
    country: 'US',
    currency: 'usd',
    account_number: '12',
  };
  await assert.rejects(
    stripe.accounts.createExternalAccount(us.account, { external_account: bank }),
    {
      param: 'external_account[account_number]',
    },
  );
  await assert.rejects(
    stripe.accounts.createExternalAccount(us.account, { external_account: 'src_1' }),
    {
      code: 'resource_missing',
    },
  );
});

test('a deadline that passes stops payouts, and says so', async () => {
  const { sandbox, stripe, de, as } = setup();
  const { requirements } = await stripe.accounts.retrieve(de.account);
  await sandbox.advance((requirements?.current_deadline ?? 0) - sandbox.now());
  const late = await stripe.accounts.retrieve(de.account);
  assert.deepEqual(
    [late.payouts_enabled, late.charges_enabled, late.requirements?.past_due?.length],
    [false, true, 2],
  );
  const { data } = await stripe.events.list({ type: 'account.updated', limit: 1 }, as(de));
  const previous: Record<string, unknown> = { ...data[0]?.data.previous_attributes };
  assert.equal(previous['payouts_enabled'], true);
  await assert.rejects(stripe.payouts.create({ amount: 100, currency: 'eur' }, as(de)), {
    code: 'payouts_not_allowed',
  });
});

test('the sandbox tells its own time and moves it over HTTP', async () => {
  const { sandbox } = setup({ transactions: 100 });
  const world = await (await raw(sandbox, 'GET', '/sandbox/world')).json();
  assert.deepEqual([world.id, world.now], [sandbox.id, sandbox.now()]);
  assert.deepEqual(world.sellers, sandbox.sellers);
  const moved = await (await raw(sandbox, 'POST', '/sandbox/advance', `seconds=${DAY}`)).json();
  assert.equal(moved.now, world.now + DAY);
  assert.equal(sandbox.now(), moved.now);
  assert.equal((await raw(sandbox, 'POST', '/sandbox/advance', 'seconds=-5')).status, 400);
  await assert.rejects(sandbox.advance(-1), RangeError);
});
