import type Stripe from 'stripe';
import { Cache, type Clocks } from '../cache.ts';
import type { StripeGateway } from './gateway.ts';

const DAY = 86_400;
/** A payout that is still on its way was made within this time; so was one whose failure is still open. */
const PAYOUT_DAYS = 60;
/** Networks give some weeks to answer a dispute, and an appeal some more. */
const DISPUTE_DAYS = 180;
const BATCH = 100;
/** Seconds that an answer is kept: many pages of one seller ask for the same. */
const MAX_AGE = 10;
const MAX_ACCOUNTS = 1000;

interface Listed<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
}

/** Every item of a list, a hundred at a time. */
async function all<T extends { readonly id: string }>(
  list: (after: { starting_after?: string }) => Promise<Listed<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (;;) {
    const last = items.at(-1);
    const page = await list(last ? { starting_after: last.id } : {});
    items.push(...page.data);
    if (!page.has_more || page.data.length === 0) return items;
  }
}

/** What of an account is open at present: kept for some seconds, dropped by any event of the account. */
export class PresentState {
  readonly #stripe: StripeGateway;
  readonly #now: () => number;
  readonly #payouts: Cache<readonly Stripe.Payout[]>;
  readonly #disputes: Cache<readonly Stripe.Dispute[]>;
  readonly #destinations: Cache<readonly Stripe.ExternalAccount[]>;

  constructor(stripe: StripeGateway, clocks: Clocks) {
    const options = { maxAge: MAX_AGE, maxEntries: MAX_ACCOUNTS };
    this.#stripe = stripe;
    this.#now = clocks.now;
    this.#payouts = new Cache(clocks, options);
    this.#disputes = new Cache(clocks, options);
    this.#destinations = new Cache(clocks, options);
  }

  /**
   * The payouts of the last two months, newest first.
   *
   * @param maxAge 0 to ask Stripe now: beside a balance, both must be of one moment
   */
  payouts(account: string, maxAge = MAX_AGE): Promise<readonly Stripe.Payout[]> {
    const created = { gte: this.#since(PAYOUT_DAYS) };
    const load = (): Promise<readonly Stripe.Payout[]> =>
      all((after) =>
        this.#stripe.call('GET /v1/payouts', { account }, (api, options) =>
          api.payouts.list({ limit: BATCH, created, ...after }, options),
        ),
      );
    return this.#payouts.get(account, load, maxAge);
  }

  /** The disputes that may still be open. */
  disputes(account: string): Promise<readonly Stripe.Dispute[]> {
    const created = { gte: this.#since(DISPUTE_DAYS) };
    return this.#disputes.get(account, () =>
      all((after) =>
        this.#stripe.call('GET /v1/disputes', { account }, (api, options) =>
          api.disputes.list({ limit: BATCH, created, ...after }, options),
        ),
      ),
    );
  }

  /** The bank accounts and cards that payouts go to. */
  destinations(account: string): Promise<readonly Stripe.ExternalAccount[]> {
    return this.#destinations.get(account, () =>
      all((after) =>
        this.#stripe.call('GET /v1/accounts/:id/external_accounts', {}, (api, options) =>
          api.accounts.listExternalAccounts(account, { limit: BATCH, ...after }, options),
        ),
      ),
    );
  }

  drop(account: string): void {
    this.#payouts.drop(account);
    this.#disputes.drop(account);
    this.#destinations.drop(account);
  }

  #since(days: number): number {
    return Math.floor(this.#now()) - days * DAY;
  }
}
