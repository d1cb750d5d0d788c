import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Stripe from 'stripe';
import { createGateway } from '../../../packages/server/src/stripe/create-gateway.ts';
import type { Priority } from '../../../packages/server/src/stripe/gateway.ts';
import { Limiter, ratesOf } from '../../../packages/server/src/stripe/limiter.ts';
import { property } from '../../support/runs.ts';
import { TestScheduler, turns } from '../support/clock.ts';

interface Going {
  readonly at: number;
  readonly endpoint: string;
  readonly priority: Priority;
}

function setup(rates = { account: 25, endpoint: 25 }) {
  const clock = new TestScheduler();
  const limiter = new Limiter(rates, clock);
  const gone: Going[] = [];
  const ask = (endpoint: string, priority: Priority, signal?: AbortSignal): Promise<void> =>
    limiter.acquire(endpoint, priority, signal).then(() => {
      gone.push({ at: clock.now(), endpoint, priority });
    });
  return { clock, limiter, gone, ask };
}

const mostInASecond = (times: readonly number[]): number =>
  Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length),
  );

test('Stripe’s limits: 25 a second with test keys, 100 live, 25 for one endpoint', () => {
  assert.deepEqual(ratesOf(false), { account: 25, endpoint: 25 });
  assert.deepEqual(ratesOf(true), { account: 100, endpoint: 25 });
});

test('no second ever holds more than is allowed, and an import takes at most half', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          wait: fc.integer({ min: 0, max: 300 }),
          endpoint: fc.constantFrom('GET /a', 'GET /b', 'GET /c'),
          priority: fc.constantFrom<Priority>('seller', 'import'),
        }),
        { maxLength: 120 },
      ),
      async (calls) => {
        const { clock, gone, ask } = setup({ account: 10, endpoint: 6 });
        for (const { wait, endpoint, priority } of calls) {
          await clock.advance(wait);
          void ask(endpoint, priority);
        }
        await clock.advance(60_000);
        assert.equal(gone.length, calls.length);
        const times = (which: (one: Going) => boolean): number[] =>
          gone.filter(which).map(({ at }) => at);
        assert.ok(mostInASecond(times(() => true)) <= 10);
        assert.ok(mostInASecond(times(({ priority }) => priority === 'import')) <= 5);
        for (const endpoint of ['GET /a', 'GET /b', 'GET /c']) {
          assert.ok(mostInASecond(times((one) => one.endpoint === endpoint)) <= 6);
          const imports = times((one) => one.endpoint === endpoint && one.priority === 'import');
          assert.ok(mostInASecond(imports) <= 3);
        }
      },
    ),
    property(100),
  );
});

test('a seller goes before an import that has waited longer', async () => {
  const { clock, gone, ask } = setup({ account: 2, endpoint: 2 });
  for (let index = 0; index < 4; index += 1) void ask('GET /a', 'import');
  void ask('GET /a', 'seller');
  await clock.advance(0);
  assert.deepEqual(
    gone.map(({ priority }) => priority),
    ['import', 'seller'],
  );
  await clock.advance(5000);
  assert.equal(gone.length, 5);
});

test('a full endpoint does not hold up another', async () => {
  const { clock, gone, ask } = setup({ account: 100, endpoint: 1 });
  void ask('GET /a', 'seller');
  void ask('GET /a', 'seller');
  void ask('GET /b', 'seller');
  await clock.advance(0);
  assert.deepEqual(
    gone.map(({ endpoint }) => endpoint),
    ['GET /a', 'GET /b'],
  );
});

test('who gives up leaves the line, and no timer stays when nobody waits', async () => {
  const { clock, gone, ask } = setup({ account: 1, endpoint: 1 });
  const controller = new AbortController();
  void ask('GET /a', 'seller');
  const left = assert.rejects(ask('GET /a', 'seller', controller.signal), { name: 'AbortError' });
  controller.abort();
  await left;
  await clock.advance(5000);
  assert.equal(gone.length, 1);
  assert.equal(clock.waiting, 0);
});

const httpError = (statusCode: number, headers: Record<string, string> = {}, code = 'x'): Error =>
  Stripe.errors.StripeError.generate({
    type: 'invalid_request_error',
    statusCode,
    headers,
    code,
    message: 'no',
  });

function gatewayOf(answers: (Error | string)[]) {
  const clock = new TestScheduler();
  const limiter = new Limiter({ account: 25, endpoint: 25 }, clock);
  const stripe = new Stripe('sk_test_x');
  const gateway = createGateway({ stripe, limiter, scheduler: clock, jitter: () => 1 });
  const calls: { at: number; options: Stripe.RequestOptions }[] = [];
  const call = (endpoint = 'GET /v1/x', priority: Priority = 'seller'): Promise<string> =>
    gateway.call(endpoint, { account: 'acct_1', priority }, async (_, options) => {
      calls.push({ at: clock.now(), options });
      const answer = answers[Math.min(calls.length, answers.length) - 1]!;
      if (typeof answer === 'string') return answer;
      throw answer;
    });
  return { clock, calls, call };
}

test('what may pass is tried again, later each time, and through the limiter', async () => {
  const { clock, calls, call } = gatewayOf([httpError(500), httpError(409), 'done']);
  const answer = call();
  await clock.advance(10_000);
  assert.equal(await answer, 'done');
  assert.deepEqual(
    calls.map(({ at }) => at),
    [0, 500, 1500],
  );
  assert.equal(calls[0]?.options.maxNetworkRetries, 0);
  assert.equal(calls[0]?.options.stripeAccount, 'acct_1');
});

test('Stripe’s word on retrying is obeyed, and so is Retry-After', async () => {
  const never = gatewayOf([httpError(500, { 'stripe-should-retry': 'false' })]);
  await assert.rejects(never.call(), { code: 'stripe_error' });
  assert.equal(never.calls.length, 1);

  const always = gatewayOf([
    httpError(400, { 'stripe-should-retry': 'true', 'retry-after': '3' }),
    'done',
  ]);
  const answer = always.call();
  await always.clock.advance(2999);
  assert.equal(always.calls.length, 1);
  await always.clock.advance(1);
  assert.equal(await answer, 'done');
});

test('a 429 holds up its endpoint for everybody', async () => {
  const limited = httpError(429, { 'stripe-rate-limited-reason': 'endpoint-rate' });
  const { clock, calls, call } = gatewayOf([limited, 'one', 'two']);
  const answers = Promise.all([call(), turns().then(() => call())]);
  await clock.advance(400);
  assert.equal(calls.length, 1);
  await clock.advance(5000);
  assert.deepEqual((await answers).toSorted(), ['one', 'two']);
});

test('a write keeps its idempotency key from try to try, and has another one next time', async () => {
  const { clock, calls, call } = gatewayOf([httpError(500), 'one', 'two']);
  const first = call('POST /v1/x');
  await clock.advance(1000);
  await first;
  await call('POST /v1/x');
  const keys = calls.map(({ options }) => options.idempotencyKey);
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test('each error of Stripe’s has its code', async () => {
  const cases = [
    [httpError(403), 'account_unavailable'],
    [httpError(400, {}, 'account_invalid'), 'account_unavailable'],
    [httpError(404), 'not_found'],
    [httpError(401), 'stripe_error'],
    [httpError(429, { 'stripe-should-retry': 'false' }), 'rate_limited'],
  ] as const;
  for (const [error, code] of cases)
    await assert.rejects(gatewayOf([error]).call(), { code }, String(code));
  const { clock, call } = gatewayOf([
    new Stripe.errors.StripeConnectionError({
      message: 'Request aborted due to timeout being reached (20000ms)',
      type: 'api_error',
    }),
  ]);
  const timedOut = assert.rejects(call(), { code: 'stripe_timeout' });
  await clock.advance(60_000);
  await timedOut;
});
