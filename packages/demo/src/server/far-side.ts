/** What the demo stands before: the sandbox in this process, or Stripe. Everything else is the same for both. */
import type { Sandbox } from '@express-elements/sandbox';
import type Stripe from 'stripe';
import type { Seller } from './parts.ts';

export interface FarSide {
  readonly stripe: Stripe;
  readonly publishableKey: string;
  readonly sellers: readonly Seller[];
  /** The world's clock; null: the wall's. */
  readonly now: (() => number) | null;
  readonly webhooks: { readonly secrets: readonly string[] } | 'none';
  /** Where a page finds connect.js; null: where Stripe has it. */
  readonly connectUrl: string | null;
  /** Where login links may lead besides Stripe. */
  readonly loginOrigins: readonly string[];
  /** Tells this world from every other, for the ledger; null where Stripe's own account does. */
  readonly world: string | null;
  /** In this process: what the panel moves. */
  readonly sandbox: Sandbox | null;
  /** Unix seconds by the world's clock since when webhooks may not have arrived; null where none are missing. */
  readonly undelivered: number | null;
  /** Folder of the embedded ledger. */
  readonly ledgerFolder: string;
}

/** One sentence for the log: what the person at the terminal should know. */
export type Say = (sentence: string) => void;

/** What the sign-in page and the panel show of a seller. */
export async function sellerOf(stripe: Stripe, id: string): Promise<Seller> {
  const account = await stripe.accounts.retrieve(id);
  return {
    account: account.id,
    name: account.business_profile?.name ?? account.settings?.dashboard.display_name ?? account.id,
    country: account.country ?? '',
    currency: account.default_currency ?? 'usd',
    timeZone: account.settings?.dashboard.timezone ?? 'UTC',
  };
}
