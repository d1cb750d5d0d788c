import type { Messages } from './en.ts';
import { activity } from './es/activity.ts';
import { common, errors } from './es/common.ts';
import { balance } from './es/balance.ts';
import { connect } from './es/connect.ts';
import { diagnostics } from './es/diagnostics.ts';
import { loginLink } from './es/login-link.ts';
import { dashboard } from './es/dashboard.ts';
import { earnings } from './es/earnings.ts';
import { transactions } from './es/transactions.ts';

/** Spanish. */
export const es: Messages = {
  common,
  errors,
  transactions,
  earnings,
  activity,
  dashboard,
  balance,
  connect,
  diagnostics,
  loginLink,
};
