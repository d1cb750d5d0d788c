import { Charges, Fees } from './charges.ts';
import type { Currency } from './currencies.ts';
import { Ids } from './ids.ts';
import { Ledger } from './ledger.ts';
import { hash } from './random.ts';
import type {
  AccountRecord,
  CollectionRecord,
  DisputeRecord,
  ExternalAccountRecord,
  FeeRefundRecord,
  PayoutRecord,
  Person,
  RefundRecord,
  ReserveRecord,
  ReversalRecord,
  TopupRecord,
  TransferRecord,
} from './records.ts';
import { personOf, type Region } from './people.ts';
import { EventLog } from './events.ts';
import type { FeeSchedule, SellerProfile } from './sellers.ts';

/** Customers from this number on were named by a call, not invented. */
const GUESTS = 0x100_0000;

/** About how many of each there will be after the history. */
export interface Expected {
  readonly rows: number;
  readonly charges: number;
  readonly fees: number;
}

/** Everything of one account. */
export class Book {
  readonly ids: Ids;
  readonly seed: number;
  readonly events = new EventLog();
  readonly ledger: Ledger;
  readonly charges: Charges;
  readonly fees: Fees;
  readonly refunds: RefundRecord[] = [];
  readonly disputes: DisputeRecord[] = [];
  readonly payouts: PayoutRecord[] = [];
  readonly topups: TopupRecord[] = [];
  readonly transfers: TransferRecord[] = [];
  readonly reversals: ReversalRecord[] = [];
  readonly feeRefunds: FeeRefundRecord[] = [];
  readonly reserves: ReserveRecord[] = [];
  readonly collections: CollectionRecord[] = [];
  readonly #guests: Person[] = [];
  /** Refunds that wait for money, in the order of their creation. */
  waiting: RefundRecord[] = [];
  /** Currencies whose balance is below zero, and since when. */
  readonly negative = new Map<Currency, { readonly since: number; readonly reserved: number }>();
  orders = 1000;
  /** Bank accounts and cards that were ever added. */
  #banksAdded = 100;
  #account: AccountRecord;
  /** Where each currency is paid out to; kept, for every payment asks. */
  #banks = new Map<string, ExternalAccountRecord>();
  readonly profile: SellerProfile | null;
  readonly feeSchedules: Readonly<Record<string, FeeSchedule>>;
  /** Where its customers live; the platform's are those of all its sellers. */
  readonly regions: readonly [Region, ...Region[]];
  /** Its place among the sellers; −1 for the platform. */
  readonly place: number;

  constructor(
    owner: string,
    account: AccountRecord,
    feeSchedules: Readonly<Record<string, FeeSchedule>>,
    regions: readonly [Region, ...Region[]],
    profile: SellerProfile | null,
    place: number,
    expected: Expected,
  ) {
    this.ledger = new Ledger(expected.rows);
    this.charges = new Charges(expected.charges);
    this.fees = new Fees(expected.fees);
    this.regions = regions;
    this.ids = new Ids(owner);
    this.seed = hash(owner);
    this.#account = account;
    this.#banks = defaultBanks(account);
    this.feeSchedules = feeSchedules;
    this.profile = profile;
    this.place = place;
  }

  get id(): string {
    return this.#account.id;
  }

  get account(): AccountRecord {
    return this.#account;
  }

  set account(account: AccountRecord) {
    this.#account = account;
    this.#banks = defaultBanks(account);
  }

  person(customer: number): Person | null {
    if (customer < 0) return null;
    if (customer >= GUESTS) return this.#guests[customer - GUESTS] ?? null;
    const region = this.regions[customer % this.regions.length] ?? this.regions[0];
    return personOf(region, this.seed, customer);
  }

  /** The number of a customer that a call named: the same e-mail is the same customer. */
  guest(person: Person): number {
    const known = this.#guests.findIndex((guest) => guest.email === person.email);
    if (known >= 0) return GUESTS + known;
    this.#guests.push(person);
    return GUESTS + this.#guests.length - 1;
  }

  nextBank(): number {
    this.#banksAdded += 1;
    return this.#banksAdded;
  }

  /** Where money of this currency is paid out to. */
  bank(currency: string): ExternalAccountRecord | undefined {
    return this.#banks.get(currency);
  }

  chargeId(index: number): string {
    return this.ids.make(isPayment(this.charges.method(index)) ? 'py' : 'ch', index);
  }
}

/** The default of each currency, or its first. */
function defaultBanks({ externalAccounts }: AccountRecord): Map<string, ExternalAccountRecord> {
  const banks = new Map<string, ExternalAccountRecord>();
  for (const bank of externalAccounts) {
    if (bank.isDefault || !banks.has(bank.currency)) banks.set(bank.currency, bank);
  }
  return banks;
}

/** Stripe gives `py_` to what was not paid by card, and to what came by transfer. */
export const isPayment = (method: string): boolean =>
  method === 'transfer' ||
  method === 'sepa_debit' ||
  method === 'us_bank_account' ||
  method === 'konbini';
