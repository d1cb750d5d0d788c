// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressTaxRegistrations } from './express-tax-registrations.ts';

define('express-tax-registrations', ExpressTaxRegistrations);
