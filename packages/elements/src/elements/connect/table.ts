import type {
  ConnectElementCommonMethodConfig,
  ConnectElementCustomMethodConfig,
  ConnectElementTagName,
} from '@stripe/connect-js';

/**
 * What a setter takes. `string` and `boolean` are attributes too, `json` is one that holds JSON, `function` a property
 * only, and `event` becomes an event of the element.
 */
export type SetterKind = 'string' | 'boolean' | 'json' | 'function' | 'event';

type Config = typeof ConnectElementCustomMethodConfig;
export type SettersOf<T extends ConnectElementTagName> = T extends keyof Config
  ? Config[T]
  : Record<never, never>;

/** What is handed to a setter of connect-js, by its own types. */
export type Taken<Setter> = Setter extends (value: infer Value) => void
  ? NonNullable<Value>
  : never;

/** The kind that connect-js's types allow a setter to have: a wrong one in the table does not compile. */
export type KindOf<Value> = [Value] extends [string]
  ? 'string'
  : [Value] extends [boolean]
    ? 'boolean'
    : [Value] extends [(...args: never[]) => Promise<unknown>]
      ? 'function'
      : [Value] extends [(...args: never[]) => void]
        ? 'event'
        : 'json';

/** What stands in an element's place while Stripe's part is on its way. */
export type Shape = 'list' | 'form' | 'card' | 'none';

interface Row<T extends ConnectElementTagName> {
  readonly shape: Shape;
  readonly setters: {
    readonly [S in keyof SettersOf<T>]: KindOf<Taken<SettersOf<T>[S]>>;
  };
}

/**
 * Every component that Stripe embeds: classes, entries, manifest, wrappers, stories and docs are made from this table.
 * `npm run connect-table` writes the files; a component or setter that connect-js has and this table has not is an
 * error of the compiler.
 */
export const connectTable = {
  'account-onboarding': {
    shape: 'form',
    setters: {
      setFullTermsOfServiceUrl: 'string',
      setRecipientTermsOfServiceUrl: 'string',
      setPrivacyPolicyUrl: 'string',
      setSkipTermsOfServiceCollection: 'boolean',
      setCollectionOptions: 'json',
      setOnExit: 'event',
      setOnStepChange: 'event',
    },
  },
  'account-management': {
    shape: 'form',
    setters: { setCollectionOptions: 'json', setOnSectionOpen: 'event' },
  },
  'notification-banner': {
    shape: 'none',
    setters: { setCollectionOptions: 'json', setOnNotificationsChange: 'event' },
  },
  payments: { shape: 'list', setters: { setDefaultFilters: 'json' } },
  'payment-details': { shape: 'none', setters: { setPayment: 'string', setOnClose: 'event' } },
  'payment-disputes': {
    shape: 'card',
    setters: { setPayment: 'string', setOnDisputesLoaded: 'event' },
  },
  'disputes-list': { shape: 'list', setters: {} },
  payouts: { shape: 'list', setters: {} },
  'payouts-list': { shape: 'list', setters: {} },
  'payout-details': { shape: 'none', setters: { setPayout: 'string', setOnClose: 'event' } },
  balances: { shape: 'card', setters: {} },
  'instant-payouts-promotion': {
    shape: 'none',
    setters: {
      setOnInstantPayoutsPromotionLoaded: 'event',
      setOnInstantPayoutCreated: 'event',
    },
  },
  'issuing-card': {
    shape: 'card',
    setters: {
      setDefaultCard: 'string',
      setCardSwitching: 'boolean',
      setFetchEphemeralKey: 'function',
      setShowSpendControls: 'boolean',
    },
  },
  'issuing-cards-list': {
    shape: 'list',
    setters: {
      setFetchEphemeralKey: 'function',
      setShowSpendControls: 'boolean',
      setIssuingProgram: 'string',
    },
  },
  'financial-account': { shape: 'card', setters: { setFinancialAccount: 'string' } },
  'financial-account-transactions': { shape: 'list', setters: { setFinancialAccount: 'string' } },
  documents: { shape: 'list', setters: {} },
  'tax-registrations': {
    shape: 'list',
    setters: {
      setOnAfterTaxRegistrationAdded: 'event',
      setDisplayCountries: 'json',
      setOnAfterTaxRegistrationExpired: 'event',
    },
  },
  'tax-settings': {
    shape: 'form',
    setters: {
      setHideProductTaxCodeSelector: 'boolean',
      setDisplayHeadOfficeCountries: 'json',
      setOnTaxSettingsUpdated: 'event',
    },
  },
  'balance-report': { shape: 'list', setters: {} },
  'payout-reconciliation-report': {
    shape: 'list',
    setters: { setOnReportAvailabilityLoaded: 'event' },
  },
} as const satisfies { readonly [T in ConnectElementTagName]: Row<T> };

/** Setters that every component has; the controller of Stripe's part sets them. */
export type CommonSetter = keyof typeof ConnectElementCommonMethodConfig;

/** The component that has an element of its own with more around it, so there is no `express-balances`. */
export const withinOthers = ['balances'] as const satisfies readonly ConnectElementTagName[];

type PropertyOf<Setter> = Setter extends `set${infer Name}` ? Uncapitalize<Name> : never;

/** A setter's property. @example propertyOf('setDefaultFilters') // 'defaultFilters' */
export const propertyOf = (setter: string): string =>
  setter.charAt(3).toLowerCase() + setter.slice(4);

/** A property's attribute. @example attributeOf('defaultFilters') // 'default-filters' */
export const attributeOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A callback's event. @example eventOf('setOnStepChange') // 'express-step-change' */
export const eventOf = (setter: string): string =>
  `express-${attributeOf(propertyOf(setter)).replace(/^on-/, '')}`;

/** A component's element. @example elementOf('payouts-list') // 'express-payouts-list' */
export const elementOf = (name: ConnectElementTagName): string => `express-${name}`;

/** The properties of a component's element. */
export type ConnectProperties<T extends ConnectElementTagName> = {
  [
    S in keyof SettersOf<T> as KindOf<Taken<SettersOf<T>[S]>> extends 'event'
      ? never
      : PropertyOf<S>
  ]: Taken<SettersOf<T>[S]> | undefined;
};
