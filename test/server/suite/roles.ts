/** What each role may, and how a write must come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, routes, type RouteName } from '@express-elements/contract';
import type { World } from './world.ts';
import { START } from './world.ts';

type RoleName = (typeof roles)[number];

/** Which roles may do what: every other one is refused. */
const matrix: readonly (readonly [string, readonly RoleName[]])[] = [
  ['GET /account', ['owner', 'finance', 'support', 'viewer']],
  ['GET /balance', ['owner', 'finance', 'viewer']],
  ['GET /transactions', ['owner', 'finance', 'support', 'viewer']],
  ['GET /transactions/summary', ['owner', 'finance', 'support', 'viewer']],
  ['GET /transactions/export', ['owner', 'finance']],
  [`GET /earnings?interval=day&from=${START - 86_400}&to=${START}`, ['owner', 'finance', 'viewer']],
  ['GET /activity', ['owner', 'finance', 'support', 'viewer']],
  ['POST /account-session', ['owner', 'finance', 'support', 'viewer']],
  ['POST /login-link', ['owner']],
];

export function rolesSuite(world: () => World): void {
  test('each role may what the table says, and is refused the rest', async () => {
    for (const [line, allowed] of matrix)
      for (const role of [...roles, 'intern', 'constructor'] as const) {
        const [method, path] = line.split(' ') as [string, string];
        const client = world().as(0, role);
        const response = await (method === 'GET' ? client.fetch(path) : client.post(path, {}));
        const may = allowed.some((name) => name === role);
        assert.equal(response.status, may ? 200 : 403, `${role}: ${line}`);
        await response.text();
      }
  });

  test('who may not see what is asked for early is answered nothing', async () => {
    for (const path of ['/balance', '/transactions'])
      for (const role of roles) {
        const response = await world().as(0, role).fetch(`${path}?early=true`);
        const may = matrix.find(([line]) => line === `GET ${path}`)?.[1].includes(role);
        assert.equal(response.status, may ? 200 : 204, `${role}: ${path}`);
        assert.equal((await response.text()) === '', !may, `${role}: ${path}`);
      }
    assert.equal((await world().as(0, 'intern').fetch('/balance?early=true')).status, 403);
    assert.equal((await world().as(0, 'support').fetch('/balance?early=false')).status, 403);
  });

  test('what a role may not is not in its capabilities either', async () => {
    for (const role of roles) {
      const { capabilities } = await world().as(0, role).get('account');
      const may = (line: string): boolean =>
        matrix.find(([one]) => one.startsWith(line))?.[1].includes(role) ?? false;
      assert.equal(capabilities.balance, may('GET /balance'));
      assert.equal(capabilities.earnings !== null, may('GET /earnings'));
      assert.equal(capabilities.transactions?.export, may('GET /transactions/export'));
      assert.equal(capabilities.login_link, may('POST /login-link'));
      const session = await world().as(0, role).post('/account-session', {});
      const { components } = await world().as(0, role).answer('accountSession', session);
      const granted = Object.keys(components).filter((name) => components[name]?.enabled);
      assert.deepEqual(capabilities.components.toSorted(), granted.toSorted());
    }
  });

  test('support sees payments, refunds and disputes only, whatever it asks for', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const support = world().as(seller, 'support');
      const seen = new Set(['payment', 'refund', 'dispute']);
      const { by_category } = await support.get('summary');
      assert.ok(by_category.every(({ category }) => seen.has(category)));
      const { data } = await support.get('transactions', '?limit=100');
      assert.ok(data.every(({ category }) => seen.has(category)));
      const payouts = await support.get('transactions', '?category[]=payout');
      assert.deepEqual(payouts.data, []);
      const owners = await world().as(seller).get('transactions', '?category[]=payout&limit=1');
      const hidden = await support.refused(`/transactions/${owners.data[0]!.id}`);
      assert.equal(hidden.status, 404);
      const { data: items, needs_you } = await support.get('activity', '?limit=100');
      assert.ok(items.every(({ kind }) => /^(payment|refund|dispute)_/.test(kind)));
      assert.ok(needs_you.every(({ kind }) => kind === 'dispute_evidence_due'));
    }
  });

  test('a session grants what the role may, and nothing that moves money elsewhere', async () => {
    const granted = async (role: RoleName) => {
      const response = await world().as(0, role).post('/account-session', {});
      const { components, expires_in, account } = await world()
        .as(0)
        .answer('accountSession', response);
      assert.equal(account, world().account(0));
      assert.ok(expires_in > 0);
      return components;
    };
    const owner = await granted('owner');
    assert.equal(owner['balances']?.features?.['standard_payouts'], true);
    assert.equal(owner['payments']?.features?.['refund_management'], true);
    for (const role of ['finance', 'viewer', 'support'] as const) {
      const components = await granted(role);
      for (const name of [
        'balances',
        'payouts',
        'account_management',
        'account_onboarding',
        'notification_banner',
      ])
        assert.notEqual(components[name]?.enabled, true, `${role} ${name}`);
    }
    const finance = await granted('finance');
    assert.equal(finance['payments']?.enabled, true);
    assert.ok(Object.values(finance['payments']?.features ?? {}).every((on) => !on));
    const support = await granted('support');
    assert.equal(support['payments']?.features?.['refund_management'], true);
    assert.equal(support['payments']?.features?.['capture_payments'], false);
  });

  test('a write comes from our own page, from a listed origin, or with a token', async () => {
    const client = world().as(0);
    const status = async (headers: Record<string, string>, who = client): Promise<number> => {
      const init = { method: 'POST', body: '{}' };
      const all = { 'Content-Type': 'application/json', ...headers };
      return (await who.fetch('/account-session', { ...init, headers: all })).status;
    };
    assert.equal(await status({}), 403);
    assert.equal(await status({ 'Sec-Fetch-Site': 'same-site' }), 403);
    assert.equal(await status({ Origin: 'null' }), 403);
    assert.equal(await status({ Origin: 'https://shop.example', Host: 'shop.example' }), 403);
    assert.equal(await status({ Origin: 'https://app.example' }), 200);
    assert.equal(await status({ 'Sec-Fetch-Site': 'same-origin' }), 200);
    const token = world().as(0, 'owner', { via: 'token' });
    assert.equal(await status({}, token), 403);
    assert.equal(await status({ Authorization: 'Bearer x' }, token), 200);
    assert.equal((await client.refused('/login-link', { method: 'POST' })).code, 'bad_origin');
  });

  test('a body is JSON, of the right shape, and small', async () => {
    const client = world().as(0);
    const refused = async (path: string, body: string, type = 'application/json') => {
      const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' };
      const error = await client.refused(path, { method: 'POST', body, headers });
      return [error.status, error.code];
    };
    const session = routes.accountSession.path;
    assert.deepEqual(await refused(session, '{}', 'text/plain'), [415, 'unsupported_media_type']);
    assert.deepEqual(await refused(session, '{}', 'application/vnd.x+json'), [
      415,
      'unsupported_media_type',
    ]);
    assert.deepEqual(await refused(session, '{'), [400, 'invalid_body']);
    assert.deepEqual(await refused(session, '[]'), [400, 'invalid_body']);
    assert.deepEqual(await refused(session, '{"account":"acct_1"}'), [400, 'invalid_body']);
    assert.deepEqual(await refused('/login-link', '{'), [400, 'invalid_body']);
    assert.deepEqual(await refused('/login-link', '{}', 'text/plain'), [
      415,
      'unsupported_media_type',
    ]);
    assert.deepEqual(await refused(session, `"${'x'.repeat(70_000)}"`), [413, 'too_large']);
  });

  test('a login link is minted anew for each click, by form or by script', async () => {
    const client = world().as(0);
    const json = await client.answer(
      'loginLink' satisfies RouteName,
      await client.post('/login-link', {}),
    );
    const form = (account: string): Promise<Response> =>
      client.fetch('/login-link', {
        method: 'POST',
        body: new URLSearchParams({ expected_account: account }).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
        },
      });
    const followed = await form(world().account(0));
    assert.equal(followed.status, 303);
    assert.notEqual(followed.headers.get('Location'), json.url);
    assert.equal((await form(world().account(1))).status, 409);
  });
}
