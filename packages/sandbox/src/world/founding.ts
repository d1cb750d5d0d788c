import { Book } from './book.ts';
import { Ids, tagOf } from './ids.ts';
import type { AccountRecord, ExternalAccountRecord, SettingsRecord } from './records.ts';
import {
  platformFees,
  platformName,
  sellerProfiles,
  type Bank,
  type SellerProfile,
} from './sellers.ts';

/** The accounts as they are on their first day. */

const accountId = (seed: string, key: string): string => `acct_1${tagOf(`${seed}/${key}`)}`;

const nothingDue: AccountRecord['requirements'] = {
  current: [],
  past: [],
  eventual: [],
  pending: [],
  deadline: null,
  disabledReason: null,
  errors: [],
};

const plainSettings: SettingsRecord = {
  interval: 'daily',
  weeklyDays: [],
  monthlyDays: [],
  minimumBalances: {},
  statementDescriptor: null,
  debitNegativeBalances: true,
  delayDays: 2,
  delayOverride: null,
};

function bankRecord(id: string, holder: string, bank: Bank): ExternalAccountRecord {
  return {
    id,
    object: 'bank_account',
    country: bank.country,
    currency: bank.currency,
    holder,
    holderType: 'company',
    name: bank.name,
    last4: bank.last4,
    routing: bank.routing,
    instant: bank.instant,
    status: 'verified',
    isDefault: true,
    metadata: {},
  };
}

function sellerAccount(id: string, profile: SellerProfile, created: number): AccountRecord {
  const ids = new Ids(`${id}/bank`);
  return {
    id,
    platform: false,
    name: profile.name,
    email: profile.email,
    country: profile.country,
    currency: profile.currency,
    timeZone: profile.timeZone,
    created,
    mcc: profile.mcc,
    product: profile.product,
    url: profile.url,
    phone: profile.phone,
    statementDescriptor: profile.statementDescriptor,
    chargesEnabled: true,
    payoutsEnabled: true,
    requirements: nothingDue,
    externalAccounts: profile.banks.map((bank, n) =>
      bankRecord(ids.make('ba', n), profile.name, bank),
    ),
    settings: {
      ...plainSettings,
      interval: profile.interval,
      weeklyDays: profile.weeklyDays,
      minimumBalances: profile.minimumBalances,
      statementDescriptor: 'ROCKET MARKET',
      delayDays: profile.delayDays,
    },
    metadata: {},
  };
}

function platformAccount(id: string, created: number): AccountRecord {
  const ids = new Ids(`${id}/bank`);
  const bank: Bank = {
    name: 'STRIPE TEST BANK',
    currency: 'usd',
    country: 'US',
    last4: '4321',
    routing: '110000000',
    instant: true,
  };
  return {
    id,
    platform: true,
    name: platformName,
    email: 'team@rocketmarket.example.com',
    country: 'US',
    currency: 'usd',
    timeZone: 'America/New_York',
    created,
    mcc: '5262',
    product: 'A marketplace for small shops.',
    url: 'https://rocketmarket.example.com',
    phone: '+12125550100',
    statementDescriptor: 'ROCKET MARKET',
    chargesEnabled: true,
    payoutsEnabled: true,
    requirements: nothingDue,
    externalAccounts: [bankRecord(ids.make('ba', 0), platformName, bank)],
    settings: plainSettings,
    metadata: {},
  };
}

/** @param orders how many orders each seller is to have in the history */
export function openAccounts(
  seed: string,
  created: number,
  orders: readonly number[],
): { platform: Book; sellers: Book[] } {
  const [first, ...others] = sellerProfiles.map((profile) => profile.region);
  if (!first) throw new Error('A world needs sellers.');
  const all = orders.reduce((sum, count) => sum + count, 0);
  const platform = new Book(
    `${seed}/platform`,
    platformAccount(accountId(seed, 'platform'), created),
    platformFees,
    [first, ...others],
    null,
    -1,
    { rows: all * 1.25, charges: all * 0.13, fees: all },
  );
  const sellers = sellerProfiles.map((profile, place) => {
    const key = `${profile.country}/${place}`;
    const account = sellerAccount(accountId(seed, key), profile, created);
    const count = orders[place] ?? 0;
    const expected = { rows: count * 1.12, charges: count * 1.04, fees: 0 };
    return new Book(
      `${seed}/${key}`,
      account,
      profile.fees,
      [profile.region],
      profile,
      place,
      expected,
    );
  });
  return { platform, sellers };
}
