// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPayments } from './express-payments.ts';

define('express-payments', ExpressPayments);
