import type {
  Ledger,
  LedgerAccount,
  LedgerDeps,
} from '../../../../packages/server/src/ledger/ledger.ts';
import type { Database } from '../../../../packages/server/src/ledger/sql/db/database.ts';
import {
  sqlLedger,
  type SqlOptions,
} from '../../../../packages/server/src/ledger/sql/sql-ledger.ts';
import type { StripeGateway } from '../../../../packages/server/src/stripe/gateway.ts';
import { systemScheduler } from '../../../../packages/server/src/clock.ts';
import { shared } from './databases.ts';

/** Clocks that only tests move. */
export interface Clocks {
  /** The data's, Unix seconds. */
  now: number;
  /** The wall's, milliseconds. */
  wall: number;
}

export const accountOf = (id: string, more: Partial<LedgerAccount> = {}): LedgerAccount => ({
  id,
  timeZone: 'Europe/Berlin',
  defaultCurrency: 'usd',
  created: null,
  ...more,
});

export interface Setup {
  readonly db: Database;
  readonly stripe: StripeGateway;
  readonly clocks: Clocks;
  readonly deps?: Partial<LedgerDeps>;
  readonly options?: SqlOptions;
}

/** A ledger without a worker: tests say when it works. */
export async function startLedger({
  db,
  stripe,
  clocks,
  deps = {},
  options = {},
}: Setup): Promise<Ledger> {
  const factory = sqlLedger(shared(db), {
    worker: false,
    wall: () => clocks.wall,
    ...options,
  });
  const ledger = factory({
    stripe,
    accountOf: async (id) => accountOf(id),
    now: () => clocks.now,
    scheduler: systemScheduler,
    webhooks: 'signed',
    metadataKeys: ['order'],
    describe: null,
    log: () => undefined,
    ...deps,
  });
  await ledger.start({ id: 'acct_platform', livemode: false });
  return ledger;
}

/** Works until there is nothing to do now. */
export async function drain(ledger: Ledger): Promise<void> {
  while (await ledger.tick(1000));
}
