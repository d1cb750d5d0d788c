// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPaymentDetails } from './express-payment-details.ts';

define('express-payment-details', ExpressPaymentDetails);
