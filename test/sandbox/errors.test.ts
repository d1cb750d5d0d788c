import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw, sdk, setup } from './support.ts';

const answerOf = async (response: Response) => ({
  status: response.status,
  error: (await response.json()).error,
});

test('an unknown route is a 404 that names method and path', async () => {
  const { sandbox } = setup({ transactions: 100 });
  const { status, error } = await answerOf(await raw(sandbox, 'GET', '/v1/unicorns'));
  assert.equal(status, 404);
  assert.equal(error.type, 'invalid_request_error');
  assert.match(error.message, /^Unrecognized request URL \(GET: \/v1\/unicorns\)/);
  const other = await answerOf(await raw(sandbox, 'DELETE', '/v1/balance'));
  assert.match(other.error.message, /\(DELETE: \/v1\/balance\)/);
});

test('an unknown parameter is a 400 that names it, nested ones by their path', async () => {
  const { sandbox, us } = setup({ transactions: 100 });
  const flat = await answerOf(await raw(sandbox, 'GET', '/v1/charges?colour=red'));
  assert.deepEqual(
    [flat.status, flat.error.code, flat.error.param],
    [400, 'parameter_unknown', 'colour'],
  );
  const nested = await answerOf(
    await raw(
      sandbox,
      'POST',
      '/v1/account_sessions',
      `account=${us.account}&components[payments][enabled]=true&components[payments][features][flying]=true`,
    ),
  );
  assert.equal(nested.error.param, 'components[payments][features][flying]');
  const unknown = await answerOf(
    await raw(
      sandbox,
      'POST',
      '/v1/account_sessions',
      `account=${us.account}&components[app_install][enabled]=true`,
    ),
  );
  assert.deepEqual(
    [unknown.error.code, unknown.error.param],
    ['parameter_unknown', 'components[app_install]'],
  );
});

const bad: [what: string, query: string, code: string, param: string][] = [
  ['a limit that is no number', 'limit=ten', 'parameter_invalid_integer', 'limit'],
  ['a limit above a hundred', 'limit=101', 'parameter_invalid_integer', 'limit'],
  ['a limit of nothing', 'limit=0', 'parameter_invalid_integer', 'limit'],
  [
    'a range with a word in it',
    'created[gte]=yesterday',
    'parameter_invalid_integer',
    'created[gte]',
  ],
  ['a range of another kind', 'created[after]=1', 'parameter_unknown', 'created[after]'],
];

for (const [what, query, code, param] of bad) {
  test(`${what} is refused by name`, async () => {
    const { sandbox } = setup({ transactions: 100 });
    const { status, error } = await answerOf(await raw(sandbox, 'GET', `/v1/charges?${query}`));
    assert.deepEqual([status, error.code, error.param], [400, code, param]);
  });
}

test('a JSON body, and a name with crooked brackets, are refused', async () => {
  const { sandbox } = setup({ transactions: 100 });
  const json = await sandbox.fetch('/v1/refunds', {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_sandbox', 'Content-Type': 'application/json' },
    body: '{"charge":"ch_1"}',
  });
  assert.equal(json.status, 400);
  const crooked = await raw(sandbox, 'GET', '/v1/charges?created[gte=1');
  assert.equal(crooked.status, 400);
});

test('without a key, or with a wrong one, nothing is answered and the key is not repeated', async () => {
  const { sandbox } = setup({ transactions: 100 });
  assert.equal((await sandbox.fetch('/v1/balance')).status, 401);
  const stripe = sdk(sandbox.fetch, 'sk_test_somebodyelse');
  await assert.rejects(stripe.balance.retrieve(), (error: Error & { statusCode?: number }) => {
    assert.equal(error.statusCode, 401);
    assert.ok(!error.message.includes('somebodyelse'));
    return true;
  });
});

test('the key may come as a user name, as curl sends it', async () => {
  const { sandbox } = setup({ transactions: 100 });
  const headers = { Authorization: `Basic ${btoa('sk_test_sandbox:')}` };
  assert.equal((await sandbox.fetch('/v1/balance', { headers })).status, 200);
});

test('an account that is not the platform’s is refused as such', async () => {
  const { stripe } = setup({ transactions: 100 });
  await assert.rejects(stripe.balance.retrieve({}, { stripeAccount: 'acct_unknown' }), {
    statusCode: 403,
    code: 'account_invalid',
  });
});

test('what is not there is a 404 of its kind', async () => {
  const { stripe, us, as } = setup({ transactions: 100 });
  const gone = { statusCode: 404, code: 'resource_missing' };
  await assert.rejects(stripe.payouts.retrieve('po_x', {}, as(us)), {
    ...gone,
    message: "No such payout: 'po_x'",
  });
  await assert.rejects(stripe.charges.retrieve('ch_x', {}, as(us)), gone);
  await assert.rejects(stripe.refunds.retrieve('re_x', {}, as(us)), gone);
  await assert.rejects(stripe.disputes.retrieve('dp_x', {}, as(us)), gone);
  await assert.rejects(stripe.customers.retrieve('cus_x', {}, as(us)), gone);
  await assert.rejects(stripe.events.retrieve('evt_x', {}, as(us)), gone);
});

test('every answer carries a request id, the version that was asked for and the account', async () => {
  const { sandbox, us } = setup({ transactions: 100 });
  const answer = await raw(sandbox, 'GET', '/v1/balance', '', {
    'Stripe-Version': '2026-08-26.dahlia',
    'Stripe-Account': us.account,
  });
  assert.match(answer.headers.get('Request-Id') ?? '', /^req_\w+$/);
  assert.equal(answer.headers.get('Stripe-Version'), '2026-08-26.dahlia');
  assert.equal(answer.headers.get('Stripe-Account'), us.account);
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
});

test('errors can be made to order, for one route and so many calls', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 100 });
  const stop = sandbox.faults.fail({ route: 'GET /v1/payouts', status: 503, times: 1 });
  await assert.rejects(stripe.payouts.list({}, as(us)), { statusCode: 503 });
  await stripe.payouts.list({}, as(us));
  stop();
  sandbox.faults.fail({ route: 'POST /v1/account_sessions', status: 429, code: 'rate_limit' });
  await assert.rejects(
    stripe.accountSessions.create({
      account: us.account,
      components: { payments: { enabled: true } },
    }),
    { statusCode: 429 },
  );
  sandbox.faults.reset();
  sandbox.faults.offline = true;
  await assert.rejects(stripe.balance.retrieve(), { type: 'StripeConnectionError' });
});

test('rate limits are off until they are switched on, and then count by endpoint and by account', async () => {
  let wall = 1_000_000;
  const { sandbox, us } = setup({ transactions: 100, wall: () => wall });
  const call = (path: string) => raw(sandbox, 'GET', path, '', { 'Stripe-Account': us.account });
  for (let n = 0; n < 60; n += 1) assert.equal((await call('/v1/balance')).status, 200);
  sandbox.faults.rateLimits = { account: 30, endpoint: 25 };
  for (let n = 0; n < 25; n += 1) assert.equal((await call('/v1/balance')).status, 200);
  const refused = await call('/v1/balance');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('Stripe-Rate-Limited-Reason'), 'endpoint-rate');
  for (let n = 0; n < 4; n += 1) assert.equal((await call('/v1/payouts')).status, 200);
  assert.equal(
    (await call('/v1/payouts')).headers.get('Stripe-Rate-Limited-Reason'),
    'global-rate',
  );
  wall += 1_001;
  assert.equal((await call('/v1/balance')).status, 200);
});

test('latency holds an answer back, and an aborted call ends at once', async () => {
  const { sandbox } = setup({ transactions: 100 });
  sandbox.faults.latency = 30_000;
  const abort = new AbortController();
  const call = sandbox.fetch('/v1/balance', { signal: abort.signal });
  abort.abort();
  await assert.rejects(call, { name: 'AbortError' });
});
