import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../../packages/sandbox/src/connect/shared/session.ts';
import type { SessionDeps } from '../../../packages/sandbox/src/connect/shared/session.ts';

const setup = (changes: Partial<SessionDeps> = {}) => {
  const clock = { now: 1_000_000 };
  const seen = { asked: 0, opened: 0 };
  const session = new Session({
    ask: async () => `accs_secret__${(seen.asked += 1)}`,
    open: async () => ({
      account: 'acct_1',
      components: {},
      expires_at: clock.now / 1000 + 600,
      livemode: false,
    }),
    now: () => clock.now,
    opened: () => (seen.opened += 1),
    ...changes,
  });
  return { session, clock, seen };
};

test('one secret serves every call while it lasts', async () => {
  const { session, clock, seen } = setup();
  const [first, second] = await Promise.all([session.current(), session.current()]);
  clock.now += 500_000;
  const third = await session.current();
  assert.equal(first.secret, second.secret);
  assert.equal(first.secret, third.secret);
  assert.deepEqual(seen, { asked: 1, opened: 1 });
});

test('a fresh secret is asked for shortly before the session ends', async () => {
  const { session, clock, seen } = setup();
  await session.current();
  clock.now += 541_000;
  const open = await session.current();
  assert.equal(open.secret, 'accs_secret__2');
  assert.equal(seen.opened, 2);
});

test('the secret that connect-js asked for early is used once', async () => {
  const { session, clock } = setup({ eager: Promise.resolve('accs_secret__eager') });
  assert.equal((await session.current()).secret, 'accs_secret__eager');
  clock.now += 10_000_000;
  assert.equal((await session.current()).secret, 'accs_secret__1');
});

test('a refused secret is asked for again', async () => {
  const { session } = setup();
  await session.refuse(await session.current());
  assert.equal((await session.current()).secret, 'accs_secret__2');
});

test('a failing fetchClientSecret is account_session_create_error, and tried again', async () => {
  let tries = 0;
  const { session } = setup({
    ask: async () => {
      tries += 1;
      if (tries === 1) throw new Error('offline');
      return 'accs_secret__late';
    },
  });
  await assert.rejects(session.current(), {
    type: 'account_session_create_error',
    message: 'offline',
  });
  assert.equal((await session.current()).secret, 'accs_secret__late');
});

test('an answer that is no secret is account_session_create_error', async () => {
  const { session } = setup({ ask: async () => ({ client_secret: 'x' }) });
  await assert.rejects(session.current(), { type: 'account_session_create_error' });
});

test('a secret of another account is refused', async () => {
  const accounts = ['acct_1', 'acct_2'];
  const { session, clock } = setup({
    open: async () => ({
      account: accounts.shift() ?? '',
      components: {},
      expires_at: 1100,
      livemode: false,
    }),
  });
  await session.current();
  clock.now = 1_099_900;
  await assert.rejects(session.current(), { message: /secret of acct_2, .* opened for acct_1/ });
});

test('nothing opens after the end', async () => {
  const { session, seen } = setup();
  session.end();
  await assert.rejects(session.current(), { type: 'authentication_error' });
  assert.equal(seen.asked, 0);
});
