import type Stripe from 'stripe';
import type {
  AccountRecord,
  ExternalAccountRecord,
  RequirementsRecord,
  SettingsRecord,
} from '../../world/records.ts';

const nothing = (): Stripe.BankAccount.Requirements => ({
  currently_due: [],
  errors: [],
  past_due: [],
  pending_verification: [],
});

function bankObject(account: string, bank: ExternalAccountRecord): Stripe.BankAccount {
  return {
    id: bank.id,
    object: 'bank_account',
    account,
    account_holder_name: bank.holder,
    account_holder_type: bank.holderType,
    account_type: null,
    available_payout_methods: bank.instant ? ['standard', 'instant'] : ['standard'],
    bank_name: bank.name,
    country: bank.country,
    currency: bank.currency,
    default_for_currency: bank.isDefault,
    fingerprint: bank.id.slice(-16),
    future_requirements: nothing(),
    last4: bank.last4,
    metadata: { ...bank.metadata },
    requirements: nothing(),
    routing_number: bank.routing,
    status: bank.status,
  };
}

function cardObject(account: string, card: ExternalAccountRecord): Stripe.Card {
  return {
    id: card.id,
    object: 'card',
    account,
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    available_payout_methods: card.instant ? ['standard', 'instant'] : ['standard'],
    brand: card.name,
    country: card.country,
    currency: card.currency,
    cvc_check: 'pass',
    default_for_currency: card.isDefault,
    dynamic_last4: null,
    exp_month: 8,
    exp_year: 2035,
    fingerprint: card.id.slice(-16),
    funding: 'debit',
    last4: card.last4,
    metadata: { ...card.metadata },
    name: card.holder,
    regulated_status: 'unregulated',
    status: card.status === 'errored' ? 'errored' : 'new',
    tokenization_method: null,
  };
}

export const externalAccountObject = (
  account: string,
  record: ExternalAccountRecord,
): Stripe.ExternalAccount =>
  record.object === 'card' ? cardObject(account, record) : bankObject(account, record);

export const deletedExternalAccount = (
  record: ExternalAccountRecord,
): Stripe.DeletedExternalAccount =>
  record.object === 'card'
    ? { id: record.id, object: 'card', currency: record.currency, deleted: true }
    : { id: record.id, object: 'bank_account', currency: record.currency, deleted: true };

function requirements(record: RequirementsRecord): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: record.deadline,
    currently_due: [...record.current],
    disabled_reason: record.disabledReason,
    errors: record.errors.map((error) => ({ ...error })),
    eventually_due: [...record.eventual],
    past_due: [...record.past],
    pending_verification: [...record.pending],
  };
}

const noRequirements = (): Stripe.Account.FutureRequirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
});

export const effectiveDelay = (settings: SettingsRecord): number =>
  settings.delayOverride ?? settings.delayDays;

function schedule(settings: SettingsRecord): Stripe.Account.Settings.Payouts.Schedule {
  const [day] = settings.weeklyDays;
  const [date] = settings.monthlyDays;
  return {
    delay_days: effectiveDelay(settings),
    interval: settings.interval,
    ...(settings.interval === 'weekly' && day !== undefined
      ? { weekly_anchor: day, weekly_payout_days: [...settings.weeklyDays] }
      : {}),
    ...(settings.interval === 'monthly' && date !== undefined
      ? { monthly_anchor: date, monthly_payout_days: [...settings.monthlyDays] }
      : {}),
  };
}

function settingsObject(account: AccountRecord): Stripe.Account.Settings {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: true, cvc_failure: true },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: account.name, timezone: account.timeZone },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'offer' },
    payments: {
      statement_descriptor: account.statementDescriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: account.settings.debitNegativeBalances,
      schedule: schedule(account.settings),
      statement_descriptor: account.settings.statementDescriptor,
    },
    sepa_debit_payments: {},
  };
}

/** Express accounts: Stripe collects what it needs, the platform stands for losses, the seller pays the fees. */
const controller = (platform: boolean): Stripe.Account.Controller =>
  platform
    ? { type: 'account' }
    : {
        type: 'application',
        is_controller: true,
        fees: { payer: 'account' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'express' },
      };

const capability = (active: boolean): 'active' | 'inactive' => (active ? 'active' : 'inactive');

export function accountObject(account: AccountRecord): Stripe.Account {
  return {
    id: account.id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: account.mcc,
      minority_owned_business_designation: null,
      name: account.name,
      product_description: account.product,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: account.email,
      support_phone: account.phone,
      support_url: `${account.url}/help`,
      url: account.url,
    },
    business_type: 'company',
    capabilities: { card_payments: capability(account.chargesEnabled), transfers: 'active' },
    charges_enabled: account.chargesEnabled,
    controller: controller(account.platform),
    country: account.country,
    created: account.created,
    default_currency: account.currency,
    details_submitted: true,
    email: account.email,
    external_accounts: {
      object: 'list',
      data: account.externalAccounts.map((bank) => externalAccountObject(account.id, bank)),
      has_more: false,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    future_requirements: noRequirements(),
    metadata: { ...account.metadata },
    payouts_enabled: account.payoutsEnabled,
    requirements: requirements(account.requirements),
    settings: settingsObject(account),
    tos_acceptance: { date: account.created, ip: null, user_agent: null },
    type: account.platform ? 'standard' : 'express',
  };
}

export function capabilityObject(
  account: AccountRecord,
  name: 'card_payments' | 'transfers',
): Stripe.Capability {
  return {
    id: name,
    object: 'capability',
    account: account.id,
    requested: true,
    requested_at: account.created,
    requirements: {
      alternatives: [],
      current_deadline: account.requirements.deadline,
      currently_due: [...account.requirements.current],
      disabled_reason: null,
      errors: [],
      eventually_due: [...account.requirements.eventual],
      past_due: [...account.requirements.past],
      pending_verification: [],
    },
    status: name === 'transfers' ? 'active' : capability(account.chargesEnabled),
  };
}

/** Settlement days begin at midnight UTC here. */
const startOfDay = { hour: 0, minutes: 0, timezone: 'Etc/UTC' };

export function balanceSettingsObject(account: AccountRecord): Stripe.BalanceSettings {
  const { settings } = account;
  const minimums = Object.keys(settings.minimumBalances).length > 0;
  return {
    object: 'balance_settings',
    payments: {
      debit_negative_balances: settings.debitNegativeBalances,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: minimums ? { ...settings.minimumBalances } : null,
        schedule: {
          interval: settings.interval,
          ...(settings.interval === 'weekly'
            ? { weekly_payout_days: [...settings.weeklyDays] }
            : {}),
          ...(settings.interval === 'monthly'
            ? { monthly_payout_days: [...settings.monthlyDays] }
            : {}),
        },
        statement_descriptor: settings.statementDescriptor,
        status: account.payoutsEnabled ? 'enabled' : 'disabled',
      },
      settlement_timing: {
        delay_days: effectiveDelay(settings),
        ...(settings.delayOverride === null ? {} : { delay_days_override: settings.delayOverride }),
        start_of_day: { ...startOfDay },
      },
    },
  };
}
