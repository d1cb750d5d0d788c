/** What a host sees: how it starts, what its settings change, and Node's own server in front. */
import assert from 'node:assert/strict';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createExpress, defaultRoles, direct, type ExpressOptions } from '@express-elements/server';
import { toNode } from '@express-elements/server/node';
import { makeWorld, ORIGIN, sdkFor, type World } from './suite/world.ts';

let world: World;
before(async () => {
  world = await makeWorld({ ledger: () => direct() }, { transactions: 200 });
});
after(() => world.close());

/** A host over the same sandbox with other settings, everybody signed in as the first seller. */
function hostWith(over: Partial<ExpressOptions>) {
  const logs: string[] = [];
  const express = createExpress({
    stripe: world.stripe,
    publishableKey: 'pk_test_sandbox',
    authorize: () => ({ account: world.account(0), role: 'owner' }),
    now: () => world.sandbox.now(),
    scheduler: world.clock.scheduler,
    log: (level, message, facts) => logs.push(`${level} ${message} ${JSON.stringify(facts)}`),
    ...over,
  });
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    express.fetch(new Request(`${ORIGIN}/express${path}`, init));
  const write = (path: string, body: unknown): Promise<Response> =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    });
  return { express, ask, write, logs };
}

test('a key that Stripe does not know ends in one sentence that names the setting', async () => {
  const { express, ask, logs } = hostWith({ stripe: sdkFor(world.sandbox, 'sk_test_wrong') });
  await assert.rejects(express.ready(), /does not accept the secret key/);
  const response = await ask('/account');
  assert.equal(response.status, 503);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  assert.equal(error.code, 'unavailable');
  assert.doesNotMatch(error.message, /key/);
  assert.ok(logs.some((line) => line.includes('secret key')));
  assert.ok(!logs.join().includes('sk_test_wrong'));
});

test('a publishable key of the other mode ends so too', async () => {
  const { express } = hostWith({ publishableKey: 'pk_live_x' });
  await assert.rejects(
    express.ready(),
    /`publishableKey` is a live key and the secret key a test one/,
  );
});

test('a start that failed is tried again at the next request', async () => {
  let starts = 0;
  const { ask } = hostWith({
    ledger: (deps) => ({
      ...direct()(deps),
      start: async () => {
        starts += 1;
        if (starts === 1) throw new Error('the database is down');
      },
    }),
  });
  assert.equal((await ask('/account')).status, 500);
  assert.equal((await ask('/account')).status, 200);
  assert.equal((await ask('/account')).status, 200);
  assert.equal(starts, 2);
});

test('an account that is not this platform’s is unavailable', async () => {
  const { ask } = hostWith({ authorize: () => ({ account: 'acct_1Stranger', role: 'owner' }) });
  for (const path of ['/account', '/balance', '/transactions']) {
    const response = await ask(path);
    assert.equal(response.status, 403, path);
    assert.match(await response.text(), /account_unavailable/);
  }
});

test('a feature that Stripe refuses takes its component with it, and the rest of the session stays', async () => {
  const { owner } = defaultRoles;
  const { write, logs } = hostWith({
    roles: {
      owner: {
        ...owner,
        components: {
          payouts_list: {},
          account_management: {
            disable_stripe_user_authentication: false,
            external_account_collection: false,
          },
        },
      },
    },
  });
  const response = await write('/account-session', {});
  assert.equal(response.status, 200);
  const { components } = (await response.json()) as {
    components: Record<string, { enabled: boolean }>;
  };
  assert.equal(components['payouts_list']?.enabled, true);
  assert.equal(components['account_management']?.enabled, false);
  assert.ok(logs.some((line) => line.startsWith('warn') && line.includes('account_management')));
});

test('a switch that is off is off for everybody', async () => {
  const { ask, write } = hostWith({ features: { refunds: false, prefunding: false } });
  const session = await write('/account-session', {});
  const { components } = (await session.json()) as {
    components: Record<string, { features: Record<string, boolean> }>;
  };
  assert.equal(components['payments']?.features['refund_management'], false);
  assert.equal(components['payments']?.features['dispute_management'], true);
  const { currencies } = (await (await ask('/balance')).json()) as {
    currencies: { prefunding: unknown }[];
  };
  assert.equal(currencies[0]?.prefunding, null);
});

test('the host’s own words stand in place of the charge’s, and are searched', async () => {
  const { ask } = hostWith({
    describe: (one) => (one.type === 'charge' ? `Sale ${one.amount}` : null),
    platform: { displayName: 'Otter Market', iconUrl: '/icon.svg' },
  });
  const { data } = (await (await ask('/transactions?type[]=charge&limit=1')).json()) as {
    data: { description: string; amount: number }[];
  };
  assert.equal(data[0]?.description, `Sale ${data[0]?.amount}`);
  const found = await (await ask(`/transactions/summary?q=sale%20${data[0]?.amount}`)).json();
  assert.ok((found as { count: number }).count > 0);
  const { platform } = (await (await ask('/account')).json()) as { platform: object };
  assert.deepEqual(platform, {
    display_name: 'Otter Market',
    icon_url: '/icon.svg',
    support_url:
      (await world.stripe.accounts.retrieveCurrent()).business_profile?.support_url ?? null,
  });
});

test('a sign-in that throws is an error of the server, and says nothing', async () => {
  const { ask } = hostWith({
    authorize: () => {
      throw new Error('the session store at 10.0.0.7 is down');
    },
  });
  const response = await ask('/account');
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /10\.0\.0\.7/);
});

test('another base moves every route', async () => {
  const { express } = hostWith({ base: '/api/v1/money' });
  const at = async (path: string): Promise<number> =>
    (await express.fetch(new Request(`${ORIGIN}${path}`))).status;
  assert.equal(await at('/api/v1/money/account'), 200);
  assert.equal(await at('/express/account'), 404);
  assert.equal(await at('/api/v1/money'), 404);
  assert.equal(await at('/api/v1/moneyaccount'), 404);
});

test('Node’s own server answers, streams, and hears of a reader that leaves', async () => {
  const { express } = hostWith({});
  const server = createServer(toNode(express));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}/express`;
  const answer = await fetch(`${base}/account`);
  assert.equal(answer.headers.get('Express-Account'), world.account(0));
  const csv = await (await fetch(`${base}/transactions/export`)).text();
  assert.ok(csv.split('\r\n').length > 200);
  const leaving = new AbortController();
  const stream = await fetch(`${base}/transactions/export`, { signal: leaving.signal });
  assert.equal(stream.status, 200);
  leaving.abort();
  await assert.rejects(stream.text(), { name: 'AbortError' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a body that was parsed before it came here is refused clearly', async () => {
  const { express } = hostWith({});
  const handle = toNode(express);
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => void handle(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const text = await new Promise<string>((resolve, reject) => {
    const sent = httpRequest(
      { port, host: '127.0.0.1', path: '/express/webhooks', method: 'POST' },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve(body));
      },
    );
    sent.on('error', reject);
    sent.end('{}');
  });
  assert.match(text, /before any body parser/);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
