import { define } from '../../define.ts';
import { ExpressLoginLink } from './express-login-link.ts';

define('express-login-link', ExpressLoginLink);
