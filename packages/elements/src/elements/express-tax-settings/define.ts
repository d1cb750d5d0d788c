// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressTaxSettings } from './express-tax-settings.ts';

define('express-tax-settings', ExpressTaxSettings);
