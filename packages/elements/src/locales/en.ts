import { activity } from './en/activity.ts';
import { common, errors } from './en/common.ts';
import { balance } from './en/balance.ts';
import { connect } from './en/connect.ts';
import { diagnostics } from './en/diagnostics.ts';
import { loginLink } from './en/login-link.ts';
import { dashboard } from './en/dashboard.ts';
import { earnings } from './en/earnings.ts';
import { transactions } from './en/transactions.ts';

/** English: in every bundle, and what other languages must have. One group an element. */
export const en = {
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

/** Every text that the elements say. A language module that lacks one does not compile. */
export type Messages = typeof en;
