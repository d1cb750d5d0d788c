import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSandbox } from '@express-elements/sandbox';
import { serveSandbox } from '@express-elements/sandbox/node';
import { freePort } from '../support/ports.ts';
import { finish } from '../support/process.ts';
import { start, temporaryFolder } from './support.ts';

const main = 'packages/demo/src/server/main.ts';

/** What a demo that does not start says: one sentence, and a code that is not 0. */
async function refusal(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const { code, output } = await finish([main, ...args], env);
  assert.notEqual(code, 0);
  const said = output.trim();
  assert.match(said, /^[^\n]+\.$/, said);
  return said;
}

describe('a setting that cannot be used ends the start with a sentence that names it', () => {
  const folder = temporaryFolder();
  const opened: { far?: { url: string; close(): Promise<void> | void }; taken?: Server } = {};
  let outside: Record<string, string> = {};
  let takenPort = 0;

  before(async () => {
    const sandbox = createSandbox({ now: start, transactions: 50 });
    const far = await serveSandbox(sandbox, { port: 0 });
    opened.far = far;
    outside = {
      PORT: '0',
      EXPRESS_DATA: folder,
      EXPRESS_LEDGER: 'direct',
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
      STRIPE_ACCOUNT: sandbox.sellers[0]?.account ?? '',
      STRIPE_API_BASE: far.url,
    };
    takenPort = await freePort();
    const taken = createServer();
    opened.taken = taken;
    await new Promise<void>((resolve) => taken.listen(takenPort, '127.0.0.1', resolve));
  });
  after(async () => {
    await opened.far?.close();
    opened.taken?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows: readonly [title: string, name: string, env: () => Record<string, string>][] = [
    ['a live key', 'STRIPE_SECRET_KEY', () => ({ STRIPE_SECRET_KEY: 'sk_live_1' })],
    ['a key alone', 'STRIPE_PUBLISHABLE_KEY', () => ({ STRIPE_SECRET_KEY: 'sk_test_1' })],
    [
      'a key that Stripe does not know',
      'STRIPE_SECRET_KEY',
      () => ({ ...outside, STRIPE_SECRET_KEY: 'sk_test_wrong' }),
    ],
    [
      'the publishable key of the other mode',
      'STRIPE_PUBLISHABLE_KEY',
      () => ({ ...outside, STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }),
    ],
    [
      'an account of somebody else',
      'STRIPE_ACCOUNT',
      () => ({ ...outside, STRIPE_ACCOUNT: 'acct_unknown' }),
    ],
    [
      'an API that does not answer',
      'STRIPE_API_BASE',
      () => ({ ...outside, STRIPE_API_BASE: `http://127.0.0.1:${takenPort + 1}` }),
    ],
    ['a port that is taken', 'PORT', () => ({ PORT: String(takenPort), EXPRESS_DATA: folder })],
    [
      'a folder that cannot be written',
      'EXPRESS_DATA',
      () => {
        const file = join(folder, 'file');
        writeFileSync(file, '');
        return { PORT: '0', EXPRESS_DATA: join(file, 'data') };
      },
    ],
    [
      'a database that is down',
      'DATABASE_URL',
      () => ({
        PORT: '0',
        EXPRESS_DATA: folder,
        DATABASE_URL: `postgres://u:hunter2@127.0.0.1:${takenPort + 1}/market`,
      }),
    ],
  ];
  for (const [title, name, env] of rows) {
    it(`${title}: ${name}`, async () => {
      const said = await refusal(env());
      assert.ok(said.includes(name), said);
      assert.ok(!said.includes('hunter2'));
    });
  }
});
