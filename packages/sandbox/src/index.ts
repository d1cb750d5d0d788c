/**
 * A stand-in for Stripe: a seeded world of accounts behind its HTTP API. Web APIs only: it runs on Node and in a page.
 *
 * @example
 * const sandbox = createSandbox({ now: 1_790_000_000 });
 * const stripe = new Stripe('sk_test_sandbox', { httpClient: Stripe.createFetchHttpClient(sandbox.fetch) });
 */
export { createSandbox } from './sandbox.ts';
export type { Payment, Sandbox, SandboxOptions, Seller } from './types.ts';
export type { JournalEntry } from './journal.ts';
export type { FailureRule, Faults, RateLimits, WebhookFaults } from './faults/faults.ts';
export { testModeLimits } from './faults/faults.ts';
export { PUBLISHABLE_KEY, SECRET_KEY } from './api/api.ts';
export type { Scheduler } from './webhooks/courier.ts';
