import { define } from '../../define.ts';
import { ExpressTransactions } from './express-transactions.ts';

define('express-transactions', ExpressTransactions);
