import type { Database, Fields } from '../../../../packages/server/src/ledger/sql/db/database.ts';

export interface Tables {
  readonly rows: Fields[];
  readonly rollups: Fields[];
  readonly activity: Fields[];
}

/** What is kept of one account, in an order of its own. */
export async function tablesOf(db: Database, account: string): Promise<Tables> {
  const all = (table: string, order: string): Promise<Fields[]> =>
    db.query(`select * from express.${table} where account = $1 order by ${order}`, [account]);
  return {
    rows: await all('rows', 'id'),
    rollups: await all('rollups', 'day, currency, type, reporting_category, balance_type, status'),
    activity: await all('activity', 'id'),
  };
}

/** The roll-ups as the rows say they must be, days told apart by `dayOf`. */
export async function summed(
  db: Database,
  account: string,
  dayOf: (created: number) => number,
): Promise<Fields[]> {
  const sums = new Map<string, Fields & Record<'count' | 'amount' | 'fee' | 'net', number>>();
  for (const row of (await tablesOf(db, account)).rows) {
    const slice = {
      account,
      day: dayOf(Number(row['created'])),
      currency: row['currency'],
      type: row['type'],
      reporting_category: row['reporting_category'],
      balance_type: row['balance_type'],
      status: row['status'],
    };
    const key = JSON.stringify(slice);
    const sum = sums.get(key) ?? { ...slice, count: 0, amount: 0, fee: 0, net: 0 };
    sum.count += 1;
    sum.amount += Number(row['amount']);
    sum.fee += Number(row['fee']);
    sum.net += Number(row['net']);
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** Everything away: the next ledger begins anew. */
export const empty = (db: Database): Promise<void> =>
  db.exec('drop schema if exists express cascade');
