/**
 * What a client secret must have been granted for a call: any one of a list, a component or `component.feature`.
 * Stripe's components are the only callers; which of them needs what is ours to say.
 */

const settingUp = [
  'account_management',
  'account_onboarding',
  'balances',
  'payouts',
  'notification_banner',
  'instant_payouts_promotion',
];
const payments = ['payments', 'payment_details', 'disputes_list', 'payment_disputes'];
const payouts = [
  'balances',
  'payouts',
  'payouts_list',
  'payout_details',
  'instant_payouts_promotion',
];
const reports = ['balance_report', 'payout_reconciliation_report', 'reporting_chart'];
const papers = ['documents', 'tax_settings', 'tax_registrations'];

const each = (components: readonly string[], feature: string): string[] =>
  components.map((component) => `${component}.${feature}`);

export const grants = {
  seeAccount: [...settingUp, ...payments, ...payouts, ...reports, ...papers],
  editAccount: ['account_management', 'account_onboarding'],
  answerRequirements: ['notification_banner', 'account_onboarding', 'account_management'],
  seeBanks: settingUp,
  editBanks: each(settingUp, 'external_account_collection'),
  seePayouts: payouts,
  payOut: ['balances', 'payouts', 'instant_payouts_promotion'],
  payOutStandard: each(['balances', 'payouts'], 'standard_payouts'),
  payOutInstant: each(['balances', 'payouts', 'instant_payouts_promotion'], 'instant_payouts'),
  editSchedule: each(['balances', 'payouts'], 'edit_payout_schedule'),
  seeRows: [...payouts, 'payments', 'payment_details', ...reports],
  seePayments: payments,
  refund: each(payments, 'refund_management'),
  dispute: each(payments, 'dispute_management'),
  capture: each(['payments', 'payment_details', 'disputes_list'], 'capture_payments'),
  addMoney: ['balances', 'payouts', 'payments'],
} as const satisfies Record<string, readonly string[]>;
