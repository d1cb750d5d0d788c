/**
 * A program that imports a seeded account into a PGlite folder in the background and says how far it has come, until
 * it is killed or done: `importer.ts FOLDER SEED ROWS`.
 */
import { systemScheduler } from '../../../../packages/server/src/clock.ts';
import { pglite } from '../../../../packages/server/src/ledger/sql/db/pglite.ts';
import { fakeStripe } from './fake-stripe.ts';
import { accountOf } from './ledgers.ts';
import { transactionsOf } from './transactions.ts';

export const IMPORT = { id: 'acct_killed', now: 1_780_000_000, days: 90 } as const;

export const importedAccount = accountOf(IMPORT.id, { created: IMPORT.now - 100 * 86_400 });

export const importedStripe = (seed: number, count: number): ReturnType<typeof fakeStripe> =>
  fakeStripe(
    new Map([
      [
        IMPORT.id,
        {
          transactions: transactionsOf(seed, { count, ...IMPORT }),
          events: [],
          payouts: new Map(),
        },
      ],
    ]),
  );

async function main(folder: string, seed: number, rows: number): Promise<void> {
  const ledger = pglite(folder)({
    stripe: importedStripe(seed, rows),
    accountOf: async () => importedAccount,
    now: () => IMPORT.now,
    scheduler: systemScheduler,
    webhooks: 'signed',
    metadataKeys: [],
    describe: null,
    log: () => undefined,
  });
  await ledger.start({ id: 'acct_platform', livemode: false });
  await ledger.for(importedAccount).covers();
  // The worker's timers keep no process alive, so this waits; and whoever outlives its test ends by itself.
  setTimeout(() => process.exit(1), 100_000);
  await ledger.listen!(IMPORT.id, async () => {
    console.log('window');
    if ((await ledger.sync(importedAccount))?.phase === 'current') process.exit(0);
  });
}

const [, script, folder, seed, rows] = process.argv;
if (script === import.meta.filename && folder) await main(folder, Number(seed), Number(rows));
