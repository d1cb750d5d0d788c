/**
 * Stripe's lists over plain arrays, behind the real SDK: for worlds that the sandbox's rules would not make (a
 * thousand rows in one second, a type nobody knows, an answer that never comes).
 */
import Stripe from 'stripe';
import type { StripeGateway } from '../../../../packages/server/src/stripe/gateway.ts';
import { fromStripe } from '../../../../packages/server/src/stripe/errors.ts';

export interface Json {
  readonly [key: string]: unknown;
}

export interface FakeTransaction extends Json {
  readonly id: string;
  readonly created: number;
  readonly type: string;
  readonly currency: string;
  readonly net: number;
  readonly balance_type: string;
  readonly source: (Json & { readonly id: string }) | null;
}

export interface FakeEvent extends Json {
  readonly id: string;
  readonly created: number;
  readonly type: string;
}

export interface FakeAccount {
  transactions: FakeTransaction[];
  events: FakeEvent[];
  /** Which rows left in which payout. */
  payouts: Map<string, readonly string[]>;
  /** What the balance says, where it is not the sum of the rows. */
  balance?: Map<string, number>;
}

type List = readonly { readonly id: string }[];

const number = (value: string | null): number | null => (value === null ? null : Number(value));

/** Newest first, by (created, id): Stripe documents no order within a second. */
const newestFirst = <T extends { id: string; created: number }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));

function pageOf(list: List, query: URLSearchParams): Json {
  const limit = number(query.get('limit')) ?? 10;
  const after = query.get('starting_after');
  const start = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1;
  const data = list.slice(start, start + limit);
  return { object: 'list', data, has_more: start + limit < list.length, url: '' };
}

const within =
  (query: URLSearchParams) =>
  ({ created }: { created: number }): boolean =>
    created >= (number(query.get('created[gte]')) ?? 0) &&
    created < (number(query.get('created[lt]')) ?? Number.POSITIVE_INFINITY);

function transactionsOf(account: FakeAccount, query: URLSearchParams): Json {
  const [source, payout] = [query.get('source'), query.get('payout')];
  const left = payout === null ? null : new Set(account.payouts.get(payout));
  const list = account.transactions.filter(
    (one) =>
      within(query)(one) &&
      (source === null || one.source?.id === source) &&
      (left === null || left.has(one.id) || one.source?.id === payout),
  );
  return pageOf(newestFirst(list), query);
}

function eventsOf(account: FakeAccount, query: URLSearchParams): Json {
  const types = new Set([...query].filter(([key]) => key.startsWith('types')).map(([, t]) => t));
  const list = account.events.filter((one) => within(query)(one) && types.has(one.type));
  return pageOf(newestFirst(list), query);
}

function balanceOf({ transactions, balance }: FakeAccount): Json {
  const sums = new Map<string, number>();
  for (const { currency, net, balance_type } of transactions)
    if (balance_type === 'payments') sums.set(currency, (sums.get(currency) ?? 0) + net);
  const available = [...(balance ?? sums)].map(([currency, amount]) => ({ currency, amount }));
  return { object: 'balance', available, pending: [] };
}

const routes: Record<string, (account: FakeAccount, query: URLSearchParams) => Json> = {
  '/v1/balance_transactions': transactionsOf,
  '/v1/events': eventsOf,
  '/v1/balance': balanceOf,
};

export interface FakeStripe extends StripeGateway {
  readonly accounts: Map<string, FakeAccount>;
  /** Every call: endpoint, and what was asked. */
  readonly calls: { path: string; query: URLSearchParams; account: string }[];
  /** Looked at before each answer: what it throws is the connection's failure. */
  before: (path: string, query: URLSearchParams) => void | Promise<void>;
}

const headers = { 'Content-Type': 'application/json' };

/** A gateway without limits over accounts that tests may change as they like. */
export function fakeStripe(accounts: Map<string, FakeAccount>): FakeStripe {
  const calls: FakeStripe['calls'] = [];
  async function answer(input: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const { pathname: path, searchParams: query } = new URL(request.url);
    const account = request.headers.get('Stripe-Account') ?? '';
    calls.push({ path, query, account });
    await fake.before(path, query);
    const known = accounts.get(account);
    const route = routes[path];
    if (!known || !route) {
      const error = {
        type: 'invalid_request_error',
        message: `No such ${path}`,
        code: 'resource_missing',
      };
      return new Response(JSON.stringify({ error }), { status: 404, headers });
    }
    return new Response(JSON.stringify(route(known, query)), { headers });
  }
  const stripe = new Stripe('sk_test_fake', {
    httpClient: Stripe.createFetchHttpClient(answer),
    maxNetworkRetries: 0,
  });
  const fake: FakeStripe = {
    accounts,
    calls,
    before: () => undefined,
    async call(_endpoint, { account }, run) {
      try {
        return await run(stripe, account === undefined ? {} : { stripeAccount: account });
      } catch (error) {
        throw fromStripe(error);
      }
    },
  };
  return fake;
}
