import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSessions } from '../../packages/demo/src/server/session.ts';

const setup = (over: { accounts?: string[]; secret?: string; port?: number } = {}) => {
  const clock = { ms: 1_700_000_000_000 };
  const sessions = createSessions({
    secret: 'secret',
    port: 4242,
    accounts: ['acct_1', 'acct_2'],
    wall: () => clock.ms,
    ...over,
  });
  return { clock, sessions };
};

const carrying = (setCookie: string) =>
  new Request('http://localhost:4242/', {
    headers: { Cookie: `other=1; ${setCookie.slice(0, setCookie.indexOf(';'))}` },
  });

describe('a sign-in', () => {
  it('comes back from its cookie, which no script and no other site can use', async () => {
    const { sessions } = setup();
    const cookie = await sessions.begin({ account: 'acct_1', role: 'finance' });
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Lax/);
    assert.deepEqual(await sessions.read(carrying(cookie)), { account: 'acct_1', role: 'finance' });
  });

  it('ends after twelve hours, whatever the browser keeps', async () => {
    const { sessions, clock } = setup();
    const cookie = await sessions.begin({ account: 'acct_1', role: 'owner' });
    clock.ms += 12 * 3_600_000;
    assert.equal(await sessions.read(carrying(cookie)), null);
  });

  it('is none without a cookie, or with one that was changed', async () => {
    const { sessions } = setup();
    const cookie = await sessions.begin({ account: 'acct_1', role: 'viewer' });
    assert.equal(await sessions.read(new Request('http://localhost:4242/')), null);
    assert.equal(await sessions.read(carrying(cookie.replace('acct_1', 'acct_2'))), null);
    assert.equal(await sessions.read(carrying(cookie.replace('viewer', 'owner'))), null);
  });

  it('of another secret, another port or a seller who is gone is none', async () => {
    const cookie = await setup().sessions.begin({ account: 'acct_1', role: 'owner' });
    for (const over of [{ secret: 'other' }, { port: 4243 }, { accounts: ['acct_2'] }]) {
      assert.equal(await setup(over).sessions.read(carrying(cookie)), null);
    }
  });
});
