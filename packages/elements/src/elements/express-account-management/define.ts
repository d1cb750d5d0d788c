// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressAccountManagement } from './express-account-management.ts';

define('express-account-management', ExpressAccountManagement);
