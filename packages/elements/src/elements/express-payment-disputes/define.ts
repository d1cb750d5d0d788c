// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPaymentDisputes } from './express-payment-disputes.ts';

define('express-payment-disputes', ExpressPaymentDisputes);
