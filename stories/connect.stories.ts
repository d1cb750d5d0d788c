/** Stripe's own components, each in its element. What is inside the frame is Stripe's; here a stand-in draws it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/all';
import { failing, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';
import { newest } from './support/stack.ts';

const meta: Meta = { title: 'Stripe’s components' };
export default meta;

const note = 'Stripe draws this part; a stand-in shows what it does.';
const owner = { role: 'owner' };

const component = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  signIn = owner,
): StoryObj => ({
  render: () => element(`express-${name}`, attributes),
  decorators: [inPage({ signIn, note })],
});

/** A component that is about one object of the catalogue's world. */
const about = (name: string, attribute: string, idOf: () => Promise<unknown>): StoryObj => ({
  loaders: [async () => ({ id: await idOf() })],
  render: (_args, { loaded }) => element(`express-${name}`, { [attribute]: String(loaded['id']) }),
  decorators: [inPage({ signIn: owner, note })],
});

const withIssuing = { role: 'owner with Issuing' };

export const Payments = component('payments');
export const PaymentsFiltered = component('payments', {
  'default-filters': '{"status":["refunded"]}',
});
export const Payouts = component('payouts');
export const PayoutsList = component('payouts-list');
export const DisputesList = component('disputes-list');
export const AccountOnboarding = component('account-onboarding');
export const AccountManagement = component('account-management');
export const Documents = component('documents');
export const BalanceReport = component('balance-report');
export const PayoutReconciliationReport = component('payout-reconciliation-report');
export const InstantPayoutsPromotion = component('instant-payouts-promotion');
export const PaymentDetails = about(
  'payment-details',
  'payment',
  async () => (await newest('charges')).id,
);
export const PayoutDetails = about(
  'payout-details',
  'payout',
  async () => (await newest('payouts')).id,
);
export const PaymentDisputes = about(
  'payment-disputes',
  'payment',
  async () => (await newest('disputes')).charge,
);
export const TaxRegistrations = component('tax-registrations');
export const TaxSettings = component('tax-settings');
export const IssuingCard = component('issuing-card', {}, withIssuing);
export const IssuingCardsList = component('issuing-cards-list', {}, withIssuing);
export const FinancialAccount = component(
  'financial-account',
  { 'financial-account': 'fa_1' },
  withIssuing,
);
export const FinancialAccountTransactions = component(
  'financial-account-transactions',
  {},
  withIssuing,
);

/** Something is due: the banner says so. */
export const NotificationBanner: StoryObj = {
  render: () => element('express-notification-banner'),
  decorators: [inPage({ signIn: { seller: 2, role: 'owner' }, note })],
};
/** Nothing is due: the banner takes no room. */
export const NotificationBannerQuiet: StoryObj = {
  render: () => element('express-notification-banner'),
  decorators: [inPage({ signIn: { seller: 0, role: 'owner' }, note })],
};
export const Loading: StoryObj = {
  render: () => element('express-payments'),
  decorators: [inPage({ signIn: owner, answers: { '/account-session': pending } })],
};
export const Failed: StoryObj = {
  render: () => element('express-payments'),
  decorators: [
    inPage({ signIn: owner, answers: { '/account-session': failing(502, 'stripe_error', 'api') } }),
  ],
};
/** A viewer may not refund: the component is not granted and the page's own content stands there. */
export const NotOffered: StoryObj = {
  render: () => element('express-account-management', {}, 'Only the owner changes the account.'),
  decorators: [inPage({ signIn: { role: 'viewer' } })],
};
