// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressBalanceReport } from './express-balance-report.ts';

define('express-balance-report', ExpressBalanceReport);
