// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressFinancialAccount } from './express-financial-account.ts';

define('express-financial-account', ExpressFinancialAccount);
