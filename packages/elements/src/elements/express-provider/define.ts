import { define } from '../../define.ts';
import { ExpressProvider } from './express-provider.ts';

define('express-provider', ExpressProvider);
