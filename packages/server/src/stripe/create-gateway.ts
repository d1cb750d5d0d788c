import type Stripe from 'stripe';
import { randomId } from '../random.ts';
import { sleep, systemScheduler, type Scheduler } from '../clock.ts';
import type { CallOptions, Priority, StripeGateway } from './gateway.ts';
import { fromStripe, headerOf, isSdkError, retryAfterOf } from './errors.ts';
import type { Limiter } from './limiter.ts';

export interface GatewayOptions {
  readonly stripe: Stripe;
  readonly limiter: Limiter;
  readonly scheduler?: Scheduler;
  /** From 0 to 1: spreads the retries of many callers. */
  readonly jitter?: () => number;
}

/** How often a call is tried and how long one try may take. A seller is told sooner; an import has time. */
const patience: Record<Priority, { readonly tries: number; readonly timeout: number }> = {
  seller: { tries: 3, timeout: 20_000 },
  import: { tries: 6, timeout: 60_000 },
};

const FIRST_DELAY = 500;
const MOST_DELAY = 16_000;

/** The SDK's own rule, with 429 added: Stripe's explicit word decides, else whether trying again can help. */
export function mayRetry(error: unknown): boolean {
  if (!isSdkError(error)) return false;
  const word = headerOf(error, 'stripe-should-retry');
  if (word === 'true' || word === 'false') return word === 'true';
  if (error.type === 'StripeConnectionError') return true;
  const { statusCode = 0 } = error;
  return statusCode === 409 || statusCode === 429 || statusCode >= 500;
}

/** Milliseconds before the next try: Stripe's own word, else doubling from half a second, spread by half. */
export function retryDelay(error: unknown, tried: number, jitter: number): number {
  const asked = retryAfterOf(error);
  if (asked !== null) return asked * 1000;
  return Math.min(FIRST_DELAY * 2 ** (tried - 1), MOST_DELAY) * (0.5 + jitter / 2);
}

/** What a 429 holds up: its endpoint, all, or only this one call (an object that others hold). */
function holdUp(limiter: Limiter, endpoint: string, error: unknown, delay: number): void {
  const reason = headerOf(error, 'stripe-rate-limited-reason') ?? '';
  if (reason.startsWith('global-')) limiter.block(null, delay);
  else if (reason.startsWith('endpoint-')) limiter.block(endpoint, delay);
}

const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** The one way to Stripe. Retries are made here and not in the SDK, so that each one passes the limiter. */
export function createGateway({
  stripe,
  limiter,
  scheduler = systemScheduler,
  jitter = chance,
}: GatewayOptions): StripeGateway {
  return {
    async call(endpoint, options, run) {
      const { priority = 'seller', signal } = options;
      const { tries } = patience[priority];
      const requestOptions = requestOptionsOf(endpoint, options);
      for (let tried = 1; ; tried += 1) {
        await limiter.acquire(endpoint, priority, signal);
        try {
          return await run(stripe, requestOptions);
        } catch (error) {
          if (tried >= tries || !mayRetry(error)) throw fromStripe(error);
          const delay = retryDelay(error, tried, jitter());
          holdUp(limiter, endpoint, error, delay);
          await sleep(scheduler, delay, signal);
        }
      }
    },
  };
}

function requestOptionsOf(endpoint: string, options: CallOptions): Stripe.RequestOptions {
  const { account, priority = 'seller' } = options;
  return {
    maxNetworkRetries: 0,
    timeout: patience[priority].timeout,
    ...(account !== undefined && { stripeAccount: account }),
    // One key for all tries of a write: what Stripe did the first time, it does not do again.
    ...(endpoint.startsWith('POST ') && { idempotencyKey: randomId() }),
  };
}
