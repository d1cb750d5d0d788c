import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpressError, type SignIn } from '@express-elements/server';
import { checkAccount, visitorOf } from '../../../packages/server/src/auth/authorize.ts';
import { mayWrite } from '../../../packages/server/src/auth/writes.ts';
import { isLoginLink } from '../../../packages/server/src/routes/login-link.ts';
import { routeOf } from '../../../packages/server/src/routes/guards.ts';

const request = (headers: Record<string, string> = {}): Request =>
  new Request('https://shop.example/express/account', { headers });

test('anything but a sign-in is nobody', async () => {
  const good = { account: 'acct_1', role: 'owner' };
  const malformed: unknown[] = [
    null,
    undefined,
    false,
    true,
    'acct_1',
    {},
    { account: 'acct_1' },
    { role: 'owner' },
    { ...good, account: 'acct_../1' },
    { ...good, account: 'ACCT_1' },
    { ...good, account: `acct_${'a'.repeat(65)}` },
    { ...good, account: ['acct_1'] },
    { ...good, role: 7 },
    { ...good, viewer: '' },
    { ...good, via: 'magic' },
    { ...good, admin: true },
  ];
  for (const said of malformed)
    await assert.rejects(
      visitorOf(
        () => said as SignIn,
        request(),
        () => {},
      ),
      { code: 'not_signed_in' },
      JSON.stringify(said),
    );
});

test('a token counts only with the header that carries it', async () => {
  const authorize = (): SignIn => ({ account: 'acct_1', role: 'owner', via: 'token' });
  const without = await visitorOf(authorize, request(), () => {});
  const having = await visitorOf(authorize, request({ Authorization: 'Bearer x' }), () => {});
  assert.deepEqual([without.byToken, having.byToken], [false, true]);
  assert.equal(without.viewer, 'role:owner');
});

test('a host may say that a token has expired', async () => {
  const expired = (): never => {
    throw new ExpressError('token_expired', 'Sign in again.');
  };
  await assert.rejects(
    visitorOf(expired, request(), () => {}),
    { code: 'token_expired' },
  );
});

test('the write rule, case by case', () => {
  const origins = new Set(['https://app.example']);
  const may = (headers: Record<string, string>, byToken = false): boolean =>
    mayWrite(new Headers(headers), origins, byToken);
  assert.equal(may({ 'Sec-Fetch-Site': 'same-origin' }), true);
  assert.equal(may({ Origin: 'https://app.example' }), true);
  assert.equal(may({}, true), true);
  assert.equal(may({}), false);
  assert.equal(may({ 'Sec-Fetch-Site': 'same-site' }), false);
  assert.equal(may({ 'Sec-Fetch-Site': 'cross-site' }), false);
  assert.equal(may({ 'Sec-Fetch-Site': 'none' }), false);
  assert.equal(may({ Origin: 'null' }), false);
  assert.equal(may({ Origin: 'https://evil.example', Host: 'evil.example' }), false);
  assert.equal(may({ Origin: 'https://app.example.evil.example' }), false);
  assert.equal(may({ Origin: 'https://shop.example', 'X-Forwarded-Host': 'shop.example' }), false);
});

test('the expected account is a precondition and opens nothing', () => {
  checkAccount(undefined, 'acct_1');
  checkAccount('acct_1', 'acct_1');
  for (const other of ['acct_2', '', 'x'])
    assert.throws(() => checkAccount(other, 'acct_1'), { code: 'account_changed' });
});

test('a login link leads to Stripe, or to a stand-in set in code', () => {
  const link = (url: string, origins: string[] = []): boolean => isLoginLink(url, new Set(origins));
  assert.equal(link('https://connect.stripe.com/express/acct_1/x'), true);
  for (const url of [
    'http://connect.stripe.com/x',
    'https://connect.stripe.com.evil.example/x',
    'https://connect.stripe.com@evil.example/x',
    'https://user:pass@connect.stripe.com/x',
    'data:text/html,x',
    '//connect.stripe.com/x',
    '',
  ])
    assert.equal(link(url), false, url);
  assert.equal(link('http://127.0.0.1:9/x'), false);
  assert.equal(link('http://127.0.0.1:9/x', ['http://127.0.0.1:9']), true);
});

test('a route is known by its path, and a name is no id', () => {
  assert.equal(routeOf('/transactions/summary')?.path, '/transactions/summary');
  assert.equal(routeOf('/transactions/txn_1')?.path, '/transactions/{id}');
  assert.equal(routeOf('/openapi.json')?.path, '/openapi.json');
  for (const path of ['', '/', '/balance/', '/balance/x', '/openapi-json', '/transactions/a/b'])
    assert.equal(routeOf(path), null, path);
});
