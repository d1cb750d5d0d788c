import type { Book } from './book.ts';
import { DAY, weekday } from './calendar.ts';
import { noExtra } from './charges.ts';
import { exchangeRate, type Currency } from './currencies.ts';
import { fate } from './fate.ts';
import { mix, Random, unit } from './random.ts';
import type { ChargeExtra } from './records.ts';
import { declinedCharge, directCharge, type Sale } from './rules/charges.ts';
import { destinationCharge } from './rules/transfers.ts';
import type { Channel, SellerProfile } from './sellers.ts';
import type { World } from './world.ts';

const DECLINED = 0.025;
const declines = ['card_declined', 'insufficient_funds', 'expired_card'] as const;

/**
 * One seller's customers. A day's orders depend on the seed, the account and the day alone, so however the clock is
 * moved, in one step or in many, the same people buy the same things at the same time.
 */
export class Sales {
  readonly #book: Book;
  readonly #profile: SellerProfile;
  readonly #first: number;
  readonly #perWeight: number;
  readonly #regulars: number;
  readonly #weights: number;
  #day: number;
  #carry = 0;
  #times: number[] = [];
  #place = 0;

  /** @param orders how many come in the first so many days */
  constructor(book: Book, from: number, days: number, orders: number) {
    if (!book.profile) throw new Error('Only a seller sells.');
    this.#book = book;
    this.#profile = book.profile;
    this.#weights = book.profile.channels.reduce((sum, { weight }) => sum + weight, 0);
    this.#first = from / DAY;
    this.#day = this.#first - 1;
    let weights = 0;
    for (let n = 0; n < days; n += 1) weights += this.#weight(this.#first + n);
    this.#perWeight = orders / weights;
    this.#regulars = Math.max(40, Math.round(orders / 4));
    this.#turnPage();
  }

  /** When the next order comes. */
  get next(): number {
    return this.#times[this.#place] ?? Number.POSITIVE_INFINITY;
  }

  sell(world: World): void {
    const random = new Random(mix(mix(this.#book.seed, this.#day), this.#place));
    this.#place += 1;
    if (this.#place >= this.#times.length) this.#turnPage();
    const channel = this.#channel(random);
    const sale = this.#order(random, channel, world.now);
    if (random.chance(DECLINED)) declinedCharge(world, this.#book, sale, random.pick(declines));
    else settle(world, this.#book, sale, channel, random);
  }

  /** To the next day that has orders. */
  #turnPage(): void {
    this.#place = 0;
    this.#times = [];
    while (this.#times.length === 0) {
      this.#day += 1;
      this.#carry += this.#weight(this.#day) * this.#perWeight;
      const orders = Math.floor(this.#carry);
      this.#carry -= orders;
      this.#times = this.#timesOf(orders);
    }
  }

  #weight(day: number): number {
    const { months, weekdays, growth } = this.#profile;
    const month = new Date(day * DAY * 1000).getUTCMonth();
    const grown = 1 + growth * Math.min(1.2, (day - this.#first) / 548);
    const luck = 0.7 + 0.6 * unit(this.#book.seed, day);
    return (months[month] ?? 1) * (weekdays[weekday(day * DAY)] ?? 1) * grown * luck;
  }

  /** Most people shop in the afternoon and evening of the shop's own day. */
  #timesOf(orders: number): number[] {
    const random = new Random(mix(this.#book.seed ^ 0x7133, this.#day));
    const times: number[] = [];
    for (let n = 0; n < orders; n += 1) {
      const hour = 15.5 + random.normal() * 4.2 - this.#profile.offset;
      const second = Math.floor((((hour % 24) + 24) % 24) * 3600);
      times.push(this.#day * DAY + second);
    }
    return times.toSorted((a, b) => a - b);
  }

  #channel(random: Random): Channel {
    const { channels } = this.#profile;
    let left = random.next() * this.#weights;
    for (const channel of channels) {
      left -= channel.weight;
      if (left < 0) return channel;
    }
    return channels[0];
  }

  #order(random: Random, channel: Channel, now: number): Sale {
    const { currency, method } = channel;
    const amount = this.#amount(random, currency, now);
    const customer = Math.floor(random.next() ** 1.7 * this.#regulars);
    const named = random.chance(0.93);
    if (named) this.#book.orders += 1;
    const debit = method === 'sepa_debit' || method === 'us_bank_account';
    const card = !debit && method !== 'konbini' && channel.destination === undefined;
    return {
      amount,
      currency,
      method,
      customer,
      order: named ? this.#book.orders : 0,
      pending: debit,
      uncaptured: card && random.chance(0.006),
      extra: channel.presentment ? presented(amount, currency, channel.presentment, now) : noExtra,
    };
  }

  #amount(random: Random, currency: Currency, now: number): number {
    const own = this.#profile.currency;
    const usual = this.#profile.typical * Math.exp(random.normal() * 0.7);
    const rate = currency === own ? 1 : exchangeRate(own, currency, Math.floor(now / DAY));
    const price = Math.max(usual * rate, currency === 'jpy' ? 300 : 250);
    // Prices end in 0 in yen, in 00, 50 or 90 elsewhere.
    if (currency === 'jpy') return Math.round(price / 10) * 10;
    return Math.round(price / 100) * 100 + (random.chance(0.5) ? -10 : random.chance(0.4) ? 50 : 0);
  }
}

function presented(amount: number, from: Currency, currency: Currency, now: number): ChargeExtra {
  const rate = exchangeRate(from, currency, Math.floor(now / DAY));
  return { presentment: { amount: Math.round(amount * rate), currency } };
}

function settle(world: World, book: Book, sale: Sale, channel: Channel, random: Random): void {
  if (channel.destination) {
    const regions = world.platform.regions.length;
    const customer = sale.customer * regions + book.place;
    const made = destinationCharge(world, book, { ...sale, customer }, channel.destination);
    fate.destination(world, made, random);
    return;
  }
  const index = directCharge(world, book, sale);
  if (sale.pending) fate.debit(world, book, index, random);
  else if (sale.uncaptured) fate.authorised(world, book, index, random);
  else fate.paid(world, book, index, random);
}
