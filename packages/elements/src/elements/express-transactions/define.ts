import { ExpressTransactions } from './express-transactions.ts';

export * from './events.ts';
export * from './express-transactions.ts';

if (!customElements.get('express-transactions'))
  customElements.define('express-transactions', ExpressTransactions);
