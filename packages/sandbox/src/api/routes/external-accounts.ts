import type { Book } from '../../world/book.ts';
import type { ExternalAccountRecord } from '../../world/records.ts';
import { addBank, removeBank, updateBank } from '../../world/rules/accounts.ts';
import { invalid, missingParam, noSuch } from '../errors.ts';
import type { FormValue } from '../form.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { changesOf } from '../diff.ts';
import { deletedExternalAccount, externalAccountObject } from '../objects/accounts.ts';
import {
  boolean,
  currency,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  text,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';
import { anyValue, namedAccount } from './named-account.ts';

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

export const externalAccountRoutes = [
  route(
    'GET /v1/accounts/:id/external_accounts',
    { ...pageShape, object: optional(oneOf(['bank_account', 'card'])) },
    (context, sent) => {
      const book = namedAccount(context);
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
    { grants: grants.seeBanks },
  ),

  route(
    'POST /v1/accounts/:id/external_accounts',
    {
      external_account: anyValue,
      default_for_currency: optional(boolean),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const book = namedAccount(context);
      const made = newExternal(book, sent.external_account);
      const first = !book.account.externalAccounts.some((bank) => bank.currency === made.currency);
      const prefix = made.object === 'card' ? 'card' : 'ba';
      const bank: ExternalAccountRecord = {
        ...made,
        id: book.ids.make(prefix, book.nextBank()),
        isDefault: first || sent.default_for_currency === true,
        metadata: mergeMetadata({}, sent.metadata),
      };
      addBank(context.world, book, bank);
      return externalAccountObject(book.id, bank);
    },
    { grants: grants.editBanks },
  ),

  route(
    'GET /v1/accounts/:id/external_accounts/:bank',
    {},
    (context) => {
      const book = namedAccount(context);
      return externalAccountObject(book.id, external(book, context));
    },
    { grants: grants.seeBanks },
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
      const book = namedAccount(context);
      const old = external(book, context);
      const changed: ExternalAccountRecord = {
        ...old,
        holder: sent.account_holder_name ?? old.holder,
        holderType: sent.account_holder_type ?? old.holderType,
        isDefault: sent.default_for_currency ?? old.isDefault,
        metadata: mergeMetadata(old.metadata, sent.metadata),
      };
      const show = (bank: ExternalAccountRecord) => externalAccountObject(book.id, bank);
      updateBank(context.world, book, changed, changesOf(show(old), show(changed)));
      return externalAccountObject(book.id, changed);
    },
    { grants: grants.editBanks },
  ),

  route(
    'DELETE /v1/accounts/:id/external_accounts/:bank',
    {},
    (context) => {
      const book = namedAccount(context);
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
    { grants: grants.editBanks },
  ),
];

function externalAt(banks: readonly ExternalAccountRecord[], n: number): ExternalAccountRecord {
  const bank = banks[n];
  if (!bank) throw new RangeError(`There is no external account ${n}.`);
  return bank;
}
