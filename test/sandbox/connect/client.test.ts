import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../../packages/sandbox/src/connect/shared/client.ts';
import type { Fetch } from '../../../packages/sandbox/src/connect/shared/client.ts';
import { encode } from '../../../packages/sandbox/src/connect/shared/encode.ts';
import { Session } from '../../../packages/sandbox/src/connect/shared/session.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly key: string | null;
  readonly idempotency: string | null;
  readonly body: string;
}

const setup = (answer: (sent: Sent, count: number) => Response) => {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    sent.push({
      url,
      method: init?.method ?? 'GET',
      key: headers.get('Authorization'),
      idempotency: headers.get('Idempotency-Key'),
      body: typeof init?.body === 'string' ? init.body : '',
    });
    const last = sent.at(-1);
    assert.ok(last);
    return answer(last, sent.length);
  };
  let asked = 0;
  const session = new Session({
    ask: async () => `secret_${(asked += 1)}`,
    open: async () => ({ account: 'acct_1', components: {}, expires_at: 9e9, livemode: false }),
    now: () => 0,
    opened: () => undefined,
  });
  return { api: createApi(fetch, 'https://api', session), sent };
};

const errorOf = (status: number, error: object) =>
  Response.json({ error }, { status, headers: { 'Request-Id': 'req_1' } });

test('parameters are form-encoded with brackets, undefined ones left out', () => {
  assert.equal(
    decodeURIComponent(
      encode({ a: 1, b: undefined, expand: ['x', 'y'], created: { gte: 1 }, on: true }),
    ),
    'a=1&expand[]=x&expand[]=y&created[gte]=1&on=true',
  );
});

test('a read carries the secret and its parameters in the address', async () => {
  const { api, sent } = setup(() => Response.json({ id: 'po_1' }));
  assert.deepEqual(await api.get('/v1/payouts/po_1', { expand: ['destination'] }), { id: 'po_1' });
  assert.deepEqual(sent, [
    {
      url: 'https://api/v1/payouts/po_1?expand%5B%5D=destination',
      method: 'GET',
      key: 'Bearer secret_1',
      idempotency: null,
      body: '',
    },
  ]);
});

test('a change carries its idempotency key and a form body', async () => {
  const { api, sent } = setup(() => Response.json({}));
  await api.post('/v1/refunds', { charge: 'ch_1', amount: 5 }, 'once');
  assert.equal(sent[0]?.idempotency, 'once');
  assert.equal(sent[0]?.body, 'charge=ch_1&amount=5');
});

test('after a 401 the call is made once more with a fresh secret', async () => {
  const { api, sent } = setup((_, count) =>
    count === 1 ? errorOf(401, { message: 'expired' }) : Response.json({ ok: true }),
  );
  assert.deepEqual(await api.get('/v1/balance'), { ok: true });
  assert.deepEqual(
    sent.map((one) => one.key),
    ['Bearer secret_1', 'Bearer secret_2'],
  );
});

const failures: [status: number, type: string][] = [
  [400, 'invalid_request_error'],
  [403, 'invalid_request_error'],
  [429, 'rate_limit_error'],
  [500, 'api_error'],
];

for (const [status, type] of failures)
  test(`${status} is ${type}, with Stripe's words and request id`, async () => {
    const { api } = setup(() => errorOf(status, { message: 'No.', code: 'c', param: 'p' }));
    await assert.rejects(api.get('/v1/balance'), {
      type,
      message: 'No.',
      facts: { status, code: 'c', param: 'p', requestId: 'req_1' },
    });
  });

test('no answer at all is api_connection_error', async () => {
  const { api } = setup(() => {
    throw new TypeError('Failed to fetch');
  });
  await assert.rejects(api.get('/v1/balance'), { type: 'api_connection_error' });
});
