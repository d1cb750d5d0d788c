// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressPayoutReconciliationReport } from './express-payout-reconciliation-report.ts';

define('express-payout-reconciliation-report', ExpressPayoutReconciliationReport);
