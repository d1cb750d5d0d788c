import { define } from '../../define.ts';
import { ExpressEarnings } from './express-earnings.ts';

define('express-earnings', ExpressEarnings);
