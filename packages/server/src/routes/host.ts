import type { Balance } from '@express-elements/contract';
import type { Context } from 'hono';
import type { Authorize, Visitor } from '../auth/authorize.ts';
import type { Cache } from '../cache.ts';
import type { Scheduler } from '../clock.ts';
import type { Ledger, LedgerAccount } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Features } from '../roles/features.ts';
import type { Role, Roles } from '../roles/roles.ts';
import type { Accounts } from '../stripe/accounts.ts';
import type { StripeGateway } from '../stripe/gateway.ts';
import type { Platform } from '../stripe/platform.ts';
import type { PresentState } from '../stripe/state.ts';
import type { Webhooks } from '../webhooks/verify.ts';

/** What every route works with: the options, checked, and what was made of them. */
export interface Host {
  readonly stripe: StripeGateway;
  readonly ledger: Ledger;
  readonly accounts: Accounts;
  readonly balances: Cache<Balance>;
  readonly state: PresentState;
  readonly authorize: Authorize;
  readonly publishableKey: string;
  readonly roles: Roles;
  readonly features: Features;
  /** The host's words for itself, over what Stripe knows. */
  readonly platformWords: PlatformWords;
  readonly origins: ReadonlySet<string>;
  readonly loginOrigins: ReadonlySet<string>;
  readonly webhooks: Webhooks | null;
  /** The metadata keys that rows show. */
  readonly metadataKeys: readonly string[];
  /** What came in by webhook since the start. */
  readonly counts: { received: number; otherMode: number };
  /** Unix seconds; dates data. */
  readonly now: () => number;
  /** Unix seconds by the wall: what signatures and sessions go by. */
  readonly wall: () => number;
  readonly scheduler: Scheduler;
  readonly log: Log;
  /** Aborts when the host closes: open streams end. */
  readonly closing: AbortSignal;
  /** Checks key, mode and ledger once; rejects with one clear sentence. */
  readonly ready: () => Promise<Platform>;
}

export interface PlatformWords {
  readonly displayName?: string | null;
  /** An icon that pages may load: Stripe keeps a platform's icon as a file that only the platform can read. */
  readonly iconUrl?: string | null;
  readonly supportUrl?: string | null;
}

/** What the middlewares have found out by the time a route runs. */
export interface Env {
  Variables: {
    requestId: string;
    visitor: Visitor;
    role: Role;
  };
}

export type RouteContext = Context<Env>;

/** The account of this request, as the ledgers know it. */
export const ledgerAccountOf = (host: Host, c: RouteContext): Promise<LedgerAccount> =>
  host.accounts.forLedger(c.get('visitor').account);
