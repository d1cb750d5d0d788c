import type { AccountAnswer, Summary, Sync, Transactions } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-transactions';
import { changed, failing, offline, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';
import type { Answer } from './support/stack.ts';

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
