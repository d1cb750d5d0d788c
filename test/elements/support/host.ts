/**
 * A host inside the page: the sandbox as Stripe, the real server in direct mode, the stand-in for connect.js. What the
 * elements ask goes through `fetch` and is counted there.
 */
import { createExpress, type Express, type SignIn } from '@express-elements/server';
import {
  createSandbox,
  PUBLISHABLE_KEY,
  SECRET_KEY,
  type Sandbox,
} from '@express-elements/sandbox';
import {
  installStripeConnect,
  type StripeConnectNamespace,
} from '@express-elements/sandbox/connect';
import Stripe from 'stripe';
import type { ExpressProvider } from '@express-elements/elements/express-provider/element';

/** 24 November 2026, 12:00 in New York. */
export const NOON = 1_795_539_600;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly account: string | null;
}

type Answerer = (request: Request, real: () => Promise<Response>) => Promise<Response>;

export interface TestHost {
  readonly sandbox: Sandbox;
  readonly express: Express;
  readonly connect: StripeConnectNamespace;
  /** What was asked of the endpoint, in order. */
  readonly asked: Asked[];
  /** Who is signed in now. */
  signIn: SignIn;
  /** Answers in place of the server; null lets everything through. */
  answer: Answerer | null;
  readonly fetch: (request: Request) => Promise<Response>;
  /** How often a route was asked for. */
  count(method: string, path: string): number;
  /** The questions that a route was asked, in order. */
  queries(path: string): string[];
  provider(inside: string): Promise<ExpressProvider>;
  close(): Promise<void>;
}

const stripeOf = (sandbox: Sandbox): Stripe =>
  new Stripe(SECRET_KEY, {
    httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) =>
      sandbox.fetch(input, init),
    ),
    maxNetworkRetries: 0,
    telemetry: false,
  });

const askedOf = (request: Request): Asked => ({
  method: request.method,
  path: new URL(request.url).pathname.replace(/^\/express/, ''),
  query: new URL(request.url).search.slice(1),
  account: request.headers.get('Express-Account'),
});

export interface HostOptions {
  /** US, JP or DE. */
  readonly country?: 'US' | 'JP' | 'DE';
  readonly role?: string;
}

/** Every host of one page shares the world's seed; each has a world of its own. */
export function openHost({ country = 'US', role = 'owner' }: HostOptions = {}): TestHost {
  const sandbox = createSandbox({ now: NOON, transactions: 300 });
  const seller = sandbox.sellers.find((each) => each.country === country);
  if (!seller) throw new Error(`The sandbox has no seller in ${country}.`);
  const express = createExpress({
    stripe: stripeOf(sandbox),
    publishableKey: PUBLISHABLE_KEY,
    webhooks: 'none',
    authorize: () => host.signIn,
    now: () => sandbox.now(),
    loginOrigins: [location.origin],
    log: () => undefined,
  });
  const connect = installStripeConnect(window, {
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      sandbox.fetch(input instanceof Request ? input : String(input), init),
    baseUrl: 'https://api.sandbox',
  });
  const asked: Asked[] = [];
  const host: TestHost = {
    sandbox,
    express,
    connect,
    asked,
    signIn: { account: seller.account, role, via: 'token' },
    answer: null,
    fetch: async (request) => {
      asked.push(askedOf(request));
      const real = () => express.fetch(request);
      return host.answer ? host.answer(request, real) : real();
    },
    count: (method, path) =>
      asked.filter((each) => each.method === method && each.path === path).length,
    queries: (path) => asked.filter((each) => each.path === path).map(({ query }) => query),
    provider: (inside) => provide(host, inside),
    close: async () => {
      for (const provider of document.querySelectorAll('express-provider')) {
        if ('disconnect' in provider) await provider.disconnect();
        provider.remove();
      }
      await express.close();
      sandbox.close();
    },
  };
  return host;
}

/** Markup of tests only: what stands in it is written in the test. */
async function provide(host: TestHost, inside: string): Promise<ExpressProvider> {
  // Not with the others: a test may want its elements upgraded before the provider.
  await import('@express-elements/elements/express-provider');
  const provider = document.createElement('express-provider');
  provider.endpoint = '/express';
  provider.fetch = host.fetch;
  provider.headers = { Authorization: 'Bearer test' };
  provider.innerHTML = inside;
  document.body.append(provider);
  await provider.updateComplete;
  return provider;
}

export { textOf, the, until } from './until.ts';
