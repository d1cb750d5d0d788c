import { createSandbox } from '@express-elements/sandbox';
import { hurried } from '../server/support/hurried.ts';
import { percentile, rounded, times, type Bench } from './bench.ts';

const secret = { Authorization: 'Bearer sk_test_sandbox' };
const start = Date.UTC(2026, 0, 15) / 1000;

/** How long the stand-in takes to begin, and to answer as Stripe would. */
export const bench: Bench = {
  about: 'the stand-in: a new world, a page of a list',
  async run(report) {
    const made = await times(5, async (run) => {
      createSandbox({ seed: `bench-${run}`, now: start }).close();
    });
    report({ figure: 'default world', value: rounded(percentile(made, 0.5)), unit: 'ms' });

    // The stand-in limits calls as Stripe does; that is not what is measured.
    const { wall } = hurried(10_000);
    const sandbox = createSandbox({ seed: 'bench', now: start, wall });
    const account = sandbox.sellers[0]?.account ?? '';
    const headers = { ...secret, 'Stripe-Account': account };
    const list = async (query: string): Promise<void> => {
      const answer = await sandbox.fetch(`https://api.stripe.com/v1/${query}`, { headers });
      if (!answer.ok) throw new Error(`The stand-in refused ${query}: ${await answer.text()}`);
      await answer.json();
    };
    for (const query of [
      'balance_transactions?limit=100',
      'balance_transactions?limit=100&expand[]=data.source',
      'balance',
    ]) {
      const taken = await times(100, () => list(query));
      report({ figure: `GET ${query}, p95`, value: rounded(percentile(taken, 0.95)), unit: 'ms' });
    }
    sandbox.close();
  },
};
