import { activity } from './en/activity.ts';
import { common, errors } from './en/common.ts';
import { balance } from './en/balance.ts';
import { connect } from './en/connect.ts';
import { diagnostics } from './en/diagnostics.ts';
import { explain } from './en/explain.ts';
import { loginLink } from './en/login-link.ts';
import { dashboard } from './en/dashboard.ts';
import { earnings } from './en/earnings.ts';
import { transactions } from './en/transactions.ts';

/**
 * English, whole: what other languages must have. A bundle has only the sections its elements name (`sections/`), so
 * elements import the type from here and never this.
 */
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
  explain,
};

/** Every text that the elements say, by section. A language that lacks one does not compile. */
export type Messages = typeof en;
