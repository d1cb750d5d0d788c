// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressIssuingCardsList } from './express-issuing-cards-list.ts';

define('express-issuing-cards-list', ExpressIssuingCardsList);
