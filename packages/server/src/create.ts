import type { Balance } from '@express-elements/contract';
import { Cache } from './cache.ts';
import { direct } from './ledger/direct/index.ts';
import type { Ledger } from './ledger/ledger.ts';
import { checkedOptions, type Checked, type ExpressOptions } from './options.ts';
import { app } from './routes/index.ts';
import type { Host } from './routes/host.ts';
import { Accounts } from './stripe/accounts.ts';
import { createGateway } from './stripe/create-gateway.ts';
import { Limiter, ratesOf } from './stripe/limiter.ts';
import { PresentState } from './stripe/state.ts';
import { checkPublishableKey, readPlatform, type Platform } from './stripe/platform.ts';

/** The handler that a host mounts. */
export interface Express {
  /** Answers a request under `base`. Any fetch runtime, a browser page included. */
  fetch(request: Request): Promise<Response>;
  /** Checks key, mode and ledger, which the first request does otherwise. Rejects with one clear sentence. */
  ready(): Promise<void>;
  /** Works on imports for so long, for a cron on a serverless host; true while there is more to do. */
  tick(options: { readonly budget_ms: number }): Promise<boolean>;
  /** What came in by webhook since the start: believed, and dropped because it was of the other mode. */
  readonly webhooks: { readonly received: number; readonly otherMode: number };
  /** Ends open streams and closes the ledger. */
  close(): Promise<void>;
}

/** Seconds; any event of the account drops it sooner. */
const BALANCE_AGE = 10;
const MAX_BALANCES = 1000;

/** Runs once; a failure is not kept, so that the next request tries again. */
function once<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= run().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}

const starting = (host: Pick<Host, 'stripe' | 'ledger' | 'publishableKey'>) =>
  once(async (): Promise<Platform> => {
    const platform = await readPlatform(host.stripe);
    checkPublishableKey(host.publishableKey, platform);
    await host.ledger.start({ id: platform.id, livemode: platform.livemode });
    return platform;
  });

/** The ledger made from what the rest of the host is made of. */
function ledgerOf(checked: Checked, stripe: Host['stripe'], accounts: Accounts): Ledger {
  const { options, now, scheduler, log, metadataKeys } = checked;
  return (options.ledger ?? direct())({
    stripe,
    accountOf: (id) => accounts.forLedger(id),
    now,
    scheduler,
    webhooks: checked.webhooks ? 'signed' : 'none',
    metadataKeys,
    describe: options.describe ?? null,
    log,
  });
}

function hostOf(checked: Checked, closing: AbortSignal): Host {
  const { options, now, scheduler } = checked;
  // A publishable key says its mode, and the mode says how much Stripe allows; `ready` checks that both keys agree.
  const limiter = new Limiter(ratesOf(checked.livemode), scheduler);
  const stripe = createGateway({ stripe: options.stripe, limiter, scheduler });
  const accounts = new Accounts(stripe, { now, scheduler });
  const ledger = ledgerOf(checked, stripe, accounts);
  return {
    ...checked,
    stripe,
    accounts,
    state: new PresentState(stripe, { now, scheduler }),
    ledger,
    balances: new Cache<Balance>(
      { now, scheduler },
      { maxAge: BALANCE_AGE, maxEntries: MAX_BALANCES },
    ),
    authorize: options.authorize,
    publishableKey: options.publishableKey,
    counts: { received: 0, otherMode: 0 },
    closing,
    ready: starting({ stripe, ledger, publishableKey: options.publishableKey }),
  };
}

/**
 * The host's back end: one fetch handler over Stripe and a ledger.
 *
 * @example
 * const express = createExpress({ stripe, publishableKey: 'pk_…', authorize: (request) => sessionOf(request) });
 * app.all('/express/*', (c) => express.fetch(c.req.raw));
 */
export function createExpress(options: ExpressOptions): Express {
  const checked = checkedOptions(options);
  const closing = new AbortController();
  const host = hostOf(checked, closing.signal);
  const hono = app(host, checked.base);
  return {
    fetch: async (request) => hono.fetch(request),
    ready: async () => {
      await host.ready();
    },
    tick: async ({ budget_ms: budget }) => {
      await host.ready();
      return host.ledger.tick(budget);
    },
    webhooks: host.counts,
    close: async () => {
      closing.abort();
      await host.ledger.close();
    },
  };
}
