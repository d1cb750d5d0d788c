import { ask, type Connection, type Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { ExpressError } from '../../../errors.ts';

type Key = 'schema' | 'platform' | 'livemode' | 'world';

export async function getMeta(tx: Connection, key: Key): Promise<string | null> {
  const [row] = await ask<{ value: string }>(
    tx,
    sql`select value from express.meta where key = ${key}`,
  );
  return row?.value ?? null;
}

export async function setMeta(tx: Connection, key: Key, value: string): Promise<void> {
  await ask(
    tx,
    sql`insert into express.meta (key, value) values (${key}, ${value})
        on conflict (key) do update set value = excluded.value`,
  );
}

const modeOf = (livemode: boolean): string => (livemode ? 'live' : 'test');

const otherPlatform = (stored: string, given: string): ExpressError =>
  new ExpressError(
    'unavailable',
    `This ledger belongs to the platform account ${stored}, but STRIPE_SECRET_KEY is a key of ${given}. ` +
      'Use a key of the first, or another database.',
    { param: 'STRIPE_SECRET_KEY' },
  );

const otherMode = (stored: string, given: string): ExpressError =>
  new ExpressError(
    'unavailable',
    `This ledger holds ${stored} mode, but STRIPE_SECRET_KEY is a ${given} mode key. ` +
      'Use a key of that mode, or another database.',
    { param: 'STRIPE_SECRET_KEY' },
  );

/** One database, one platform account, one mode: written at the first start, refused ever after. */
export async function checkPlatform(
  db: Database,
  platform: { readonly id: string; readonly livemode: boolean },
): Promise<void> {
  await db.transaction(async (tx) => {
    const mode = modeOf(platform.livemode);
    const storedId = await getMeta(tx, 'platform');
    if (storedId !== null && storedId !== platform.id) throw otherPlatform(storedId, platform.id);
    const storedMode = await getMeta(tx, 'livemode');
    if (storedMode !== null && storedMode !== mode) throw otherMode(storedMode, mode);
    await setMeta(tx, 'platform', platform.id);
    await setMeta(tx, 'livemode', mode);
  });
}
