import { currencies } from '../../world/currencies.ts';
import { payoutDays, type AccountRecord, type ExternalAccountRecord } from '../../world/records.ts';
import {
  addBank,
  changeAccount,
  changeSettings,
  removeBank,
  updateBank,
} from '../../world/rules/accounts.ts';
import type { Book } from '../../world/book.ts';
import { effectiveComponents } from '../components.ts';
import { invalid, missingParam, noSuch } from '../errors.ts';
import type { FormValue } from '../form.ts';
import { page, pageShape } from '../lists.ts';
import {
  accountObject,
  balanceSettingsObject,
  deletedExternalAccount,
  externalAccountObject,
} from '../objects/accounts.ts';
import {
  between,
  boolean,
  currency,
  emptyable,
  hash,
  integer,
  list,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  range,
  string,
  text,
  type Reader,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';

/** The account of the path: the platform may name any of its own, an account only itself. */
function named(context: Context): Book {
  const id = param(context, 'id');
  const book = context.world.find(id);
  if (!book || (!context.book.account.platform && book !== context.book)) {
    throw invalid(
      `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
      403,
    );
  }
  return book;
}

const collecting = [
  'account_management',
  'account_onboarding',
  'balances',
  'payouts',
  'notification_banner',
  'instant_payouts_promotion',
];
const anything = [
  ...collecting,
  'payments',
  'payment_details',
  'payouts_list',
  'payout_details',
  'disputes_list',
  'payment_disputes',
  'documents',
  'balance_report',
  'payout_reconciliation_report',
  'tax_settings',
  'tax_registrations',
];
const banking = collecting.map((name) => `${name}.external_account_collection`);

const profileShape = object({
  name: optional(text(200)),
  product_description: optional(text(2000)),
  support_email: optional(text(200)),
  support_phone: optional(text(40)),
  url: optional(text(500)),
});

const anyValue: Reader<FormValue | undefined> = (value) => value;

const accountRoutes = [
  route(
    'POST /v1/account_sessions',
    { account: string, components: anyValue },
    (context, sent) => {
      const book = context.world.find(sent.account);
      if (!book || book.account.platform) throw noSuch('account', sent.account, 'account', 400);
      const components = effectiveComponents(sent.components);
      const session = context.sessions.create(book.id, components, context.wall);
      return {
        object: 'account_session',
        account: book.id,
        client_secret: session.secret,
        components,
        expires_at: session.expiresAt,
        livemode: false,
      };
    },
    { scope: 'platform', writes: false },
  ),

  route('GET /v1/account', {}, ({ book }) => accountObject(book.account), { grants: anything }),

  route(
    'GET /v1/accounts',
    { ...pageShape, created: optional(range) },
    ({ world }, sent) =>
      page(
        sent,
        {
          url: '/v1/accounts',
          what: 'account',
          length: world.sellers.length,
          created: () => world.sellers[0]?.account.created ?? 0,
          indexOf: (id) => {
            const at = world.sellers.findIndex((book) => book.id === id);
            return at < 0 ? null : at;
          },
          at: (n) => accountObject((world.sellers[n] ?? world.platform).account),
        },
        sent.created,
      ),
    { scope: 'platform' },
  ),

  route('GET /v1/accounts/:id', {}, (context) => accountObject(named(context).account), {
    grants: anything,
  }),

  route(
    'POST /v1/accounts/:id',
    {
      business_profile: optional(profileShape),
      email: optional(text(200)),
      metadata: optional(metadata),
      settings: optional(
        object({ payments: optional(object({ statement_descriptor: optional(text(22)) })) }),
      ),
    },
    (context, sent) => {
      const book = named(context);
      const old = book.account;
      const change = accountChange(old, sent);
      changeAccount(context.world, book, change, previousOf(old, change));
      return accountObject(book.account);
    },
    { grants: ['account_management', 'account_onboarding'] },
  ),

  route(
    'POST /v1/accounts/:id/login_links',
    {},
    (context) => {
      const book = named(context);
      if (book.account.platform) {
        throw invalid(
          'Login Links can only be created for accounts with access to the Express Dashboard.',
        );
      }
      const token = context.sessions.link(book.id, context.wall);
      return {
        object: 'login_link',
        created: context.wall,
        url: `${context.origin}/express/${book.id}/${token}`,
      };
    },
    { scope: 'platform', writes: false },
  ),
];

interface AccountParams {
  readonly business_profile:
    | {
        readonly [K in 'name' | 'product_description' | 'support_email' | 'support_phone' | 'url']:
          | string
          | undefined;
      }
    | undefined;
  readonly email: string | undefined;
  readonly metadata: Record<string, string> | undefined;
  readonly settings:
    | { readonly payments: { readonly statement_descriptor: string | undefined } | undefined }
    | undefined;
}

type Editable = Pick<
  AccountRecord,
  'name' | 'product' | 'email' | 'phone' | 'url' | 'statementDescriptor' | 'metadata'
>;

function accountChange(old: AccountRecord, sent: AccountParams): Editable {
  const profile = sent.business_profile;
  return {
    name: profile?.name ?? old.name,
    product: profile?.product_description ?? old.product,
    email: sent.email ?? profile?.support_email ?? old.email,
    phone: profile?.support_phone ?? old.phone,
    url: profile?.url ?? old.url,
    statementDescriptor: sent.settings?.payments?.statement_descriptor ?? old.statementDescriptor,
    metadata: mergeMetadata(old.metadata, sent.metadata ?? {}),
  };
}

/** Only what differs, by Stripe's names. */
function previousOf(old: AccountRecord, change: Editable): object {
  const profile = {
    ...(old.name === change.name ? {} : { name: old.name }),
    ...(old.product === change.product ? {} : { product_description: old.product }),
    ...(old.phone === change.phone ? {} : { support_phone: old.phone }),
    ...(old.url === change.url ? {} : { url: old.url }),
  };
  return {
    ...(Object.keys(profile).length > 0 ? { business_profile: profile } : {}),
    ...(old.email === change.email ? {} : { email: old.email }),
    ...(old.statementDescriptor === change.statementDescriptor
      ? {}
      : { settings: { payments: { statement_descriptor: old.statementDescriptor } } }),
    ...(JSON.stringify(old.metadata) === JSON.stringify(change.metadata)
      ? {}
      : { metadata: old.metadata }),
  };
}

const bankShape = object({
  object: oneOf(['bank_account']),
  country: text(2),
  currency,
  account_number: text(40),
  routing_number: optional(text(20)),
  account_holder_name: optional(text(200)),
  account_holder_type: optional(oneOf(['individual', 'company'])),
});

/** Stripe's test tokens, and their fuller form `btok_us_6789` for a bank account that ends so. */
function fromToken(
  token: string,
  book: Book,
): Omit<ExternalAccountRecord, 'id' | 'isDefault' | 'metadata'> {
  const { country, currency: own, name } = book.account;
  const common = {
    country,
    currency: own,
    holder: name,
    holderType: 'company',
    status: 'new',
  } as const;
  if (token.startsWith('btok_')) {
    return {
      ...common,
      object: 'bank_account',
      name: 'STRIPE TEST BANK',
      last4: digits(token, '6789'),
      routing: '110000000',
      instant: country === 'US',
    };
  }
  if (token.startsWith('tok_')) {
    const mastercard = token.includes('mastercard');
    return {
      ...common,
      object: 'card',
      name: mastercard ? 'MasterCard' : 'Visa',
      last4: digits(token, mastercard ? '4444' : '5556'),
      routing: null,
      instant: true,
    };
  }
  throw noSuch('token', token, 'external_account', 400);
}

const digits = (token: string, fallback: string): string => /(\d{4})$/.exec(token)?.[1] ?? fallback;

function newExternal(
  book: Book,
  value: FormValue | undefined,
): Omit<ExternalAccountRecord, 'id' | 'isDefault' | 'metadata'> {
  if (value === undefined) throw missingParam('external_account');
  if (typeof value === 'string') return fromToken(value, book);
  const sent = bankShape(value, 'external_account');
  if (!/^[A-Za-z0-9 ]{4,34}$/.test(sent.account_number)) {
    throw invalid('Invalid account number.', {
      code: 'account_number_invalid',
      param: 'external_account[account_number]',
    });
  }
  return {
    object: 'bank_account',
    country: sent.country.toUpperCase(),
    currency: sent.currency,
    holder: sent.account_holder_name ?? book.account.name,
    holderType: sent.account_holder_type ?? 'company',
    name: 'STRIPE TEST BANK',
    last4: sent.account_number.slice(-4),
    routing: sent.routing_number ?? null,
    instant: sent.country.toUpperCase() === 'US',
    status: 'new',
  };
}

function external(book: Book, context: Context): ExternalAccountRecord {
  const id = param(context, 'bank');
  const found = book.account.externalAccounts.find((bank) => bank.id === id);
  if (!found) throw noSuch('external account', id);
  return found;
}

const externalRoutes = [
  route(
    'GET /v1/accounts/:id/external_accounts',
    { ...pageShape, object: optional(oneOf(['bank_account', 'card'])) },
    (context, sent) => {
      const book = named(context);
      const banks = book.account.externalAccounts;
      return page(sent, {
        url: `/v1/accounts/${book.id}/external_accounts`,
        what: 'external account',
        length: banks.length,
        created: () => 0,
        indexOf: (id) => {
          const at = banks.findIndex((bank) => bank.id === id);
          return at < 0 ? null : at;
        },
        at: (n) => externalAccountObject(book.id, externalAt(banks, n)),
        matches: (n) => sent.object === undefined || banks[n]?.object === sent.object,
      });
    },
    { grants: collecting },
  ),

  route(
    'POST /v1/accounts/:id/external_accounts',
    {
      external_account: anyValue,
      default_for_currency: optional(boolean),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const book = named(context);
      const made = newExternal(book, sent.external_account);
      const first = !book.account.externalAccounts.some((bank) => bank.currency === made.currency);
      const prefix = made.object === 'card' ? 'card' : 'ba';
      const bank: ExternalAccountRecord = {
        ...made,
        id: book.ids.make(prefix, book.nextBank()),
        isDefault: first || sent.default_for_currency === true,
        metadata: sent.metadata ?? {},
      };
      addBank(context.world, book, bank);
      return externalAccountObject(book.id, bank);
    },
    { grants: banking },
  ),

  route(
    'GET /v1/accounts/:id/external_accounts/:bank',
    {},
    (context) => {
      const book = named(context);
      return externalAccountObject(book.id, external(book, context));
    },
    { grants: collecting },
  ),

  route(
    'POST /v1/accounts/:id/external_accounts/:bank',
    {
      default_for_currency: optional(boolean),
      account_holder_name: optional(text(200)),
      account_holder_type: optional(oneOf(['individual', 'company'])),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const book = named(context);
      const old = external(book, context);
      const changed: ExternalAccountRecord = {
        ...old,
        holder: sent.account_holder_name ?? old.holder,
        holderType: sent.account_holder_type ?? old.holderType,
        isDefault: sent.default_for_currency ?? old.isDefault,
        metadata: mergeMetadata(old.metadata, sent.metadata ?? {}),
      };
      updateBank(context.world, book, changed, {
        ...(old.isDefault === changed.isDefault ? {} : { default_for_currency: old.isDefault }),
        ...(old.holder === changed.holder ? {} : { account_holder_name: old.holder }),
      });
      return externalAccountObject(book.id, changed);
    },
    { grants: banking },
  ),

  route(
    'DELETE /v1/accounts/:id/external_accounts/:bank',
    {},
    (context) => {
      const book = named(context);
      const bank = external(book, context);
      const last = book.account.externalAccounts.filter((one) => one.currency === bank.currency);
      if (bank.isDefault && bank.currency === book.account.currency && last.length > 0) {
        throw invalid(
          'You cannot delete the default external account for your default currency. Please make another external account the default using the `default_for_currency` param, and then delete this one.',
        );
      }
      removeBank(context.world, book, bank);
      return deletedExternalAccount(bank);
    },
    { grants: banking },
  ),
];

function externalAt(banks: readonly ExternalAccountRecord[], n: number): ExternalAccountRecord {
  const bank = banks[n];
  if (!bank) throw new RangeError(`There is no external account ${n}.`);
  return bank;
}

const scheduleShape = object({
  interval: optional(oneOf(['manual', 'daily', 'weekly', 'monthly'])),
  weekly_payout_days: optional(list(oneOf(payoutDays))),
  monthly_payout_days: optional(list(between(1, 31))),
});

const settingsShape = {
  payments: optional(
    object({
      debit_negative_balances: optional(boolean),
      payouts: optional(
        object({
          minimum_balance_by_currency: optional(emptyable(hash(emptyable(integer)))),
          schedule: optional(scheduleShape),
          statement_descriptor: optional(text(22)),
        }),
      ),
      settlement_timing: optional(
        object({ delay_days_override: optional(emptyable(between(0, 31))) }),
      ),
    }),
  ),
};

const PATH = 'payments[payouts][schedule]';
type Schedule = ReturnType<typeof scheduleShape>;

function readSchedule(book: Book, sent: Schedule | undefined) {
  const old = book.account.settings;
  if (!sent) return {};
  const interval = sent.interval ?? old.interval;
  if (interval === 'daily' && book.account.country === 'JP') {
    throw invalid('Daily payouts are not available in Japan.', { param: `${PATH}[interval]` });
  }
  const weekly = needed(
    interval === 'weekly',
    sent.weekly_payout_days,
    old.weeklyDays,
    'weekly_payout_days',
  );
  const monthly = needed(
    interval === 'monthly',
    sent.monthly_payout_days,
    old.monthlyDays,
    'monthly_payout_days',
  );
  return { interval, weeklyDays: weekly, monthlyDays: monthly };
}

/** Days go with their own interval only, and that one needs them. */
function needed<T>(
  wanted: boolean,
  sent: readonly T[] | undefined,
  old: readonly T[],
  name: string,
): readonly T[] {
  if (!wanted && sent) {
    throw invalid(`${name} can only be set with its own interval.`, { param: `${PATH}[${name}]` });
  }
  const days = wanted ? (sent ?? old) : [];
  if (wanted && days.length === 0) throw missingParam(`${PATH}[${name}]`);
  return days;
}

function readMinimums(
  book: Book,
  sent: Record<string, number | null> | null | undefined,
): Record<string, number> {
  if (sent === null) return {};
  const merged = Object.entries({ ...book.account.settings.minimumBalances, ...sent });
  const kept = merged.filter((entry): entry is [string, number] => entry[1] !== null);
  for (const [name, value] of kept) {
    if (currencies.find(name) === undefined || value < 0) {
      throw invalid(`Invalid minimum balance: ${name}`, {
        param: `payments[payouts][minimum_balance_by_currency][${name}]`,
      });
    }
  }
  return Object.fromEntries(kept);
}

const settingsRoutes = [
  route('GET /v1/balance_settings', {}, ({ book }) => balanceSettingsObject(book.account), {
    grants: ['balances', 'payouts', 'payouts_list', 'instant_payouts_promotion'],
  }),

  route(
    'POST /v1/balance_settings',
    settingsShape,
    ({ world, book }, sent) => {
      const old = balanceSettingsObject(book.account);
      const { payments } = sent;
      const timing = payments?.settlement_timing;
      changeSettings(
        world,
        book,
        {
          ...readSchedule(book, payments?.payouts?.schedule),
          minimumBalances: readMinimums(book, payments?.payouts?.minimum_balance_by_currency),
          ...(payments?.payouts?.statement_descriptor === undefined
            ? {}
            : { statementDescriptor: payments.payouts.statement_descriptor || null }),
          ...(payments?.debit_negative_balances === undefined
            ? {}
            : { debitNegativeBalances: payments.debit_negative_balances }),
          ...(timing?.delay_days_override === undefined
            ? {}
            : { delayOverride: timing.delay_days_override }),
        },
        { payments: old.payments },
      );
      return balanceSettingsObject(book.account);
    },
    { grants: ['balances.edit_payout_schedule', 'payouts.edit_payout_schedule'] },
  ),
];

export const accountTable = [...accountRoutes, ...externalRoutes, ...settingsRoutes];
