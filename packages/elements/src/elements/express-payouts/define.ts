// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPayouts } from './express-payouts.ts';

define('express-payouts', ExpressPayouts);
