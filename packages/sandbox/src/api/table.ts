import { accountTable } from './routes/accounts.ts';
import { moneyTable } from './routes/money.ts';
import { paymentTable } from './routes/payments.ts';
import { platformTable } from './routes/platform.ts';
import { sandboxTable } from './routes/sandbox.ts';

/** Every route there is. */
export const routes = [
  ...accountTable,
  ...moneyTable,
  ...paymentTable,
  ...platformTable,
  ...sandboxTable,
];
