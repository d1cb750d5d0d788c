import { ask, type Connection } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** A platform table: which events have been told of already. */
export async function addToInbox(
  tx: Connection,
  event: { id: string; account: string; created: number },
): Promise<boolean> {
  const added = await ask(
    tx,
    sql`insert into express.inbox (id, account, created)
        values (${event.id}, ${event.account}, ${event.created})
        on conflict (id) do nothing returning id`,
  );
  return added.length > 0;
}

/** Which of these are there. */
export async function knownEvents(tx: Connection, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(
    tx,
    sql`select id from express.inbox where id = any(${ids}::text[])`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Stripe tells of nothing that is older than 30 days. */
export async function forgetEvents(tx: Connection, account: string, before: number): Promise<void> {
  await ask(tx, sql`delete from express.inbox where account = ${account} and created < ${before}`);
}
