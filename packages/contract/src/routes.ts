import type { GenericSchema } from 'valibot';
import { accountSchema } from './account.ts';
import { accountSessionBodySchema, accountSessionSchema } from './account-session.ts';
import {
  activityQuerySchema,
  activityReadBodySchema,
  activityReadSchema,
  activitySchema,
} from './activity.ts';
import { balanceQuerySchema, balanceSchema } from './balance.ts';
import { earningsQuerySchema, earningsSchema } from './earnings.ts';
import { liveHintSchema, syncSchema } from './live.ts';
import { loginLinkBodySchema, loginLinkSchema } from './login-link.ts';
import {
  exportQuerySchema,
  filtersSchema,
  summarySchema,
  transactionSchema,
  transactionsQuerySchema,
  transactionsSchema,
} from './transactions.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly query?: GenericSchema;
  readonly body?: GenericSchema;
  /** What a JSON answer holds, or one event's data in a stream; absent where the body is something else. */
  readonly answer?: GenericSchema;
  /** When it is answered 204, without a body; absent where it never is. */
  readonly empty?: string;
  readonly media: 'application/json' | 'text/csv' | 'text/event-stream';
  /** Goes without `authorize`. */
  readonly open?: true;
}

/** Version 1 of the contract, route by route. The OpenAPI document, the server's tests and `verify` read this table. */
export const routes = {
  account: {
    method: 'GET',
    path: '/account',
    summary: 'The account, its platform, and what this sign-in may do',
    answer: accountSchema,
    media: 'application/json',
  },
  accountSession: {
    method: 'POST',
    path: '/account-session',
    summary: "A client secret for Stripe's embedded components",
    body: accountSessionBodySchema,
    answer: accountSessionSchema,
    media: 'application/json',
  },
  balance: {
    method: 'GET',
    path: '/balance',
    summary: 'What the account holds, what is on its way, what comes next',
    query: balanceQuerySchema,
    answer: balanceSchema,
    empty: 'Asked early by a sign-in that may not see it',
    media: 'application/json',
  },
  transactions: {
    method: 'GET',
    path: '/transactions',
    summary: "Balance transactions: the account's ledger",
    query: transactionsQuerySchema,
    answer: transactionsSchema,
    empty: 'Asked early by a sign-in that may not see them',
    media: 'application/json',
  },
  summary: {
    method: 'GET',
    path: '/transactions/summary',
    summary: 'Count and sums of what the filters match',
    query: filtersSchema,
    answer: summarySchema,
    media: 'application/json',
  },
  export: {
    method: 'GET',
    path: '/transactions/export',
    summary: 'What the filters match, as CSV',
    query: exportQuerySchema,
    media: 'text/csv',
  },
  transaction: {
    method: 'GET',
    path: '/transactions/{id}',
    summary: 'One balance transaction with its fees and related rows',
    answer: transactionSchema,
    media: 'application/json',
  },
  earnings: {
    method: 'GET',
    path: '/earnings',
    summary: 'Net volume over time',
    query: earningsQuerySchema,
    answer: earningsSchema,
    media: 'application/json',
  },
  activity: {
    method: 'GET',
    path: '/activity',
    summary: 'What needs the seller, and what happened lately',
    query: activityQuerySchema,
    answer: activitySchema,
    media: 'application/json',
  },
  activityRead: {
    method: 'POST',
    path: '/activity/read',
    summary: 'Marks activity as read for this viewer',
    body: activityReadBodySchema,
    answer: activityReadSchema,
    media: 'application/json',
  },
  live: {
    method: 'GET',
    path: '/live',
    summary: 'Hints that something changed, as server-sent events',
    answer: liveHintSchema,
    media: 'text/event-stream',
  },
  sync: {
    method: 'GET',
    path: '/sync',
    summary: 'How far the import has come',
    answer: syncSchema,
    media: 'application/json',
  },
  loginLink: {
    method: 'POST',
    path: '/login-link',
    summary: "A single-use link to Stripe's hosted dashboard",
    body: loginLinkBodySchema,
    answer: loginLinkSchema,
    media: 'application/json',
  },
  webhooks: {
    method: 'POST',
    path: '/webhooks',
    summary: "Stripe's webhooks, verified by signature",
    media: 'application/json',
    open: true,
  },
  openapi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This contract as OpenAPI 3.1',
    media: 'application/json',
    open: true,
  },
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;

/** Headers of every answer; CORS must expose them. */
export const answerHeaders = {
  /** The account the answer is about. */
  account: 'Express-Account',
  /** The server's now, in Unix seconds: what elements call today. */
  now: 'Express-Now',
  /** On the export: the JSON of its `covers`. */
  covers: 'Express-Covers',
  requestId: 'Request-Id',
} as const;
