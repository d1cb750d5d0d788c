import { Agenda } from './agenda.ts';
import { writeBiographies } from './biography.ts';
import type { Book } from './book.ts';
import { DAY, startOfDay } from './calendar.ts';
import {
  EVENT_LIFETIME,
  type EventRecord,
  type EventType,
  type RequestRecord,
  type Snapshot,
} from './events.ts';
import { openAccounts } from './founding.ts';
import { hash } from './random.ts';
import { Sales } from './sales.ts';
import { sellerProfiles } from './sellers.ts';
import { automaticPayouts, type PayoutFailure } from './rules/payouts.ts';
import { retryRefunds } from './rules/refunds.ts';
import type { PayoutRecord } from './records.ts';
import { monthlyCharges } from './rules/costs.ts';
import { coverNegative } from './rules/negative.ts';

/** Eighteen months. */
export const HISTORY = 548 * DAY;
const DEFAULT_TRANSACTIONS = 5_200;

export interface WorldOptions {
  readonly seed: string;
  /** Unix seconds: now, at the start. History lies before it. */
  readonly start: number;
  readonly transactions?: number | undefined;
}

/**
 * Accounts, their money, and time. Nothing here knows of HTTP, of a wall clock or of chance: a world is its seed,
 * its start, and the calls that were made, in order.
 */
export class World {
  readonly id: string;
  readonly seed: number;
  readonly start: number;
  readonly platform: Book;
  readonly sellers: readonly Book[];
  now: number;
  /** The call that is being answered: its events carry it. */
  request: RequestRecord | null = null;
  /** Told of each event since the start, as it happens. */
  onEvent: ((book: Book, event: EventRecord) => void) | null = null;
  /** How often the clock has brought something about. */
  turns = 0;
  readonly #agenda = new Agenda<() => void>();
  readonly #books = new Map<string, Book>();
  readonly #sales: readonly Sales[];
  readonly #fates = new Map<PayoutRecord, PayoutFailure>();

  constructor(options: WorldOptions) {
    this.id = `${options.seed}@${options.start}`;
    this.seed = hash(options.seed);
    this.start = options.start;
    this.now = startOfDay(options.start - HISTORY);
    const orders = ordersOf(Math.max(options.transactions ?? DEFAULT_TRANSACTIONS, 100));
    const { platform, sellers } = openAccounts(options.seed, this.now, orders);
    this.platform = platform;
    this.sellers = sellers;
    for (const book of [platform, ...sellers]) this.#books.set(book.id, book);
    const days = HISTORY / DAY;
    this.#sales = sellers.map((book, n) => new Sales(book, this.now, days, orders[n] ?? 0));
    this.at(this.now, () => this.#beginDay());
    writeBiographies(this);
    this.advanceTo(options.start);
  }

  /** Whether this is still the past that the world was born with: its sellers act by themselves only then. */
  get inHistory(): boolean {
    return this.now < this.start;
  }

  book(id: string): Book {
    const book = this.#books.get(id);
    if (!book) throw new RangeError(`The world has no account ${id}.`);
    return book;
  }

  find(id: string): Book | undefined {
    return this.#books.get(id);
  }

  at(time: number, task: () => void): void {
    this.#agenda.add(time, task);
  }

  /** When the next thing happens by itself. */
  get next(): number {
    return Math.min(this.#agenda.next, ...this.#sales.map((sales) => sales.next));
  }

  /** Lets time pass: what falls due happens at its own time, in order. */
  advanceTo(time: number): void {
    for (;;) {
      const sales = this.#soonest();
      if (sales.next < this.#agenda.next) {
        if (sales.next > time) break;
        this.now = sales.next;
        sales.sell(this);
      } else {
        const due = this.#agenda.take(time);
        if (!due) break;
        this.now = Math.max(this.now, due.at);
        due.task();
      }
      this.turns += 1;
    }
    this.now = Math.max(this.now, time);
  }

  emit(book: Book, type: EventType, snapshot: Snapshot, previous: object | null = null): void {
    if (this.now < this.start - EVENT_LIFETIME) return;
    const event = book.events.add({
      created: this.now,
      type,
      snapshot: frozen(snapshot),
      previous,
      request: this.request,
    });
    if (!this.inHistory) this.onEvent?.(book, event);
  }

  emitCharge(book: Book, type: EventType, index: number, previous: object | null = null): void {
    if (this.now < this.start - EVENT_LIFETIME) return;
    this.emit(book, type, { kind: 'charge', record: book.charges.get(index) }, previous);
  }

  emitFee(type: EventType, index: number, previous: object | null = null): void {
    if (this.now < this.start - EVENT_LIFETIME) return;
    this.emit(
      this.platform,
      type,
      { kind: 'fee', record: this.platform.fees.get(index) },
      previous,
    );
  }

  /** Decides beforehand that a payout will not arrive. */
  doom(record: PayoutRecord, failure: PayoutFailure): void {
    this.#fates.set(record, failure);
  }

  payoutFate(record: PayoutRecord): PayoutFailure | undefined {
    return this.#fates.get(record);
  }

  /** Whose customer comes next. */
  #soonest(): Sales {
    let [soonest] = this.#sales;
    if (!soonest) throw new Error('A world without sellers has no sales.');
    for (const sales of this.#sales) if (sales.next < soonest.next) soonest = sales;
    return soonest;
  }

  #beginDay(): void {
    for (const book of this.#books.values()) {
      const risen = book.ledger.settle(this.now);
      retryRefunds(this, book);
      if (risen.length > 0) this.#announceBalance(book);
      monthlyCharges(this, book);
      coverNegative(this, book);
      automaticPayouts(this, book);
      book.events.forget(this.now - EVENT_LIFETIME);
    }
    this.at(this.now + DAY, () => this.#beginDay());
  }

  #announceBalance(book: Book): void {
    if (this.now < this.start - EVENT_LIFETIME) return;
    const record = book.ledger.purses.map(({ currency, balanceType, available, pending }) => ({
      currency,
      balanceType,
      available,
      pending,
    }));
    this.emit(book, 'balance.available', { kind: 'balance', record });
  }
}

/** A few more orders than rows that are wanted: some cards are declined. */
const ordersOf = (wanted: number): number[] =>
  sellerProfiles.map(({ share }) => Math.ceil(wanted * share * 1.03));

/** Records of objects change in place; a snapshot must not. */
const frozen = (snapshot: Snapshot): Snapshot => {
  switch (snapshot.kind) {
    case 'refund':
      return { ...snapshot, record: { ...snapshot.record } };
    case 'dispute':
      return { ...snapshot, record: { ...snapshot.record } };
    case 'payout':
      return { ...snapshot, record: { ...snapshot.record } };
    case 'topup':
      return { ...snapshot, record: { ...snapshot.record } };
    case 'transfer':
      return { ...snapshot, record: { ...snapshot.record } };
    default:
      return snapshot;
  }
};
