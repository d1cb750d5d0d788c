import { parseArgs } from 'node:util';
import { createSandbox, SECRET_KEY, PUBLISHABLE_KEY } from './index.ts';
import { serveSandbox } from './node.ts';

/** `npm run sandbox`: Stripe's API and connect.js at a port of this machine, in a world that runs with the clock. */

/** Something that a sentence explains better than a stack trace. */
class Problem extends Error {}

const DEFAULT_PORT = '4243';
const usage = 'Usage: npm run sandbox -- --port P [--seed S] [--transactions N] [--latency MS]';

function flags() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        seed: { type: 'string', default: 'market' },
        transactions: { type: 'string' },
        latency: { type: 'string', default: '0' },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

function whole(name: string, text: string, high: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= high) return value;
  throw new Problem(`--${name} must be a whole number from 0 to ${high}, not "${text}".`);
}

/** The port is taken, or not ours to take: the two that people meet. */
function explain(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} is taken: another program listens there. Choose one with --port.`,
    );
  }
  if (code === 'EACCES') {
    return new Problem(
      `Port ${port} may not be used by this user. Choose one above 1023 with --port.`,
    );
  }
  return error;
}

async function main(): Promise<void> {
  const values = flags();
  const port = whole('port', values.port, 65_535);
  const sandbox = createSandbox({
    seed: values.seed,
    latency: whole('latency', values.latency, 60_000),
    running: true,
    ...(values.transactions === undefined
      ? {}
      : { transactions: whole('transactions', values.transactions, 5_000_000) }),
  });
  const served = await serveSandbox(sandbox, { port }).catch((error: unknown) => {
    sandbox.close();
    throw explain(error, port);
  });
  const stop = () => {
    sandbox.close();
    void served.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `ready ${served.url}\nsecret key ${SECRET_KEY}, publishable key ${PUBLISHABLE_KEY}\n`,
  );
  for (const { account, name, country } of sandbox.sellers) {
    process.stdout.write(`${account} ${name} (${country})\n`);
  }
}

main().catch((error: unknown) => {
  const text = error instanceof Problem ? error.message : error;
  process.stderr.write(`${text instanceof Error ? text.stack : String(text)}\n`);
  process.exitCode = 1;
});
