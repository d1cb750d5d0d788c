// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPayoutsList } from './express-payouts-list.ts';

define('express-payouts-list', ExpressPayoutsList);
