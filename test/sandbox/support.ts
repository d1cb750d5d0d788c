import Stripe from 'stripe';
import { createSandbox, SECRET_KEY } from '@express-elements/sandbox';
import type { Sandbox, SandboxOptions, Seller } from '@express-elements/sandbox';

/** Monday, 21 September 2026, 13:33:20 UTC. */
export const START = 1_790_000_000;
export const DAY = 86_400;

export interface Setup {
  readonly sandbox: Sandbox;
  readonly stripe: Stripe;
  readonly us: Seller;
  readonly jp: Seller;
  readonly de: Seller;
  /** The options that make a call as a seller. */
  readonly as: (seller: Seller) => { stripeAccount: string };
}

/** A world of its own, its clock at `START`, and the official SDK over its `fetch`. */
export function setup(options: SandboxOptions = {}): Setup {
  const sandbox = createSandbox({ now: START, ...options });
  const [us, jp, de] = sandbox.sellers;
  if (!us || !jp || !de) throw new Error('The sandbox has three sellers.');
  return { sandbox, stripe: sdk(sandbox.fetch), us, jp, de, as };
}

const as = (seller: Seller) => ({ stripeAccount: seller.account });

/** The SDK as a server of ours would use it, but for retries, which would hide errors. */
export const sdk = (fetch: Sandbox['fetch'], key: string = SECRET_KEY): Stripe =>
  new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient((input, init) => fetch(input as string, init)),
    maxNetworkRetries: 0,
    telemetry: false,
  });

/** Everything of a list, newest first. */
export async function all<T extends { id: string }>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** What a rejected call of the SDK says, for `assert.rejects`. */
export interface Refusal {
  readonly statusCode?: number;
  readonly code?: string;
  readonly param?: string;
  readonly type?: string;
}

/** Calls the API without the SDK. */
export const raw = (
  sandbox: Sandbox,
  method: string,
  path: string,
  form = '',
  headers: Record<string, string> = {},
): Promise<Response> =>
  sandbox.fetch(`https://api.stripe.com${path}`, {
    method,
    headers: { Authorization: `Bearer ${SECRET_KEY}`, ...headers },
    ...(method === 'GET' ? {} : { body: new URLSearchParams(form) }),
  });
