import type { AccountAnswer, Summary, Sync, Transactions } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-transactions';
import { changed, failing, offline, pending } from './support/answers.ts';
import { element, inPage, readyIn } from './support/page.ts';
import { endpoint, fetchFor, newest, type Answer } from './support/stack.ts';

const meta: Meta = {
  title: 'express-transactions',
  component: 'express-transactions',
  render: () => element('express-transactions'),
};
export default meta;

const noRows = changed<Transactions>('transactions', (list) => ({
  ...list,
  data: [],
  next_cursor: null,
  previous_cursor: null,
  covers: { from: null, complete: true },
}));
const noSums = changed<Summary>('summary', () => ({
  count: 0,
  sums: [],
  by_category: [],
  covers: { from: null, complete: true },
}));
const nothing = { '/transactions': noRows, '/transactions/summary': noSums };

// Only the SQL ledger imports: its answers stand in for the direct one's.
const since = Date.UTC(2026, 2, 2) / 1000;
const imports = changed<AccountAnswer>('account', (answer) => ({
  ...answer,
  capabilities: { ...answer.capabilities, sync: true },
}));
const importing: Answer = async (request, host) => {
  const { headers } = await host(new Request(new URL('/express/account', request.url)));
  const sync: Sync = {
    phase: 'importing',
    rows: 38_204,
    windows: { done: 62, total: 100 },
    rows_per_second: 950,
    seconds_left: 40,
    covers: { from: since, complete: false },
  };
  return new Response(JSON.stringify(sync), { headers });
};
const partly = changed<Summary>('summary', (summary) => ({
  ...summary,
  covers: { from: since, complete: false },
}));

const noRowsYet = { count: 0, sums: [], by_category: [] };

/** The e-mail of who paid last. */
async function someCustomer(): Promise<string> {
  const ask = fetchFor({ seller: 0, role: 'owner' }, {});
  const url = new URL(`${endpoint}/transactions?category[]=payment`, location.href);
  const { data }: Transactions = await (await ask(new Request(url))).json();
  return data.find(({ customer }) => customer?.email)?.customer?.email ?? '';
}

/** The list of a seller's newest payout. */
const ofPayout = (seller: number, summary?: Answer, rows?: Answer): StoryObj => ({
  loaders: [async () => ({ payout: (await newest('payouts', seller))['id'] })],
  render: (_, { loaded }) => element('express-transactions', { payout: String(loaded['payout']) }),
  decorators: [
    inPage({
      signIn: { seller },
      answers: {
        ...(summary && { '/transactions/summary': summary }),
        ...(rows && { '/transactions': rows }),
      },
    }),
  ],
});

export const All: StoryObj = { decorators: [inPage()] };
export const Euro: StoryObj = { decorators: [inPage({ signIn: { seller: 2 } })] };
export const Yen: StoryObj = { decorators: [inPage({ signIn: { seller: 1 } })] };
export const Filtered: StoryObj = {
  render: () => element('express-transactions', { category: 'payment refund', period: 'last28' }),
  decorators: [inPage()],
};
export const Searched: StoryObj = {
  render: () => element('express-transactions', { query: 'order 1' }),
  decorators: [inPage()],
};
export const OneCustomer: StoryObj = {
  loaders: [async () => ({ customer: await someCustomer() })],
  render: (_, { loaded }) =>
    element('express-transactions', { customer: String(loaded['customer']) }),
  decorators: [inPage({ signIn: { seller: 0 } })],
};
/** What a payout is made of adds up to it. */
export const OnePayout: StoryObj = ofPayout(2);
/** A payout whose amount was chosen by hand. */
export const PayoutByHand: StoryObj = ofPayout(1);
/** What lies between the rows and the payout has a name each. */
export const PayoutWithDifferences: StoryObj = ofPayout(
  2,
  changed<Summary>('summary', (summary) => {
    const { payout_parts: parts } = summary;
    if (!parts?.rows) return summary;
    const { count, net } = parts.rows;
    const differences = [
      { reason: 'fee' as const, amount: -150 },
      { reason: 'balance' as const, amount: -4200 },
    ];
    const amount = net - 4350;
    return {
      ...summary,
      payout_parts: { ...parts, amount, rows: { count, net }, differences },
    };
  }),
);
export const PayoutInProgress: StoryObj = ofPayout(
  2,
  changed<Summary>('summary', (summary) => ({
    ...summary,
    ...noRowsYet,
    ...(summary.payout_parts && {
      payout_parts: {
        ...summary.payout_parts,
        status: 'pending',
        state: 'in_progress' as const,
        rows: null,
        differences: [],
      },
    }),
  })),
  noRows,
);
/** Columns of the host's choice, one of them its own. */
export const Columns: StoryObj = {
  render: () =>
    element('express-transactions', {
      columns: 'date description metadata:order_id customer type net status',
    }),
  decorators: [inPage()],
};
/** The seller chooses columns. */
export const ChoosingColumns: StoryObj = {
  decorators: [inPage()],
  play: async ({ canvasElement }) => {
    const root = await readyIn(canvasElement, 'express-transactions');
    root.querySelector<HTMLElement>('[part=columns]')?.click();
  },
};
/** Rows are selected: what they come to, over the totals. */
export const Selected: StoryObj = {
  decorators: [inPage()],
  play: async ({ canvasElement }) => {
    const root = await readyIn(canvasElement, 'express-transactions');
    for (const box of [...root.querySelectorAll<HTMLElement>('.pick')].slice(1, 4)) box.click();
  },
};
export const Short: StoryObj = {
  render: () => element('express-transactions', { limit: '5' }),
  decorators: [inPage()],
};
export const Plain: StoryObj = {
  render: () =>
    element('express-transactions', {
      limit: '5',
      'without-filters': '',
      'without-summary': '',
      'without-export': '',
    }),
  decorators: [inPage()],
};
export const Loading: StoryObj = {
  decorators: [inPage({ answers: { '/transactions': pending, '/transactions/summary': pending } })],
};
export const Importing: StoryObj = {
  decorators: [
    inPage({
      answers: { '/account': imports, '/sync': importing, '/transactions/summary': partly },
    }),
  ],
};
export const NothingYet: StoryObj = { decorators: [inPage({ answers: nothing })] };
export const NothingMatches: StoryObj = {
  render: () => element('express-transactions', { query: 'mensha' }),
  decorators: [inPage({ answers: nothing })],
};
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/transactions': failing(502, 'stripe_error', 'api') } })],
};
export const Offline: StoryObj = {
  decorators: [inPage({ answers: { '/transactions': offline } })],
};
/** Support sees payments, refunds and disputes only. */
export const ForSupport: StoryObj = { decorators: [inPage({ signIn: { role: 'support' } })] };
