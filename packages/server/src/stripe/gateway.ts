import type Stripe from 'stripe';

/**
 * Who waits for the answer: a `seller` in front of a page goes first, an `import` uses at most its share of the
 * limits, the rest belongs to the platform's checkout.
 */
export type Priority = 'seller' | 'import';

export interface CallOptions {
  /** The connected account to call as (`Stripe-Account`); without it the call is the platform's own. */
  readonly account?: string;
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
}

/** Every call to Stripe goes through here: behind one limiter, with Stripe's errors turned into `ExpressError`. */
export interface StripeGateway {
  /**
   * @param endpoint method and path template, the unit of Stripe's per-endpoint limit
   * @example gateway.call('GET /v1/balance', { account }, (stripe, options) => stripe.balance.retrieve({}, options))
   */
  call<T>(
    endpoint: string,
    options: CallOptions,
    run: (stripe: Stripe, options: Stripe.RequestOptions) => Promise<T>,
  ): Promise<T>;
}
