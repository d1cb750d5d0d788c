import { activity } from './en/activity.ts';
import { common, errors } from './en/common.ts';
import { dashboard } from './en/dashboard.ts';
import { earnings } from './en/earnings.ts';
import { transactions } from './en/transactions.ts';

/** English: in every bundle, and what other languages must have. One group an element. */
export const en = { common, errors, transactions, earnings, activity, dashboard };

/** Every text that the elements say. A language module that lacks one does not compile. */
export type Messages = typeof en;
