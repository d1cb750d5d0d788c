import { syncSchema } from '@express-elements/contract';
import { createSandbox, type Sandbox } from '@express-elements/sandbox';
import { createExpress, direct, type Express, type LedgerFactory } from '@express-elements/server';
import { pglite } from '@express-elements/server/pglite';
import Stripe from 'stripe';
import * as v from 'valibot';
import { hurried } from '../server/support/hurried.ts';
import { percentile, rounded, times, type Bench, type Figure } from './bench.ts';

const start = Date.UTC(2026, 0, 15) / 1000;
const year = 365 * 86_400;
const runs = 40;

/** What a seller's pages ask, by what it is about. */
const questions = {
  'first page': 'transactions',
  'page by amount': 'transactions?sort=amount',
  'search, first page': 'transactions?q=rocket',
  summary: 'transactions/summary',
  'earnings, a year by day': `earnings?interval=day&from=${start - year}&to=${start}`,
} as const;

/**
 * Stripe allows 25 calls a second with test keys, and both ends keep to it; what is measured here is our own work, so
 * the seconds of those limits pass forty times as fast. So do the direct ledger's 30 seconds of keeping what it read.
 */
const { scheduler, wall } = hurried(40);

const host = (sandbox: Sandbox, ledger: LedgerFactory): Express =>
  createExpress({
    stripe: new Stripe('sk_test_sandbox', {
      httpClient: Stripe.createFetchHttpClient(sandbox.fetch.bind(sandbox)),
    }),
    publishableKey: 'pk_test_sandbox',
    authorize: () => ({
      account: sandbox.sellers[0]?.account ?? '',
      role: 'owner',
      viewer: 'bench',
    }),
    ledger,
    webhooks: 'none',
    now: () => sandbox.now(),
    scheduler,
  });

async function ask(express: Express, question: string): Promise<unknown> {
  const answer = await express.fetch(new Request(`http://localhost/express/${question}`));
  if (!answer.ok) throw new Error(`The endpoint refused ${question}: ${await answer.text()}`);
  return answer.json();
}

/** Imports everything. @returns rows a second */
async function fill(express: Express): Promise<number> {
  const started = performance.now();
  await ask(express, 'transactions');
  for (;;) {
    await express.tick({ budget_ms: 1_000 });
    const sync = v.parse(syncSchema, await ask(express, 'sync'));
    if (sync.phase === 'current') return (sync.rows / (performance.now() - started)) * 1000;
  }
}

async function measure(express: Express): Promise<ReadonlyMap<string, number>> {
  const taken = new Map<string, number>();
  for (const [figure, question] of Object.entries(questions)) {
    taken.set(figure, percentile(await times(runs, () => ask(express, question)), 0.95));
  }
  return taken;
}

/** The same questions to both ledgers, over the same world: how long a seller waits, and how the two compare. */
export const bench: Bench = {
  about: 'the questions of a page, to the direct ledger and to PGlite',
  async run(report: (figure: Figure) => void) {
    const sandbox = createSandbox({ seed: 'bench', now: start, wall });
    const sql = host(sandbox, pglite('memory://'));
    const plain = host(sandbox, direct({ max_rows: 1_000_000 }));
    const value = rounded(await fill(sql));
    report({ figure: 'import, without the limits', value, unit: 'rows/s' });
    const [kept, read] = [await measure(sql), await measure(plain)];
    for (const [figure, value] of kept) {
      const peer = read.get(figure) ?? Number.NaN;
      report({ figure: `${figure}, PGlite, p95`, value: rounded(value), unit: 'ms' });
      report({ figure: `${figure}, direct, p95`, value: rounded(peer), unit: 'ms' });
      report({ figure, value: rounded(value / peer), unit: 'x', peer: 'direct' });
    }
    await Promise.all([sql.close(), plain.close()]);
    sandbox.close();
  },
};
