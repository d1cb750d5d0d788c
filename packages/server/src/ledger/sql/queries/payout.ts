import type { PayoutSums } from '../../ledger.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, sql } from '../db/sql.ts';
import { donePayouts } from '../tables/windows.ts';

/**
 * Count and sum of a payout's rows. They are written together, whatever of history is there yet, so that one of them
 * says that all are.
 */
export async function payoutSumsOf(
  db: Connection,
  id: string,
  payout: string,
): Promise<PayoutSums | null> {
  const [sums] = await askFor<{ count: number; net: number }>(
    db,
    id,
    sql`select count(*) as count, coalesce(sum(net), 0) as net from express.rows
        where account = ${account} and payout = ${payout} and source_id is distinct from ${payout}`,
  );
  const { count, net } = sums ?? { count: 0, net: 0 };
  const isKnown = count > 0 || (await donePayouts(db, id)).has(payout);
  return isKnown ? { count, net, complete: true } : null;
}
