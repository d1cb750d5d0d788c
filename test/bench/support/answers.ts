/** What a real host answers for one seller: recorded once a run, then given again by a function in the page. */
import { createSandbox, PUBLISHABLE_KEY, SECRET_KEY } from '@express-elements/sandbox';
import { createExpress, direct } from '@express-elements/server';
import Stripe from 'stripe';
import { hurried } from '../../server/support/hurried.ts';

/** Monday, 23 November 2026, 18:30 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 18, 30) / 1000;
const DAY = 86_400;

const questions = {
  account: 'account',
  balance: 'balance',
  activity: 'activity',
  summary: 'transactions/summary',
  sync: 'sync',
  earnings: `earnings?interval=day&from=${NOW - 400 * DAY}&to=${NOW}`,
} as const;

export type Recorded = Readonly<Record<keyof typeof questions, unknown>> & {
  readonly rows: readonly unknown[];
};

/** Pages of 100 until there are so many rows. */
async function rowsOf(ask: (question: string) => Promise<unknown>, count: number) {
  const rows: unknown[] = [];
  let cursor = '';
  while (rows.length < count) {
    const page = (await ask(`transactions?limit=100${cursor}`)) as {
      data: unknown[];
      next_cursor: string | null;
    };
    rows.push(...page.data);
    if (page.next_cursor === null) break;
    cursor = `&after=${encodeURIComponent(page.next_cursor)}`;
  }
  return rows;
}

/** Asks the server kit over the sandbox. */
export async function record(rows = 600): Promise<Recorded> {
  const { scheduler, wall } = hurried(1_000);
  const sandbox = createSandbox({ seed: 'market', now: NOW, wall });
  const express = createExpress({
    stripe: new Stripe(SECRET_KEY, {
      httpClient: Stripe.createFetchHttpClient(sandbox.fetch.bind(sandbox)),
    }),
    publishableKey: PUBLISHABLE_KEY,
    ledger: direct(),
    webhooks: 'none',
    authorize: () => ({
      account: sandbox.sellers[0]?.account ?? '',
      role: 'owner',
      viewer: 'bench',
    }),
    now: () => sandbox.now(),
    scheduler,
  });
  const ask = async (question: string): Promise<unknown> => {
    const answer = await express.fetch(new Request(`http://localhost/express/${question}`));
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`The endpoint refused ${question}: ${await answer.text()}`);
    return answer.json();
  };
  try {
    const answers: Record<string, unknown> = {};
    for (const [name, question] of Object.entries(questions)) answers[name] = await ask(question);
    return {
      ...(answers as Record<keyof typeof questions, unknown>),
      rows: await rowsOf(ask, rows),
    };
  } finally {
    await express.close();
    sandbox.close();
  }
}
