// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPayoutDetails } from './express-payout-details.ts';

define('express-payout-details', ExpressPayoutDetails);
