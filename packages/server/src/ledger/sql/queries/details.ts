import type { LedgerTransaction, Question } from '../../ledger.ts';
import { askFor, type Connection } from '../db/database.ts';
import { account, sql } from '../db/sql.ts';
import { rowOfRecord, shown, storedRows, type RowRecord } from '../tables/rows.ts';

/** How many rows that belong to one payment are shown. */
const MOST_RELATED = 200;

/** One transaction with its details and the rows that belong to it. */
export async function detailsOf(
  db: Connection,
  id: string,
  transaction: string,
  only: Question['onlyCategories'],
): Promise<LedgerTransaction | null> {
  const stored = (await storedRows(db, id, [transaction])).get(transaction);
  if (!stored || (only !== null && !only.includes(stored.row.category))) return null;
  const { row, payment, fee_details, exchange } = stored;
  const related = payment === null ? [] : await relatedTo(db, id, { transaction, payment });
  return {
    ...row,
    fee_details,
    exchange,
    related: related.filter(({ category }) => only === null || only.includes(category)),
  };
}

async function relatedTo(
  db: Connection,
  id: string,
  { transaction, payment }: { transaction: string; payment: string },
) {
  const records = await askFor<RowRecord>(
    db,
    id,
    sql`select ${shown} from express.rows
        where account = ${account} and payment = ${payment} and id <> ${transaction}
        order by created, id limit ${MOST_RELATED}`,
  );
  return records.map(rowOfRecord);
}
