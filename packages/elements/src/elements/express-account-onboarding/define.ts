// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressAccountOnboarding } from './express-account-onboarding.ts';

define('express-account-onboarding', ExpressAccountOnboarding);
