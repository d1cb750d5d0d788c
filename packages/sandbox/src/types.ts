import type Stripe from 'stripe';
import type { Faults } from './faults/faults.ts';
import type { JournalEntry } from './journal.ts';
import type { Scheduler } from './webhooks/courier.ts';

export interface SandboxOptions {
  /** Default `market`. */
  readonly seed?: string;
  /** Unix seconds at which the world starts; history lies before it. Default: the wall clock. */
  readonly now?: number;
  /** At least so many balance transactions per seller. */
  readonly transactions?: number;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** Whether the world's clock runs with the wall clock, or stands still until it is advanced (the default). */
  readonly running?: boolean;
  /** What has happened in this world already, to be done again. */
  readonly journal?: readonly JournalEntry[];
  /** Told of each call that changes the world, and of what the clock brings about, before anything is delivered. */
  readonly onJournal?: (entry: JournalEntry) => void;
  /** Milliseconds: dates webhook signatures, session lifetimes and rate limits. Default `Date.now`. */
  readonly wall?: () => number;
  /** Runs webhook retries and the running clock. Default: timers. */
  readonly schedule?: Scheduler;
}

export interface Seller {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly currency: string;
}

export interface Payment {
  /** Minor units. */
  readonly amount: number;
  /** Default: the account's. */
  readonly currency?: string;
  readonly description?: string;
  readonly customer?: { readonly name: string; readonly email: string };
}

export interface Sandbox {
  /** The world's id: its seed and start. */
  readonly id: string;
  /** Stripe's HTTP API and the `/sandbox/*` routes; the host name is ignored. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** The world's clock, Unix seconds. */
  now(): number;
  /** Moves the clock: money moves, events are made and webhooks delivered. */
  advance(seconds: number): Promise<void>;
  readonly sellers: readonly Seller[];
  takePayment(account: string, payment: Payment): Promise<Stripe.Charge>;
  openDispute(account: string, charge?: string): Promise<Stripe.Dispute>;
  /** Makes a payout first when none is on its way. */
  failPayout(account: string, payout?: string): Promise<Stripe.Payout>;
  readonly faults: Faults;
  /** Delivers every event, of the platform and of its accounts, in this program, signed; besides `/v1/webhook_endpoints`. */
  onWebhook(deliver: (request: Request) => Promise<Response>, secret: string): () => void;
  /** When all webhooks are delivered or given up. */
  settled(): Promise<void>;
  close(): void;
}
