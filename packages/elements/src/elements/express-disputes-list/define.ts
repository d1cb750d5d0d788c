// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressDisputesList } from './express-disputes-list.ts';

define('express-disputes-list', ExpressDisputesList);
