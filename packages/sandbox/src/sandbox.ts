import type Stripe from 'stripe';
import { Api, errorAnswer, SECRET_KEY } from './api/api.ts';
import { callOf, type Answer, type Call } from './api/call.ts';
import { ApiError } from './api/errors.ts';
import { InFlight } from './api/idempotency.ts';
import { loginPage } from './api/login-page.ts';
import { BrokenConnection, Faults, type FailureRule } from './faults/faults.ts';
import { Limiter } from './faults/limits.ts';
import { callEntry, callOfEntry, firstUnsure, type JournalEntry } from './journal.ts';
import { Courier, timers, type Happening, type Scheduler } from './webhooks/courier.ts';
import { Endpoints } from './webhooks/endpoints.ts';
import type { Payment, Sandbox, SandboxOptions, Seller } from './types.ts';
import { World } from './world/world.ts';

const HERE = 'http://sandbox.localhost';
const LONGEST_NAP = 60_000;

class RunningSandbox implements Sandbox {
  readonly id: string;
  readonly faults = new Faults();
  readonly sellers: readonly Seller[];
  readonly #world: World;
  readonly #api: Api;
  readonly #endpoints: Endpoints;
  readonly #courier: Courier;
  readonly #limiter = new Limiter();
  readonly #inFlight = new InFlight();
  readonly #wall: () => number;
  readonly #schedule: Scheduler;
  readonly #onJournal: (entry: JournalEntry) => void;
  /** World seconds minus wall seconds; null where the clock stands. */
  #offset: number | null = null;
  #happened: Happening[] = [];
  /** What the last calls before a restart told, perhaps to nobody. */
  #unsure: readonly Happening[] = [];
  #cancelNap: () => void = () => {};
  #closed = false;

  constructor(options: SandboxOptions) {
    const wall = options.wall ?? Date.now;
    const schedule = options.schedule ?? timers;
    const start = Math.floor(options.now ?? wall() / 1000);
    const { seed = 'market', transactions } = options;
    const world = new World({ seed, start, transactions });
    this.#world = world;
    this.#wall = wall;
    this.#schedule = schedule;
    this.#onJournal = options.onJournal ?? (() => {});
    this.id = world.id;
    this.#endpoints = new Endpoints(world.id);
    this.#api = new Api({ world, endpoints: this.#endpoints, wall });
    const { faults } = this;
    this.#courier = new Courier({
      world,
      endpoints: this.#endpoints,
      faults,
      wall,
      schedule,
      fetch,
    });
    this.faults.latency = options.latency ?? 0;
    this.sellers = world.sellers.map(({ account }) => ({
      account: account.id,
      name: account.name,
      email: account.email,
      country: account.country,
      currency: account.currency,
    }));
    this.#replay(options.journal ?? []);
    if (options.running) {
      this.#offset = world.now - wall() / 1000;
      this.#nap();
    }
  }

  /** A function of its own, so that it can be handed on without its sandbox. */
  readonly fetch = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request =
      input instanceof Request && init === undefined ? input : new Request(absolute(input), init);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const link = loginPage(new URL(request.url).pathname, this.#api.sessions, this.#wall() / 1000);
    if (link) return link;
    const call = await callOf(request, newRequestId());
    const answer = await this.#inTime(call, request.signal);
    return new Response(answer.body, {
      status: answer.status,
      headers: { ...answer.headers, ...cors },
    });
  };

  now(): number {
    this.#tick();
    return this.#world.now;
  }

  async advance(seconds: number): Promise<void> {
    if (!(seconds >= 0))
      throw new RangeError(`The clock only moves forwards, not by ${seconds} s.`);
    this.#tick();
    if (this.#offset !== null) this.#offset += seconds;
    this.#moveTo(this.#world.now + Math.floor(seconds));
    await this.settled();
  }

  takePayment(account: string, payment: Payment): Promise<Stripe.Charge> {
    const { customer, ...rest } = payment;
    return this.#lever<Stripe.Charge>('payments', {
      account,
      ...rest,
      ...(customer ? { 'customer[name]': customer.name, 'customer[email]': customer.email } : {}),
    });
  }

  openDispute(account: string, charge?: string): Promise<Stripe.Dispute> {
    return this.#lever<Stripe.Dispute>('disputes', { account, charge });
  }

  failPayout(account: string, payout?: string): Promise<Stripe.Payout> {
    return this.#lever<Stripe.Payout>('payout_failures', { account, payout });
  }

  onWebhook(deliver: (request: Request) => Promise<Response>, secret: string): () => void {
    const endpoint = this.#endpoints.add({
      created: this.#world.now,
      url: `${HERE}/webhooks`,
      secret,
      scope: 'both',
      enabledEvents: ['*'],
      description: null,
      metadata: {},
      disabled: false,
      apiVersion: null,
      deliver,
    });
    this.#courier.take(this.#unsure, endpoint);
    this.#unsure = [];
    return () => this.#endpoints.remove(endpoint.id);
  }

  settled(): Promise<void> {
    return this.#courier.settled();
  }

  close(): void {
    this.#closed = true;
    this.#cancelNap();
    this.#courier.close();
  }

  /** A lever of the sandbox is one of its own routes, so that one journal holds everything. */
  async #lever<T>(
    name: string,
    params: Readonly<Record<string, string | number | undefined>>,
  ): Promise<T> {
    const form = new URLSearchParams();
    for (const [key, value] of Object.entries(params)) {
      if (value !== undefined) form.set(key, String(value));
    }
    const answer = this.#perform({
      method: 'POST',
      path: `/sandbox/${name}`,
      form: form.toString(),
      authorization: `Bearer ${SECRET_KEY}`,
      account: null,
      version: null,
      idempotencyKey: null,
      requestId: newRequestId(),
      origin: HERE,
    });
    const body = JSON.parse(answer.body);
    if (answer.status >= 400)
      throw new Error(`Failed to make ${name} in the sandbox: ${body.error.message}`);
    return body;
  }

  /** The answer after its latency; meanwhile its idempotency key is in use. */
  async #inTime(call: Call, signal: AbortSignal): Promise<Answer> {
    const key = call.idempotencyKey === null ? null : `${call.account}/${call.idempotencyKey}`;
    let leave: () => void;
    try {
      leave = this.#inFlight.enter(key);
    } catch (error) {
      return errorAnswer(call, error);
    }
    try {
      await this.#delay(signal);
      return this.#answer(call);
    } finally {
      leave();
    }
  }

  /** An answer, or the fault that stands in for it. */
  #answer(call: Call): Answer {
    const { faults } = this;
    if (faults.offline) throw new BrokenConnection('the sandbox is offline.');
    const line = this.#api.lineOf(call);
    try {
      this.#count(call, line);
    } catch (error) {
      return errorAnswer(call, error);
    }
    const rule = faults.meet(line);
    if (!rule) return this.#perform(call);
    if (rule.after) this.#perform(call);
    if (rule.broken) throw new BrokenConnection(`the connection broke at ${line}.`);
    return errorAnswer(call, failureOf(rule));
  }

  #count(call: Call, line: string): void {
    const { rateLimits } = this.faults;
    if (rateLimits) this.#limiter.count(rateLimits, this.#api.accountOf(call), line, this.#wall());
  }

  #perform(call: Call): Answer {
    this.#tick();
    const at = this.#world.now;
    const { answer, wrote, account } = this.#api.handle(call);
    if (wrote) {
      if (this.#offset !== null) this.#offset += this.#world.now - at;
      this.#write(callEntry(call, at, account));
    }
    this.#send();
    return answer;
  }

  /** Does again what was done; the events that may have been lost with the process are told once more. */
  #replay(journal: readonly JournalEntry[]): void {
    const unsure = firstUnsure(journal);
    for (const [n, entry] of journal.entries()) {
      if (n === unsure) this.#hear();
      this.#again(entry);
    }
    this.#hear();
    this.#unsure = this.#happened;
    this.#send();
  }

  #hear(): void {
    this.#world.onEvent = (book, event) => this.#happened.push({ book, event });
  }

  #write(entry: JournalEntry): void {
    this.#onJournal(this.#courier.busy ? { ...entry, undelivered: true } : entry);
  }

  #again(entry: JournalEntry): void {
    this.#world.advanceTo(entry.at);
    if (entry.kind === 'call') this.#api.replay(callOfEntry(entry));
  }

  /** Lets the clock catch up with the wall, where it runs with it. */
  #tick(): void {
    if (this.#offset === null) return;
    const { turns } = this.#world;
    this.#world.advanceTo(Math.floor(this.#wall() / 1000 + this.#offset));
    if (this.#world.turns > turns) this.#write({ kind: 'advance', at: this.#world.now });
    this.#send();
  }

  #moveTo(time: number): void {
    this.#world.advanceTo(time);
    this.#write({ kind: 'advance', at: this.#world.now });
    this.#send();
  }

  #send(): void {
    const happened = this.#happened;
    this.#happened = [];
    this.#courier.take(happened);
  }

  /** Sleeps until the next thing happens by itself, so that its webhooks go out in time. */
  #nap(): void {
    if (this.#closed || this.#offset === null) return;
    const next = (this.#world.next - this.#offset) * 1000 - this.#wall();
    this.#cancelNap = this.#schedule(
      () => {
        this.#tick();
        this.#nap();
      },
      Math.min(Math.max(next, 250), LONGEST_NAP),
    );
  }

  #delay(signal: AbortSignal): Promise<void> {
    const { latency } = this.faults;
    if (latency <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const timer = setTimeout(resolve, latency);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });
  }
}

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Allow-Methods': 'GET, POST, DELETE',
  'Access-Control-Expose-Headers': '*',
};

/** A path alone is a call to the sandbox. */
const absolute = (input: Request | string | URL): Request | string | URL =>
  typeof input === 'string' && input.startsWith('/') ? `${HERE}${input}` : input;

const newRequestId = (): string => `req_${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`;

const failureOf = ({
  status,
  type = 'api_error',
  message,
  code,
  param,
  retry,
}: FailureRule): ApiError =>
  new ApiError(
    status,
    {
      type,
      message: message ?? 'The sandbox was told to fail this call.',
      ...(code === undefined ? {} : { code }),
      ...(param === undefined ? {} : { param }),
    },
    retry === undefined ? {} : { 'Stripe-Should-Retry': String(retry) },
  );

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new RunningSandbox(options);
}
