import type {
  AccountAnswer,
  AccountSession,
  Activity,
  ActivityRead,
  ActivityReadBody,
  Balance,
  Earnings,
  LoginLink,
  RouteName,
  Summary,
  Sync,
  Transaction,
  Transactions,
} from '@express-elements/contract';

/** What each route that is read gives. */
export interface Answers {
  account: AccountAnswer;
  balance: Balance;
  transactions: Transactions;
  summary: Summary;
  transaction: Transaction;
  earnings: Earnings;
  activity: Activity;
  sync: Sync;
}
export type ReadRoute = keyof Answers;

/** What each route that is written to takes and gives. */
export interface Writes {
  accountSession: { body: Record<string, never>; answer: AccountSession };
  activityRead: { body: ActivityReadBody; answer: ActivityRead };
  loginLink: { body: { expected_account?: string }; answer: LoginLink };
}
export type WriteRoute = keyof Writes;

/** The contract's paths, as the browser needs them; a test compares them with the contract's own table. */
export const paths = {
  account: '/account',
  accountSession: '/account-session',
  balance: '/balance',
  transactions: '/transactions',
  summary: '/transactions/summary',
  export: '/transactions/export',
  transaction: '/transactions/{id}',
  earnings: '/earnings',
  activity: '/activity',
  activityRead: '/activity/read',
  live: '/live',
  sync: '/sync',
  loginLink: '/login-link',
} as const satisfies Partial<Record<RouteName, string>>;
export type ClientRoute = keyof typeof paths;

export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined | null>
>;

/** What is asked of a route: the id in its path, and its query. */
export interface Question {
  readonly id?: string | undefined;
  readonly query?: Query | undefined;
}

/** The query as the contract reads it: lists as `key[]`, what is not set left out. */
export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') for (const item of value) params.append(`${key}[]`, item);
    else params.append(key, String(value));
  }
  return params.toString();
}

/** @example pathOf('transactions', { query: { limit: 20 } }) // '/transactions?limit=20' */
export function pathOf(route: ClientRoute, { id = '', query = {} }: Question = {}): string {
  const path = paths[route].replace('{id}', encodeURIComponent(id));
  const search = queryString(query);
  return search === '' ? path : `${path}?${search}`;
}
