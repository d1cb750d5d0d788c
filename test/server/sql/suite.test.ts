/** What any ledger must do, behind the real routes, on every database. */
import { sqlLedger } from '../../../packages/server/src/ledger/sql/sql-ledger.ts';
import { serverSuite } from '../suite/index.ts';
import { databases } from './support/databases.ts';

for (const kind of databases)
  serverSuite(kind.name, {
    async ledger() {
      await kind.start();
      return sqlLedger(() => kind.open(), { worker: false });
    },
    stop: () => kind.stop(),
  });
