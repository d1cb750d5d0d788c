import type { Currency } from './currencies.ts';
import type { Region } from './people.ts';
import type { ChargeMethod, Interval, PayoutDay } from './records.ts';

/** The world's cast: who they are and how they trade. What happens to them is `life.ts` and the rules. */

export interface FeeSchedule {
  readonly percent: number;
  readonly fixed: number;
  readonly dispute: number;
}

/** One way in which a seller is paid. */
export interface Channel {
  readonly weight: number;
  readonly method: ChargeMethod;
  readonly currency: Currency;
  /** Paid through the platform, which passes it on: the seller sees a `py_`. */
  readonly destination?: 'with_fee' | 'share';
  /** What the customer saw was another currency. */
  readonly presentment?: Currency;
}

export interface SellerProfile {
  readonly region: Region;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly currency: Currency;
  readonly timeZone: string;
  /** Hours east of UTC, near enough to say when the shop is busy. */
  readonly offset: number;
  readonly mcc: string;
  readonly product: string;
  readonly url: string;
  readonly phone: string;
  readonly statementDescriptor: string;
  readonly interval: Interval;
  readonly weeklyDays: readonly PayoutDay[];
  readonly minimumBalances: Readonly<Record<string, number>>;
  readonly delayDays: number;
  /** Whether delay and arrival count business days only. */
  readonly business: boolean;
  readonly banks: readonly Bank[];
  /** The middle of what an order costs, minor units. */
  readonly typical: number;
  /** Orders by month, January first, and by weekday, Sunday first: 1 is a usual one. */
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  readonly growth: number;
  readonly share: number;
  readonly fees: Readonly<Record<string, FeeSchedule>>;
  readonly channels: readonly [Channel, ...Channel[]];
  readonly disputes: number;
  readonly refunds: number;
}

export interface Bank {
  readonly name: string;
  readonly currency: Currency;
  readonly country: string;
  readonly last4: string;
  readonly routing: string | null;
  readonly instant: boolean;
}

export const platformName = 'Rocket Market';

const SHOP_WEEK = [1.2, 0.9, 0.85, 0.9, 1, 1.15, 1.35];
const GIFTS = [0.75, 0.8, 0.9, 0.95, 1, 0.95, 0.9, 0.95, 1, 1.1, 1.45, 1.7];
const BICYCLES = [0.6, 0.75, 1.1, 1.4, 1.5, 1.35, 1.2, 1.1, 1, 0.85, 0.65, 0.8];
const TEA = [1.2, 1, 1.05, 0.9, 0.9, 0.8, 0.85, 0.8, 0.95, 1.05, 1.2, 1.5];

const usd: FeeSchedule = { percent: 2.9, fixed: 30, dispute: 1_500 };
const jpy: FeeSchedule = { percent: 3.6, fixed: 0, dispute: 1_300 };
const eur: FeeSchedule = { percent: 1.5, fixed: 25, dispute: 2_000 };
const gbp: FeeSchedule = { percent: 1.5, fixed: 20, dispute: 2_000 };
export const platformFees: Readonly<Record<string, FeeSchedule>> = { usd, jpy, eur, gbp };

export const sellerProfiles: readonly SellerProfile[] = [
  {
    region: 'US',
    name: 'Cedar & Salt',
    email: 'hello@cedarandsalt.example.com',
    country: 'US',
    currency: 'usd',
    timeZone: 'America/New_York',
    offset: -5,
    mcc: '5719',
    product: 'Kitchenware and pantry goods, made in small batches.',
    url: 'https://cedarandsalt.example.com',
    phone: '+12125550142',
    statementDescriptor: 'CEDAR AND SALT',
    interval: 'daily',
    weeklyDays: [],
    minimumBalances: {},
    delayDays: 2,
    business: true,
    banks: [
      {
        name: 'STRIPE TEST BANK',
        currency: 'usd',
        country: 'US',
        last4: '6789',
        routing: '110000000',
        instant: true,
      },
    ],
    typical: 6_400,
    months: GIFTS,
    weekdays: SHOP_WEEK,
    growth: 0.9,
    share: 1.25,
    fees: { usd },
    channels: [
      { weight: 46, method: 'visa', currency: 'usd' },
      { weight: 24, method: 'mastercard', currency: 'usd' },
      { weight: 9, method: 'amex', currency: 'usd' },
      { weight: 3, method: 'discover', currency: 'usd' },
      { weight: 4, method: 'us_bank_account', currency: 'usd' },
      { weight: 3, method: 'visa', currency: 'eur' },
      { weight: 2, method: 'visa', currency: 'usd', presentment: 'cad' },
      { weight: 6, method: 'visa', currency: 'usd', destination: 'with_fee' },
      { weight: 3, method: 'mastercard', currency: 'usd', destination: 'share' },
    ],
    disputes: 0.004,
    refunds: 0.035,
  },
  {
    region: 'JP',
    name: '青山茶房',
    email: 'info@aoyama-sabo.example.com',
    country: 'JP',
    currency: 'jpy',
    timeZone: 'Asia/Tokyo',
    offset: 9,
    mcc: '5499',
    product: '日本茶と茶器の販売。',
    url: 'https://aoyama-sabo.example.com',
    phone: '+81355550142',
    statementDescriptor: 'AOYAMA SABO',
    interval: 'manual',
    weeklyDays: [],
    minimumBalances: {},
    delayDays: 4,
    business: true,
    banks: [
      {
        name: 'STRIPE TEST BANK',
        currency: 'jpy',
        country: 'JP',
        last4: '1234',
        routing: '1100000',
        instant: false,
      },
    ],
    typical: 5_800,
    months: TEA,
    weekdays: SHOP_WEEK,
    growth: 0.5,
    share: 1,
    fees: { jpy },
    channels: [
      { weight: 38, method: 'visa', currency: 'jpy' },
      { weight: 22, method: 'jcb', currency: 'jpy' },
      { weight: 18, method: 'mastercard', currency: 'jpy' },
      { weight: 4, method: 'amex', currency: 'jpy' },
      { weight: 8, method: 'konbini', currency: 'jpy' },
      { weight: 6, method: 'visa', currency: 'jpy', destination: 'with_fee' },
      { weight: 4, method: 'jcb', currency: 'jpy', destination: 'share' },
    ],
    disputes: 0.002,
    refunds: 0.025,
  },
  {
    region: 'DE',
    name: 'Kiezrad Werkstatt',
    email: 'hallo@kiezrad.example.com',
    country: 'DE',
    currency: 'eur',
    timeZone: 'Europe/Berlin',
    offset: 1,
    mcc: '5940',
    product: 'Fahrräder, Teile und Reparaturen aus Neukölln.',
    url: 'https://kiezrad.example.com',
    phone: '+493055501420',
    statementDescriptor: 'KIEZRAD BERLIN',
    interval: 'weekly',
    weeklyDays: ['monday'],
    minimumBalances: { eur: 25_000 },
    delayDays: 3,
    business: false,
    banks: [
      {
        name: 'STRIPE TEST BANK',
        currency: 'eur',
        country: 'DE',
        last4: '3000',
        routing: null,
        instant: false,
      },
      {
        name: 'STRIPE TEST BANK UK',
        currency: 'gbp',
        country: 'GB',
        last4: '2345',
        routing: '108800',
        instant: false,
      },
    ],
    typical: 7_900,
    months: BICYCLES,
    weekdays: SHOP_WEEK,
    growth: 0.6,
    share: 1.1,
    fees: { eur, gbp },
    channels: [
      { weight: 36, method: 'visa', currency: 'eur' },
      { weight: 24, method: 'mastercard', currency: 'eur' },
      { weight: 4, method: 'amex', currency: 'eur' },
      { weight: 11, method: 'sepa_debit', currency: 'eur' },
      { weight: 6, method: 'visa', currency: 'gbp' },
      { weight: 4, method: 'mastercard', currency: 'gbp' },
      { weight: 1, method: 'visa', currency: 'eur', presentment: 'chf' },
      { weight: 7, method: 'visa', currency: 'eur', destination: 'with_fee' },
      { weight: 4, method: 'mastercard', currency: 'eur', destination: 'share' },
    ],
    disputes: 0.006,
    refunds: 0.04,
  },
];
