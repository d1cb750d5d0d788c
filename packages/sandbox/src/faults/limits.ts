import { ApiError } from '../api/errors.ts';
import type { RateLimits } from './faults.ts';

/** Calls of the last second, by account and by endpoint. */
export class Limiter {
  readonly #calls = new Map<string, number[]>();

  /** @param wall milliseconds @throws 429 where one call too many */
  count(limits: RateLimits, account: string, line: string, wall: number): void {
    if (!this.#within(account, limits.account, wall)) throw tooMany('global-rate');
    if (!this.#within(`${account} ${line}`, limits.endpoint, wall)) throw tooMany('endpoint-rate');
  }

  #within(key: string, limit: number, wall: number): boolean {
    const recent = (this.#calls.get(key) ?? []).filter((time) => time > wall - 1000);
    const allowed = recent.length < limit;
    if (allowed) recent.push(wall);
    this.#calls.set(key, recent);
    return allowed;
  }
}

const tooMany = (reason: string): ApiError =>
  new ApiError(
    429,
    {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message:
        'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    },
    { 'Stripe-Rate-Limited-Reason': reason },
  );
