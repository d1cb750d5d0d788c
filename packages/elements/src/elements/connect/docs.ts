import type { ConnectElementTagName } from '@stripe/connect-js';
import type { SettersOf } from './table.ts';

interface Doc<T extends ConnectElementTagName> {
  readonly summary: string;
  /** One line for each setter of connect-js: what the property or event of it is for. */
  readonly setters: { readonly [S in keyof SettersOf<T>]: string };
}

const collectionOptions =
  'Which requirements are asked for: `{fields, futureRequirements, requirements}`.';
const ephemeralKey = 'Gives the ephemeral key with which Stripe shows a card number.';

/** What the reference says of each component and setter. For the manifest and the docs; no bundle has it. */
export const connectDocs = {
  'account-onboarding': {
    summary: "Stripe's onboarding: what it must know before the seller can be paid.",
    setters: {
      setFullTermsOfServiceUrl: 'Your terms for accounts with the full service agreement.',
      setRecipientTermsOfServiceUrl: 'Your terms for accounts with the recipient agreement.',
      setPrivacyPolicyUrl: 'Your privacy policy.',
      setSkipTermsOfServiceCollection: "Whether Stripe's terms are agreed to elsewhere.",
      setCollectionOptions: collectionOptions,
      setOnExit: 'The seller has left, done or not.',
      setOnStepChange: 'Another step is shown.',
    },
  },
  'account-management': {
    summary: "The seller's account details and bank accounts, to see and to change.",
    setters: {
      setCollectionOptions: collectionOptions,
      setOnSectionOpen: 'A section was opened.',
    },
  },
  'notification-banner': {
    summary:
      'What Stripe needs from the seller, and what happens otherwise; no height when nothing.',
    setters: {
      setCollectionOptions: collectionOptions,
      setOnNotificationsChange: 'There are other notices than before.',
    },
  },
  payments: {
    summary: 'Payments with their details, refunds and disputes.',
    setters: {
      setDefaultFilters: 'The filters it starts with: `{amount, date, status, paymentMethod}`.',
    },
  },
  'payment-details': {
    summary: 'One payment, laid over the page.',
    setters: {
      setPayment: 'The payment to show: `py_…`, `ch_…` or `pi_…`.',
      setOnClose: 'It was closed.',
    },
  },
  'payment-disputes': {
    summary: 'The disputes of one payment, and replying to them.',
    setters: {
      setPayment: 'The payment whose disputes to show.',
      setOnDisputesLoaded: 'It is known how many there are.',
    },
  },
  'disputes-list': { summary: 'All disputes, and replying to them.', setters: {} },
  payouts: { summary: 'Payouts, the balance and paying out.', setters: {} },
  'payouts-list': { summary: 'Payouts alone.', setters: {} },
  'payout-details': {
    summary: 'One payout with what it is made of, laid over the page.',
    setters: { setPayout: 'The payout to show: `po_…`.', setOnClose: 'It was closed.' },
  },
  balances: { summary: 'Balance, paying out, schedule and bank account.', setters: {} },
  'instant-payouts-promotion': {
    summary: 'Offers an instant payout to who may have one.',
    setters: {
      setOnInstantPayoutsPromotionLoaded: 'It is known whether it shows.',
      setOnInstantPayoutCreated: 'The seller has made an instant payout.',
    },
  },
  'issuing-card': {
    summary: 'One issued card.',
    setters: {
      setDefaultCard: 'The card it starts with.',
      setCardSwitching: 'Whether another card may be chosen.',
      setFetchEphemeralKey: ephemeralKey,
      setShowSpendControls: 'Whether spending limits show.',
    },
  },
  'issuing-cards-list': {
    summary: 'All issued cards.',
    setters: {
      setFetchEphemeralKey: ephemeralKey,
      setShowSpendControls: 'Whether spending limits show.',
      setIssuingProgram: 'The programme whose cards show.',
    },
  },
  'financial-account': {
    summary: 'A financial account.',
    setters: { setFinancialAccount: 'The account to show: `fa_…`.' },
  },
  'financial-account-transactions': {
    summary: 'Transactions of a financial account.',
    setters: { setFinancialAccount: 'The account whose transactions show.' },
  },
  documents: { summary: 'Documents from Stripe, such as tax invoices.', setters: {} },
  'tax-registrations': {
    summary: 'Where the seller is registered for tax.',
    setters: {
      setOnAfterTaxRegistrationAdded: 'A registration was added.',
      setDisplayCountries: 'The countries that show, as a list of codes.',
      setOnAfterTaxRegistrationExpired: 'A registration has ended.',
    },
  },
  'tax-settings': {
    summary: 'Where the seller sits and what they sell, for tax.',
    setters: {
      setHideProductTaxCodeSelector: 'Whether the product tax code is left out.',
      setDisplayHeadOfficeCountries: 'The countries that may be chosen, as a list of codes.',
      setOnTaxSettingsUpdated: 'The settings were saved.',
    },
  },
  'balance-report': {
    summary: 'A summary of the balance over a period, to download.',
    setters: {},
  },
  'payout-reconciliation-report': {
    summary: 'Which payments went out with which payout, to download.',
    setters: { setOnReportAvailabilityLoaded: 'It is known whether there is a report.' },
  },
} as const satisfies { readonly [T in ConnectElementTagName]: Doc<T> };
