// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressFinancialAccountTransactions } from './express-financial-account-transactions.ts';

define('express-financial-account-transactions', ExpressFinancialAccountTransactions);
