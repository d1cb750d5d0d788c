// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressInstantPayoutsPromotion } from './express-instant-payouts-promotion.ts';

define('express-instant-payouts-promotion', ExpressInstantPayoutsPromotion);
