import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  SettingError,
  settingsOf,
  type Environment,
} from '../../packages/demo/src/server/settings.ts';

const stripe = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_ACCOUNT: 'acct_1',
} as const;

describe('settings', () => {
  it('are the sandbox on port 4242 with an embedded ledger where nothing is set', () => {
    assert.deepEqual(settingsOf({}), {
      port: 4242,
      data: '.data',
      reset: false,
      start: null,
      ledger: { kind: 'pglite' },
      stripe: { kind: 'sandbox' },
    });
  });

  it('are Stripe itself where its three are set', () => {
    assert.deepEqual(settingsOf(stripe).stripe, {
      kind: 'outside',
      secretKey: 'sk_test_1',
      publishableKey: 'pk_test_1',
      account: 'acct_1',
      apiBase: null,
      connectUrl: null,
      webhookSecret: null,
    });
  });

  it('take Postgres by its URL, and no database with the direct ledger', () => {
    const url = 'postgres://user:word@localhost:5432/market';
    assert.deepEqual(settingsOf({ DATABASE_URL: url }).ledger, { kind: 'postgres', url });
    assert.deepEqual(settingsOf({ EXPRESS_LEDGER: 'direct' }).ledger, { kind: 'direct' });
  });

  it('take what is empty as not set', () => {
    assert.equal(settingsOf({ PORT: '', STRIPE_SECRET_KEY: ' ' }).port, 4242);
  });

  it('take --reset', () => {
    assert.equal(settingsOf({}, ['--reset']).reset, true);
  });
});

const wrong: readonly [name: string, env: Environment, args?: readonly string[]][] = [
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['EXPRESS_NOW', { EXPRESS_NOW: 'yesterday' }],
  ['EXPRESS_LEDGER', { EXPRESS_LEDGER: 'mysql' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/market' }],
  ['DATABASE_URL', { DATABASE_URL: 'market' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/market', EXPRESS_LEDGER: 'direct' }],
  ['STRIPE_SECRET_KEY', { ...stripe, STRIPE_SECRET_KEY: undefined }],
  ['STRIPE_PUBLISHABLE_KEY', { ...stripe, STRIPE_PUBLISHABLE_KEY: undefined }],
  ['STRIPE_ACCOUNT', { ...stripe, STRIPE_ACCOUNT: undefined }],
  ['STRIPE_SECRET_KEY', { ...stripe, STRIPE_SECRET_KEY: 'sk_live_1' }],
  ['STRIPE_SECRET_KEY', { ...stripe, STRIPE_SECRET_KEY: 'rk_live_1' }],
  ['STRIPE_SECRET_KEY', { ...stripe, STRIPE_SECRET_KEY: 'pk_test_1' }],
  ['STRIPE_PUBLISHABLE_KEY', { ...stripe, STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }],
  ['STRIPE_PUBLISHABLE_KEY', { ...stripe, STRIPE_PUBLISHABLE_KEY: 'sk_test_1' }],
  ['STRIPE_ACCOUNT', { ...stripe, STRIPE_ACCOUNT: 'shop' }],
  ['STRIPE_API_BASE', { ...stripe, STRIPE_API_BASE: 'localhost:4000' }],
  ['CONNECT_JS_URL', { ...stripe, CONNECT_JS_URL: 'connect.js' }],
  ['STRIPE_WEBHOOK_SECRET', { ...stripe, STRIPE_WEBHOOK_SECRET: 'secret' }],
  ['STRIPE_SECRET_KEY', { STRIPE_API_BASE: 'http://localhost:4000' }],
  ['--rest', {}, ['--rest']],
];

describe('a wrong setting', () => {
  for (const [name, env, args] of wrong) {
    const given = Object.entries(env).filter(([, value]) => value !== undefined);
    it(`is one sentence that names ${name}: ${JSON.stringify(Object.fromEntries(given))}`, () => {
      assert.throws(
        () => settingsOf(env, args),
        (error) =>
          error instanceof SettingError &&
          error.setting === name &&
          error.message.includes(name) &&
          /^[^\n]+\.$/.test(error.message),
      );
    });
  }

  it('never repeats a password', () => {
    assert.throws(
      () => settingsOf({ DATABASE_URL: 'mysql://user:hunter2@localhost/market' }),
      (error) => error instanceof SettingError && !error.message.includes('hunter2'),
    );
  });
});
