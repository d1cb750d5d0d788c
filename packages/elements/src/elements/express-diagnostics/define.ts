import { define } from '../../define.ts';
import { ExpressDiagnostics } from './express-diagnostics.ts';

define('express-diagnostics', ExpressDiagnostics);
