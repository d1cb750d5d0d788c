import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCodes, queryString as contractQuery, routes } from '@express-elements/contract';
import fc from 'fast-check';
import { EndpointClient } from '../../../../packages/elements/src/endpoint/client.ts';
import { backoff } from '../../../../packages/elements/src/endpoint/clock.ts';
import {
  errorOf,
  ExpressError,
  isAbort,
  toExpressError,
} from '../../../../packages/elements/src/endpoint/errors.ts';
import { pathOf, paths, queryString } from '../../../../packages/elements/src/endpoint/routes.ts';
import { property } from '../../../support/runs.ts';
import { stillClock } from '../../support/clock.ts';

const answer = (body: unknown, init: ResponseInit & { account?: string; now?: number } = {}) =>
  Response.json(body, {
    ...init,
    headers: {
      'Express-Account': init.account ?? 'acct_1',
      'Express-Now': String(init.now ?? 1_795_539_600),
      'Request-Id': 'req_1',
      ...init.headers,
    },
  });

const failure = (code: keyof typeof errorCodes, headers: Record<string, string> = {}) =>
  answer(
    { error: { type: 'api', code, message: 'Said so.', request_id: 'req_9' } },
    { status: errorCodes[code].status, headers },
  );

function setup(answers: (() => Response)[], options: { headers?: () => HeadersInit } = {}) {
  const clock = stillClock();
  const requests: Request[] = [];
  let changes = 0;
  const client = new EndpointClient({
    url: 'https://shop.test/express',
    clock,
    fetch: async (request) => {
      requests.push(request);
      const next = answers.shift();
      if (!next) throw new TypeError('There is no further answer.');
      return next();
    },
    onAccountChanged: () => {
      changes += 1;
    },
    ...options,
  });
  return { client, clock, requests, changes: () => changes };
}

const codeOf = (code: string) => (error: unknown) =>
  error instanceof ExpressError && error.code === code;

test('the paths are the contract’s', () => {
  for (const [name, path] of Object.entries(paths))
    assert.equal(path, routes[name as keyof typeof routes].path);
});

test('a query is written as the contract reads it', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), value), (query) => {
      assert.equal(queryString(query), contractQuery(query));
    }),
    property(1000),
  );
  assert.equal(pathOf('transaction', { id: 'txn_1/..' }), '/transactions/txn_1%2F..');
});

test('an error is retryable as the contract says of its code', async () => {
  for (const [code, { status, retryable }] of Object.entries(errorCodes)) {
    const body = { error: { code, message: 'x', request_id: 'req_2', param: 'q' } };
    const error = await errorOf(Response.json(body, { status }), '/balance');
    assert.equal(error.retryable, retryable, code);
    assert.equal(error.code, code);
    assert.equal(error.requestId, 'req_2');
    assert.equal(error.param, 'q');
  }
});

test('an answer of somebody else’s gets a code by its status', async () => {
  const error = await errorOf(new Response('<h1>Bad gateway</h1>', { status: 502 }), '/balance');
  assert.equal(error.code, 'unavailable');
  assert.equal(error.retryable, true);
  assert.equal((await errorOf(new Response('', { status: 418 }), '/')).code, 'invalid_parameter');
});

test('what is asked before an account is known is asked early, and is nothing where it may not be', async () => {
  const { client, requests } = setup([
    () => new Response(null, { status: 204, headers: answer({}).headers }),
    () => answer({ currencies: [] }),
  ]);
  await assert.rejects(client.get('balance'), codeOf('not_allowed'));
  // By now it is known whose it is.
  await client.get('balance');
  assert.deepEqual(
    requests.map(({ url }) => new URL(url).search),
    ['?early=true', ''],
  );
});

test('a server that knows no “early” is asked without it', async () => {
  const { client, requests } = setup([
    () => failure('unsupported_parameter'),
    () => answer({ data: [] }),
  ]);
  assert.deepEqual(await client.get('transactions', { query: { limit: 5 } }), { data: [] });
  assert.deepEqual(
    requests.map(({ url }) => new URL(url).search),
    ['?limit=5&early=true', '?limit=5'],
  );
});

test('whatever was thrown becomes one error', () => {
  assert.equal(toExpressError(new TypeError('Failed to fetch')).code, 'network');
  assert.equal(toExpressError('x').code, 'network');
  assert.equal(toExpressError(new DOMException('', 'AbortError')).code, 'aborted');
  assert.ok(isAbort(toExpressError(new DOMException('', 'AbortError'))));
  const other = Object.assign(new Error('of another bundle'), {
    name: 'ExpressError',
    code: 'timeout',
  });
  assert.equal(toExpressError(other).code, 'timeout');
});

test('the first answer fixes the account, and later requests name it', async () => {
  const { client, requests } = setup([() => answer({ a: 1 }), () => answer({ a: 2 })]);
  await client.get('balance');
  await client.get('balance');
  assert.equal(requests[0]?.headers.get('Express-Account'), null);
  assert.equal(requests[1]?.headers.get('Express-Account'), 'acct_1');
  assert.equal(client.account, 'acct_1');
});

test('an answer for another account is dropped and told', async () => {
  const { client, changes } = setup([() => answer({}), () => answer({}, { account: 'acct_2' })]);
  await client.get('balance');
  await assert.rejects(client.get('balance'), codeOf('account_changed'));
  assert.equal(changes(), 1);
});

test('a 409 is told, once there was an account', async () => {
  const { client, changes } = setup([
    () => failure('account_changed'),
    () => answer({}),
    () => failure('account_changed'),
  ]);
  await assert.rejects(client.get('balance'), codeOf('account_changed'));
  assert.equal(changes(), 0);
  await client.get('balance');
  await assert.rejects(client.get('balance'), codeOf('account_changed'));
  assert.equal(changes(), 1);
});

test('an answer without an account or a now is none of the contract', async () => {
  const { client } = setup([() => Response.json({})]);
  await assert.rejects(client.get('balance'), codeOf('invalid_answer'));
});

test('what may go better is asked again, with pauses that double and jitter', async () => {
  const { client, clock, requests } = setup([
    () => failure('stripe_error'),
    () => {
      throw new TypeError('Failed to fetch');
    },
    () => answer({ ok: true }),
  ]);
  assert.deepEqual(await client.get('balance'), { ok: true });
  assert.equal(requests.length, 3);
  assert.deepEqual(clock.waits, [375, 750]);
});

test('three tries are all, and the last error is the one', async () => {
  const { client, requests } = setup([
    () => failure('internal'),
    () => failure('internal'),
    () => failure('unavailable'),
    () => answer({}),
  ]);
  await assert.rejects(client.get('balance'), codeOf('unavailable'));
  assert.equal(requests.length, 3);
});

test('Retry-After is waited for, unless it asks for too much patience', async () => {
  const patient = setup([() => failure('rate_limited', { 'Retry-After': '4' }), () => answer({})]);
  await patient.client.get('balance');
  assert.deepEqual(patient.clock.waits, [4000]);
  const hurried = setup([() => failure('rate_limited', { 'Retry-After': '60' })]);
  await assert.rejects(hurried.client.get('balance'), codeOf('rate_limited'));
  assert.deepEqual(hurried.clock.waits, []);
});

test('a refusal is not asked again', async () => {
  const { client, requests } = setup([() => failure('not_allowed'), () => answer({})]);
  await assert.rejects(client.get('balance'), codeOf('not_allowed'));
  assert.equal(requests.length, 1);
});

test('a write is made once, unless twice is no harm', async () => {
  const once = setup([() => failure('internal'), () => answer({})]);
  await assert.rejects(once.client.post('loginLink', {}), codeOf('internal'));
  assert.equal(once.requests.length, 1);
  assert.equal(once.requests[0]?.headers.get('Content-Type'), 'application/json');
  const twice = setup([() => failure('internal'), () => answer({})]);
  await twice.client.post('accountSession', {}, { again: true });
  assert.equal(twice.requests.length, 2);
});

test('headers are asked for per request, and once more after a 401', async () => {
  let asked = 0;
  const headers = () => ({ Authorization: `Bearer ${(asked += 1)}` });
  const { client, requests } = setup(
    [() => failure('token_expired'), () => answer({}), () => failure('not_signed_in')],
    { headers },
  );
  await client.get('balance');
  assert.deepEqual(
    requests.map((request) => request.headers.get('Authorization')),
    ['Bearer 1', 'Bearer 2'],
  );
});

test('a second 401 is the answer', async () => {
  const { client, requests } = setup(
    [() => failure('token_expired'), () => failure('token_expired'), () => answer({})],
    { headers: () => ({}) },
  );
  await assert.rejects(client.get('balance'), codeOf('token_expired'));
  assert.equal(requests.length, 2);
});

test('today is the endpoint’s, moved on by the monotonic clock', async () => {
  const { client, clock } = setup([
    () => answer({}, { now: 1_000 }),
    () => answer({}, { now: 90_000 }),
  ]);
  assert.equal(client.now(), null);
  await client.get('balance');
  clock.move(61_000);
  assert.equal(client.now(), 1_061);
  await client.get('balance');
  assert.equal(client.now(), 90_000);
});

test('a reset calls off what is in flight and forgets the account', async () => {
  const { client } = setup([() => answer({})]);
  await client.get('balance');
  const flying = setup([]);
  const hanging = new EndpointClient({
    url: 'https://shop.test/express',
    clock: flying.clock,
    fetch: (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      }),
  });
  const asked = hanging.get('balance');
  await Promise.resolve();
  hanging.reset();
  await assert.rejects(asked, isAbort);
  client.reset();
  assert.equal(client.account, null);
});

test('a signal calls off one request', async () => {
  const { client } = setup([() => answer({})]);
  await assert.rejects(client.get('balance', {}, AbortSignal.abort()), isAbort);
});

test('a pause is never more than its most, nor less than half of what it would be', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (n, chance) => {
        const pause = backoff(n, { first: 500, most: 8_000 }, () => chance);
        const full = Math.min(8_000, 500 * 2 ** (n - 1));
        assert.ok(pause >= full / 2 && pause <= full);
      },
    ),
    property(500),
  );
});
