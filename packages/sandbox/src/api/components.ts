import type Stripe from 'stripe';
import { invalid, missingParam, unknownParam } from './errors.ts';
import type { FormValue } from './form.ts';
import { boolean } from './params.ts';

type Components = Stripe.AccountSession.Components;
export type ComponentName = keyof Components;

/** Where a feature that was not asked for gets its value from; Stripe's letters are in the reference. */
type Rule =
  | 'on'
  | 'off'
  /** The opposite of `external_account_collection`; only for accounts whose requirements the platform collects. */
  | 'authentication'
  /** Always on where Stripe collects the requirements. */
  | 'collection'
  /** The same as `dispute_management`. */
  | 'disputes';

const authenticated = {
  disable_stripe_user_authentication: 'authentication',
  external_account_collection: 'collection',
} as const satisfies Record<string, Rule>;
const payouts = {
  ...authenticated,
  edit_payout_schedule: 'off',
  instant_payouts: 'off',
  standard_payouts: 'off',
} as const satisfies Record<string, Rule>;
const disputing = {
  destination_on_behalf_of_charge_management: 'off',
  dispute_management: 'on',
  refund_management: 'on',
  smart_disputes_management: 'disputes',
} as const satisfies Record<string, Rule>;
const payments = { capture_payments: 'on', ...disputing } as const satisfies Record<string, Rule>;
const issuing = {
  card_management: 'on',
  card_spend_dispute_management: 'on',
  cardholder_management: 'on',
  spend_control_management: 'on',
} as const satisfies Record<string, Rule>;

/** Every component and its features: what the API knows, no more and no less than the SDK's types do. */
export const components = {
  account_management: authenticated,
  account_onboarding: authenticated,
  balance_report: {},
  balances: payouts,
  disputes_list: payments,
  documents: {},
  financial_account: { ...authenticated, send_money: 'on', transfer_balance: 'on' },
  financial_account_transactions: { card_spend_dispute_management: 'on' },
  instant_payouts_promotion: { ...authenticated, instant_payouts: 'off' },
  issuing_card: issuing,
  issuing_cards_list: { ...issuing, disable_stripe_user_authentication: 'authentication' },
  notification_banner: authenticated,
  payment_details: payments,
  payment_disputes: disputing,
  payment_method_settings: { disable_stripe_user_authentication: 'authentication' },
  payments,
  payout_details: {},
  payout_reconciliation_report: {},
  payouts,
  payouts_list: {},
  reporting_chart: {},
  tax_registrations: {},
  tax_settings: {},
  terminal_hardware_orders: {},
  terminal_hardware_shop: {},
} as const satisfies { readonly [K in ComponentName]: FeatureRules<K> };

type FeatureRules<K extends ComponentName> = Readonly<
  Record<keyof Components[K]['features'], Rule>
>;
type Features<R> = { -readonly [K in keyof R]: boolean };
type Effective = {
  -readonly [K in ComponentName]: { enabled: boolean; features: Features<(typeof components)[K]> };
};

/** What one component was asked for. */
interface Wish {
  readonly enabled: boolean;
  readonly features: Readonly<Record<string, boolean>>;
}
const nothing: Wish = { enabled: false, features: {} };

const isHash = (value: FormValue | undefined): value is { [key: string]: FormValue } =>
  typeof value === 'object' && !Array.isArray(value);

function readWish(value: FormValue | undefined, name: ComponentName): Wish {
  const path = `components[${name}]`;
  if (!isHash(value)) throw invalid('Invalid object', { param: path });
  const stranger = Object.keys(value).find((key) => key !== 'enabled' && key !== 'features');
  if (stranger !== undefined) throw unknownParam(`${path}[${stranger}]`);
  const features = value['features'] ?? {};
  if (!isHash(features)) throw invalid('Invalid object', { param: `${path}[features]` });
  const enabled = boolean(value['enabled'], `${path}[enabled]`);
  const entries = Object.entries(features).map(([feature, on]) => {
    const at = `${path}[features][${feature}]`;
    if (!Object.hasOwn(components[name], feature)) throw unknownParam(at);
    return [feature, boolean(on, at)] as const;
  });
  return { enabled, features: Object.fromEntries(entries) };
}

/**
 * The value that a feature gets. Express accounts: Stripe collects requirements and asks for its own sign-in,
 * so neither can be turned off.
 */
function effective(name: ComponentName, feature: string, rule: Rule, wish: Wish): boolean {
  const wanted = wish.features[feature];
  if (rule === 'collection' || rule === 'authentication') {
    const only = rule === 'collection';
    if (wanted !== undefined && wanted !== only) throw refused(name, feature, only);
    return only;
  }
  if (wanted !== undefined) return wanted;
  return rule === 'disputes' ? (wish.features['dispute_management'] ?? true) : rule === 'on';
}

const refused = (name: ComponentName, feature: string, only: boolean) =>
  invalid(
    `The feature ${feature} must be ${only} for accounts where Stripe collects requirements ` +
      '(controller.requirement_collection is stripe).',
    { param: `components[${name}][features][${feature}]` },
  );

/** Every component with its effective features. @param sent the form's `components` */
export function effectiveComponents(sent: FormValue | undefined): Effective {
  if (sent === undefined) throw missingParam('components');
  if (!isHash(sent)) throw invalid('Invalid object', { param: 'components' });
  const stranger = Object.keys(sent).find((key) => !Object.hasOwn(components, key));
  if (stranger !== undefined) throw unknownParam(`components[${stranger}]`);
  const of = <K extends ComponentName>(name: K): Effective[K] => {
    const wish = sent[name] === undefined ? nothing : readWish(sent[name], name);
    const rules = Object.entries<Rule>(components[name]);
    const values = rules.map(([feature, rule]) => [feature, effective(name, feature, rule, wish)]);
    return { enabled: wish.enabled, features: Object.fromEntries(values) };
  };
  return {
    account_management: of('account_management'),
    account_onboarding: of('account_onboarding'),
    balance_report: of('balance_report'),
    balances: of('balances'),
    disputes_list: of('disputes_list'),
    documents: of('documents'),
    financial_account: of('financial_account'),
    financial_account_transactions: of('financial_account_transactions'),
    instant_payouts_promotion: of('instant_payouts_promotion'),
    issuing_card: of('issuing_card'),
    issuing_cards_list: of('issuing_cards_list'),
    notification_banner: of('notification_banner'),
    payment_details: of('payment_details'),
    payment_disputes: of('payment_disputes'),
    payment_method_settings: of('payment_method_settings'),
    payments: of('payments'),
    payout_details: of('payout_details'),
    payout_reconciliation_report: of('payout_reconciliation_report'),
    payouts: of('payouts'),
    payouts_list: of('payouts_list'),
    reporting_chart: of('reporting_chart'),
    tax_registrations: of('tax_registrations'),
    tax_settings: of('tax_settings'),
    terminal_hardware_orders: of('terminal_hardware_orders'),
    terminal_hardware_shop: of('terminal_hardware_shop'),
  };
}
