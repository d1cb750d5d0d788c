import { define } from '../../define.ts';
import { ExpressBalance } from './express-balance.ts';

define('express-balance', ExpressBalance);
