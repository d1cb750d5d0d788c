import type Stripe from 'stripe';

type Params = Stripe.AccountSessionCreateParams.Components;
/** The name of a component in an account session (`payment_details`). */
export type ComponentName = keyof Params;

type FeaturesOf<Name extends ComponentName> =
  NonNullable<Params[Name]> extends { features?: infer Features } ? NonNullable<Features> : never;

/**
 * What one component is granted: every feature key that Stripe knows, written out, for several default to true and a
 * new one must be decided on. Stripe's type grows with its API; a key that is missing here does not compile.
 */
export type Grant<Name extends ComponentName> = {
  readonly [Feature in keyof FeaturesOf<Name>]-?: boolean;
};

/** The components of a role; what is not here is not granted. */
export type Components = { readonly [Name in ComponentName]?: Grant<Name> };

const paymentFeatures = (allowed: {
  readonly refunds: boolean;
  readonly disputes: boolean;
  readonly capture: boolean;
  readonly onBehalfOf: boolean;
}): Grant<'payments'> => ({
  refund_management: allowed.refunds,
  dispute_management: allowed.disputes,
  smart_disputes_management: allowed.disputes,
  capture_payments: allowed.capture,
  destination_on_behalf_of_charge_management: allowed.onBehalfOf,
});

const account = {
  disable_stripe_user_authentication: false,
  external_account_collection: true,
} as const satisfies Grant<'account_management'>;

const payouts: Grant<'balances'> = {
  ...account,
  edit_payout_schedule: true,
  instant_payouts: true,
  standard_payouts: true,
};

const everyPayment = paymentFeatures({
  refunds: true,
  disputes: true,
  capture: true,
  onBehalfOf: true,
});
const noPayment = paymentFeatures({
  refunds: false,
  disputes: false,
  capture: false,
  onBehalfOf: false,
});
const supportPayment = paymentFeatures({
  refunds: true,
  disputes: true,
  capture: false,
  onBehalfOf: false,
});

/** All that the Express Dashboard has, asked for by name: Express accounts default to less. */
export const ownerComponents: Components = {
  account_management: account,
  account_onboarding: account,
  notification_banner: account,
  balances: payouts,
  payouts,
  payouts_list: {},
  payout_details: {},
  instant_payouts_promotion: { ...account, instant_payouts: true },
  payments: everyPayment,
  payment_details: everyPayment,
  payment_disputes: {
    refund_management: true,
    dispute_management: true,
    smart_disputes_management: true,
    destination_on_behalf_of_charge_management: true,
  },
  disputes_list: everyPayment,
  documents: {},
  balance_report: {},
  payout_reconciliation_report: {},
  tax_registrations: {},
  tax_settings: {},
};

/** Sees where the money is and changes nothing: without `external_account_collection`, which Stripe does not let go. */
export const viewerComponents: Components = {
  payouts_list: {},
  payout_details: {},
  payments: noPayment,
  payment_details: noPayment,
};

export const financeComponents: Components = {
  ...viewerComponents,
  balance_report: {},
  payout_reconciliation_report: {},
};

/** Helps customers: refunds and disputes, and nothing of the seller's own money. */
export const supportComponents: Components = {
  payments: supportPayment,
  payment_details: supportPayment,
  disputes_list: supportPayment,
};
