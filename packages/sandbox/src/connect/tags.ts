import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Port } from './shared/connector.ts';
import type { TagRow } from './shell.ts';

const placeholder =
  (what: string, announce?: readonly [setter: string, told: unknown]) =>
  (port: Port): TemplateResult =>
    html`<stripe-connect-sandbox-placeholder
      .port=${port}
      .what=${what}
      .announce=${announce}
    ></stripe-connect-sandbox-placeholder>`;

const collectionOptions = 'setCollectionOptions';

/** Every tag of connect-js 3.4.6, with the setters it passes on and what stands in for Stripe's component. */
export const tags: readonly TagRow[] = [
  {
    name: 'account-onboarding',
    setters: [
      'setFullTermsOfServiceUrl',
      'setRecipientTermsOfServiceUrl',
      'setPrivacyPolicyUrl',
      'setSkipTermsOfServiceCollection',
      collectionOptions,
      'setOnExit',
      'setOnStepChange',
    ],
    draw: (port) =>
      html`<stripe-connect-sandbox-account-onboarding
        .port=${port}
      ></stripe-connect-sandbox-account-onboarding>`,
  },
  {
    name: 'account-management',
    setters: [collectionOptions, 'setOnSectionOpen'],
    draw: (port) =>
      html`<stripe-connect-sandbox-account-management
        .port=${port}
      ></stripe-connect-sandbox-account-management>`,
  },
  {
    name: 'notification-banner',
    setters: [collectionOptions, 'setOnNotificationsChange'],
    bare: true,
    draw: (port) =>
      html`<stripe-connect-sandbox-notification-banner
        .port=${port}
      ></stripe-connect-sandbox-notification-banner>`,
  },
  {
    name: 'balances',
    setters: [],
    draw: (port) =>
      html`<stripe-connect-sandbox-balances .port=${port}></stripe-connect-sandbox-balances>`,
  },
  {
    name: 'payouts',
    setters: [],
    draw: (port) =>
      html`<stripe-connect-sandbox-balances
        .port=${port}
        .variant=${'payouts'}
      ></stripe-connect-sandbox-balances>`,
  },
  {
    name: 'payouts-list',
    setters: [],
    draw: (port) =>
      html`<stripe-connect-sandbox-payout-list .port=${port}></stripe-connect-sandbox-payout-list>`,
  },
  {
    name: 'payout-details',
    setters: ['setPayout', 'setOnClose'],
    bare: true,
    draw: (port) =>
      html`<stripe-connect-sandbox-details
        .port=${port}
        .kind=${'payout'}
      ></stripe-connect-sandbox-details>`,
  },
  {
    name: 'payments',
    setters: ['setDefaultFilters'],
    draw: (port) =>
      html`<stripe-connect-sandbox-payments .port=${port}></stripe-connect-sandbox-payments>`,
  },
  {
    name: 'payment-details',
    setters: ['setPayment', 'setOnClose'],
    bare: true,
    draw: (port) =>
      html`<stripe-connect-sandbox-details
        .port=${port}
        .kind=${'payment'}
      ></stripe-connect-sandbox-details>`,
  },
  {
    name: 'payment-disputes',
    setters: ['setPayment', 'setOnDisputesLoaded'],
    bare: true,
    draw: (port) =>
      html`<stripe-connect-sandbox-payment-disputes
        .port=${port}
        .payment=${port.settings.string('setPayment') ?? ''}
      ></stripe-connect-sandbox-payment-disputes>`,
  },
  {
    name: 'disputes-list',
    setters: [],
    draw: (port) =>
      html`<stripe-connect-sandbox-disputes .port=${port}></stripe-connect-sandbox-disputes>`,
  },
  {
    name: 'instant-payouts-promotion',
    setters: ['setOnInstantPayoutsPromotionLoaded', 'setOnInstantPayoutCreated'],
    draw: placeholder('instant payouts promotion', [
      'setOnInstantPayoutsPromotionLoaded',
      { promotionShown: true },
    ]),
  },
  {
    name: 'issuing-card',
    setters: ['setDefaultCard', 'setCardSwitching', 'setFetchEphemeralKey', 'setShowSpendControls'],
    draw: placeholder('issuing card'),
  },
  {
    name: 'issuing-cards-list',
    setters: ['setFetchEphemeralKey', 'setShowSpendControls', 'setIssuingProgram'],
    draw: placeholder('list of issuing cards'),
  },
  {
    name: 'financial-account',
    setters: ['setFinancialAccount'],
    draw: placeholder('financial account'),
  },
  {
    name: 'financial-account-transactions',
    setters: ['setFinancialAccount'],
    draw: placeholder('transactions of the financial account'),
  },
  { name: 'documents', setters: [], draw: placeholder('documents') },
  {
    name: 'tax-registrations',
    setters: [
      'setOnAfterTaxRegistrationAdded',
      'setDisplayCountries',
      'setOnAfterTaxRegistrationExpired',
    ],
    draw: placeholder('tax registrations'),
  },
  {
    name: 'tax-settings',
    setters: [
      'setHideProductTaxCodeSelector',
      'setDisplayHeadOfficeCountries',
      'setOnTaxSettingsUpdated',
    ],
    draw: placeholder('tax settings'),
  },
  { name: 'balance-report', setters: [], draw: placeholder('balance report') },
  {
    name: 'payout-reconciliation-report',
    setters: ['setOnReportAvailabilityLoaded'],
    draw: placeholder('payout reconciliation report', [
      'setOnReportAvailabilityLoaded',
      { isReportAvailable: true },
    ]),
  },
];
