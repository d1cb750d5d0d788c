/** A sandbox as Stripe, a host over it, and clients signed in as its sellers: what every part of the suite stands on. */
import assert from 'node:assert/strict';
import { routes, type ErrorBody, type RouteName } from '@express-elements/contract';
import { createSandbox, type Sandbox } from '@express-elements/sandbox';
import {
  createExpress,
  type Express,
  type ExpressOptions,
  type LedgerFactory,
  type SignIn,
} from '@express-elements/server';
import Stripe from 'stripe';
import * as v from 'valibot';
import { hurried, type Hurried } from '../support/hurried.ts';

export const ORIGIN = 'https://shop.example';
export const WEBHOOK_SECRET = 'whsec_suite';
/** Wednesday, 25 November 2026, noon UTC. */
export const START = 1_795_608_000;

/** How the ledger under test comes to be. */
export interface LedgerUnderTest {
  readonly ledger: () => LedgerFactory | Promise<LedgerFactory>;
  /** Once the world is closed. */
  readonly stop?: () => Promise<void>;
}

export interface WorldOptions {
  readonly transactions?: number;
  readonly express?: Partial<ExpressOptions>;
}

/** One signed-in browser. */
export class Client {
  readonly #express: Express;
  readonly #signIn: SignIn | null;

  constructor(express: Express, signIn: SignIn | null) {
    this.#express = express;
    this.#signIn = signIn;
  }

  /** The raw answer to a request under `/express`. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#signIn) headers.set('X-Sign-In', JSON.stringify(this.#signIn));
    return this.#express.fetch(new Request(`${ORIGIN}/express${path}`, { ...init, headers }));
  }

  /** A write as our own page makes it. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        ...headers,
      },
    });
  }

  /** A good answer, held against its schema. */
  async get<Name extends RouteName>(name: Name, rest = ''): Promise<AnswerOf<Name>> {
    const { path } = routes[name];
    return this.answer(name, await this.fetch(path.replace(/\/\{\w+\}$/, '') + rest));
  }

  async answer<Name extends RouteName>(name: Name, response: Response): Promise<AnswerOf<Name>> {
    const text = await response.text();
    assert.equal(response.status, 200, `${name}: ${text.slice(0, 300)}`);
    return parse(name, JSON.parse(text));
  }

  /** The error that a request ends in. */
  async refused(
    path: string,
    init?: RequestInit,
  ): Promise<ErrorBody['error'] & { status: number }> {
    const response = await this.fetch(path, init);
    const { error } = (await response.json()) as ErrorBody;
    return { ...error, status: response.status };
  }
}

type Answered = {
  [Name in RouteName]: (typeof routes)[Name] extends { answer: v.GenericSchema } ? Name : never;
}[RouteName];
export type AnswerOf<Name extends RouteName> = Name extends Answered
  ? v.InferOutput<
      (typeof routes)[Name] extends { answer: infer S extends v.GenericSchema } ? S : never
    >
  : never;

/** What an answer's schema makes of it; every key that the schema does not know is an error too. */
export function parse<Name extends RouteName>(name: Name, body: unknown): AnswerOf<Name> {
  const route = routes[name];
  assert.ok('answer' in route, `${name} has an answer`);
  const schema: v.GenericSchema = route.answer;
  const parsed = v.safeParse(schema, body);
  assert.ok(parsed.success, `${name}: ${JSON.stringify(parsed.issues?.slice(0, 3))}`);
  assert.deepEqual(parsed.output, body, `${name} answers with what its schema does not know`);
  return parsed.output as AnswerOf<Name>;
}

export interface World {
  readonly sandbox: Sandbox;
  /** The SDK over the same sandbox: expectations come through it, not through the server. */
  readonly stripe: Stripe;
  readonly express: Express;
  readonly clock: Hurried;
  readonly logs: string[];
  as(seller: number, role?: string, more?: Partial<SignIn>): Client;
  readonly nobody: Client;
  account(seller: number): string;
  /** Imports until there is nothing more to do, where the ledger imports. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const signInOf = (request: Request): SignIn | null => {
  const said = request.headers.get('X-Sign-In');
  return said === null ? null : (JSON.parse(said) as SignIn);
};

export function sdkFor(sandbox: Sandbox, key = 'sk_test_sandbox'): Stripe {
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(sandbox.fetch),
    telemetry: false,
  });
}

export async function makeWorld(
  { ledger, stop }: LedgerUnderTest,
  { transactions = 1200, express: more = {} }: WorldOptions = {},
): Promise<World> {
  const clock = hurried();
  const sandbox = createSandbox({ seed: 'market', now: START, transactions, wall: clock.wall });
  const stripe = sdkFor(sandbox);
  const logs: string[] = [];
  const express = createExpress({
    stripe,
    publishableKey: 'pk_test_sandbox',
    authorize: signInOf,
    ledger: await ledger(),
    webhooks: { secrets: ['whsec_other', WEBHOOK_SECRET] },
    origins: ['https://app.example'],
    // The sandbox's links lead to wherever it was called.
    loginOrigins: ['https://api.stripe.com'],
    metadata: ['order_id'],
    now: () => sandbox.now(),
    scheduler: clock.scheduler,
    log: (level, message, facts) => logs.push(`${level} ${message} ${JSON.stringify(facts ?? {})}`),
    ...more,
  });
  const account = (seller: number): string => sandbox.sellers[seller]!.account;
  const as: World['as'] = (seller, role = 'owner', rest = {}) =>
    new Client(express, { account: account(seller), role, viewer: `v-${role}`, ...rest });
  const world: World = {
    sandbox,
    stripe,
    express,
    clock,
    logs,
    as,
    account,
    nobody: new Client(express, null),
    settle: () => settle(world),
    async close() {
      await express.close();
      sandbox.close();
      await stop?.();
    },
  };
  return world;
}

async function settle(world: World): Promise<void> {
  for (const seller of world.sandbox.sellers.keys()) {
    const { capabilities } = await world.as(seller).get('account');
    await world.as(seller).get('transactions', '?limit=1');
    if (capabilities.sync) await world.as(seller).get('sync');
  }
  while (await world.express.tick({ budget_ms: 5000 }));
}
