import type Stripe from 'stripe';
import { Cache, type Clocks } from '../cache.ts';
import { ExpressError } from '../errors.ts';
import { knownTimeZone } from '../ledger/buckets.ts';
import type { LedgerAccount } from '../ledger/ledger.ts';
import type { StripeGateway } from './gateway.ts';

/** Seconds for what hardly ever changes (time zone), and for what a seller looks at (requirements). */
const SETTINGS_AGE = 60;
const STATE_AGE = 10;
const MAX_ACCOUNTS = 1000;

/** Connected accounts as Stripe has them, kept for some seconds. */
export class Accounts {
  readonly #stripe: StripeGateway;
  readonly #cache: Cache<Stripe.Account>;

  constructor(stripe: StripeGateway, clocks: Clocks) {
    this.#stripe = stripe;
    this.#cache = new Cache(clocks, { maxAge: SETTINGS_AGE, maxEntries: MAX_ACCOUNTS });
  }

  /** The account's present state, at most ten seconds old. */
  state(id: string): Promise<Stripe.Account> {
    return this.#cache.get(id, () => this.#retrieve(id), STATE_AGE);
  }

  /** What a ledger has to know of it. */
  async forLedger(id: string): Promise<LedgerAccount> {
    return ledgerAccount(await this.#cache.get(id, () => this.#retrieve(id)));
  }

  drop(id: string): void {
    this.#cache.drop(id);
  }

  async #retrieve(id: string): Promise<Stripe.Account> {
    try {
      return await this.#stripe.call('GET /v1/accounts/:id', {}, (stripe, options) =>
        stripe.accounts.retrieve(id, {}, options),
      );
    } catch (error) {
      if (!(error instanceof ExpressError) || error.code !== 'not_found') throw error;
      throw new ExpressError(
        'account_unavailable',
        'Stripe knows no such account of this platform.',
        {
          cause: error,
        },
      );
    }
  }
}

export const ledgerAccount = (account: Stripe.Account): LedgerAccount => ({
  id: account.id,
  timeZone: knownTimeZone(account.settings?.dashboard.timezone),
  defaultCurrency: account.default_currency ?? 'usd',
  created: account.created ?? null,
});
