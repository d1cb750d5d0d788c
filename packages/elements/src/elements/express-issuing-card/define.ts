// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressIssuingCard } from './express-issuing-card.ts';

define('express-issuing-card', ExpressIssuingCard);
