import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';
import { serveSandbox } from '@express-elements/sandbox/node';
import { freePort } from '../support/ports.ts';
import { setup } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/sandbox/src/cli.ts', import.meta.url));

/** Runs the command until it is ready or over. */
function run(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', cli, ...args]);
  let [out, error] = ['', ''];
  const done = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.includes('(DE)')) resolve();
    });
  });
  child.stderr.on('data', (part: Buffer) => (error += part.toString()));
  return { child, ready: Promise.race([ready, done]), done, out: () => out, error: () => error };
}

test('the official SDK talks to a served sandbox by host, port and protocol', async () => {
  const { sandbox, us } = setup({ transactions: 200 });
  const served = await serveSandbox(sandbox, { port: 0 });
  const { hostname, port } = new URL(served.url);
  const stripe = new Stripe('sk_test_sandbox', {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
  });
  const options = { stripeAccount: us.account };
  const { data } = await stripe.charges.list({ limit: 3 }, options);
  assert.equal(data.length, 3);
  const changed = await stripe.charges.update(
    data[0]?.id ?? '',
    { description: 'Über HTTP' },
    options,
  );
  assert.equal(changed.description, 'Über HTTP');
  const { url } = await stripe.accounts.createLoginLink(us.account);
  assert.equal(new URL(url).origin, served.url);
  assert.equal((await fetch(url)).status, 200);
  await served.close();
  await assert.rejects(fetch(served.url));
});

test('connect.js is served from the file that was built, and can be blocked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const script = join(folder, 'connect.js');
  await writeFile(script, 'window.StripeConnect = {};');
  const { sandbox } = setup({ transactions: 100 });
  const served = await serveSandbox(sandbox, { port: 0, connectScript: script });
  const answer = await fetch(`${served.url}/connect.js`);
  assert.match(answer.headers.get('Content-Type') ?? '', /javascript/);
  assert.equal(await answer.text(), 'window.StripeConnect = {};');
  sandbox.faults.scriptBlocked = true;
  assert.equal((await fetch(`${served.url}/connect.js`)).status, 503);
  sandbox.faults.reset();
  await rm(folder, { recursive: true });
  const missing = await fetch(`${served.url}/connect.js`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /Build it first/);
  await served.close();
});

test('a broken connection is one over HTTP, too', async () => {
  const { sandbox } = setup({ transactions: 100 });
  const served = await serveSandbox(sandbox, { port: 0 });
  sandbox.faults.offline = true;
  await assert.rejects(fetch(`${served.url}/v1/balance`));
  await served.close();
});

test('the command says where it is, and stops when told to', async () => {
  const port = await freePort();
  const { child, ready, done, out } = run(['--port', String(port), '--transactions', '100']);
  await ready;
  assert.match(out(), new RegExp(`^ready http://localhost:${port}\n`));
  assert.match(out(), /sk_test_sandbox/);
  const headers = { Authorization: 'Bearer sk_test_sandbox' };
  const world = await (await fetch(`http://localhost:${port}/sandbox/world`, { headers })).json();
  assert.ok(Math.abs(world.now - Date.now() / 1000) < 60, 'it runs with the clock');
  const second = run(['--port', String(port), '--transactions', '100']);
  assert.equal(await second.done, 1);
  assert.match(second.error(), new RegExp(`^Port ${port} is taken: .*\n$`));
  child.kill('SIGTERM');
  assert.equal(await done, 0);
});

for (const [args, sentence] of [
  [['--port', 'abc'], /^--port must be a whole number from 0 to 65535, not "abc"\.\n$/],
  [['--colour', 'red'], /^Unknown option '--colour'.* Usage: npm run sandbox.*\n$/],
  [['--latency', '-1'], /--latency/],
] as const) {
  test(`“${args.join(' ')}” ends in one sentence and code 1`, async () => {
    const { done, error } = run(args);
    assert.equal(await done, 1);
    assert.match(error(), sentence);
    assert.ok(!error().includes('    at '), 'no stack');
  });
}
