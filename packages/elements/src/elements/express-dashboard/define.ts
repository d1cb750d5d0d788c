import { define } from '../../define.ts';
import '../activity-hub/define.ts';
import '../express-account-management/define.ts';
import '../express-balance/define.ts';
import '../express-balance-report/define.ts';
import '../express-disputes-list/define.ts';
import '../express-documents/define.ts';
import '../express-earnings/define.ts';
import '../express-login-link/define.ts';
import '../express-notification-banner/define.ts';
import '../express-payments/define.ts';
import '../express-payout-reconciliation-report/define.ts';
import '../express-payouts/define.ts';
import '../express-payouts-list/define.ts';
import '../express-transactions/define.ts';
import { ExpressDashboard } from './express-dashboard.ts';

define('express-dashboard', ExpressDashboard);
