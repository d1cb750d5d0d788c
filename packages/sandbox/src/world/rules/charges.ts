import { DAY, daysAfter } from '../calendar.ts';
import { exchangeRate, type Currency } from '../currencies.ts';
import { isPayment, type Book } from '../book.ts';
import { chargeFlags, type ChargeExtra, type ChargeMethod } from '../records.ts';
import type { FeeSchedule } from '../sellers.ts';
import type { World } from '../world.ts';

export interface Sale {
  readonly amount: number;
  readonly currency: Currency;
  readonly method: ChargeMethod;
  readonly customer: number;
  readonly order: number;
  readonly extra: ChargeExtra;
  /** A bank debit that has not cleared yet. */
  readonly pending?: boolean;
  /** A card that is only authorised. */
  readonly uncaptured?: boolean;
}

/** The platform keeps a twentieth of each order. */
export const APPLICATION_FEE_PERCENT = 5;

/** The currency that a charge settles in: its own where the account can be paid in it, else the account's. */
export function settlementCurrency(book: Book, currency: Currency): Currency {
  if (book.account.platform || book.bank(currency)) return currency;
  return book.account.currency;
}

export const rateAt = (from: Currency, to: Currency, at: number): number =>
  from === to ? 1 : exchangeRate(from, to, Math.floor(at / DAY));

export function processingFee(
  schedule: FeeSchedule | undefined,
  amount: number,
  foreign: boolean,
): number {
  if (!schedule) return 0;
  // Stripe takes one per cent more where it has to convert.
  const percent = schedule.percent + (foreign ? 1 : 0);
  return Math.round((amount * percent) / 100) + schedule.fixed;
}

/** Midnight of the day on which what is paid now can be paid out. Bank debits take two days longer. */
export function availableOn(world: World, book: Book, method: ChargeMethod): number {
  const { delayDays, delayOverride } = book.account.settings;
  const days = (delayOverride ?? delayDays) + (isPayment(method) && method !== 'transfer' ? 2 : 0);
  return daysAfter(world.now, days, book.profile?.business ?? true);
}

/** A charge on the account itself, with the platform's fee on it. */
export function directCharge(world: World, book: Book, sale: Sale): number {
  const captured = sale.uncaptured ? 0 : chargeFlags.captured;
  const index = book.charges.add({
    created: world.now,
    amount: sale.amount,
    currency: sale.currency,
    method: sale.method,
    flags: captured | (sale.pending ? chargeFlags.pending : 0),
    customer: sale.customer,
    order: sale.order,
    transfer: -1,
    extra: sale.extra,
  });
  if (!sale.uncaptured) settleCharge(world, book, index, sale);
  world.emitCharge(book, sale.pending ? 'charge.pending' : 'charge.succeeded', index);
  return index;
}

type Settled = Pick<Sale, 'amount' | 'currency' | 'method'>;

/** The charge's money: a pending balance transaction here, the application fee on the platform. */
function settleCharge(world: World, book: Book, index: number, paid: Settled): void {
  const currency = settlementCurrency(book, paid.currency);
  const rate = rateAt(paid.currency, currency, world.now);
  const amount = Math.round(paid.amount * rate);
  const fee = book.account.platform ? 0 : Math.floor((paid.amount * APPLICATION_FEE_PERCENT) / 100);
  const stripeFee = processingFee(book.feeSchedules[currency], amount, rate !== 1);
  const due = availableOn(world, book, paid.method);
  const row = book.ledger.add({
    created: world.now,
    availableOn: due,
    amount,
    fee: stripeFee + Math.round(fee * rate),
    currency,
    type: isPayment(paid.method) ? 'payment' : 'charge',
    source: 'charge',
    sourceIndex: index,
  });
  book.charges.setRow(index, row);
  if (fee === 0) return;
  book.charges.setFee(index, fee, collectFee(world, book, index, fee, paid.currency, due));
}

/** The application fee reaches the platform when the charge settles. */
export function collectFee(
  world: World,
  book: Book,
  charge: number,
  amount: number,
  currency: Currency,
  due: number,
): number {
  const { platform } = world;
  const row = platform.ledger.add({
    created: world.now,
    availableOn: due,
    amount,
    fee: 0,
    currency,
    type: 'application_fee',
    source: 'fee',
    sourceIndex: platform.fees.length,
  });
  const fee = platform.fees.add({
    created: world.now,
    seller: book.place,
    charge,
    amount,
    currency,
    row,
  });
  world.emitFee('application_fee.created', fee);
  return fee;
}

/** A card that was declined: a charge without money. */
export function declinedCharge(world: World, book: Book, sale: Sale, code: string): number {
  const index = book.charges.add({
    created: world.now,
    amount: sale.amount,
    currency: sale.currency,
    method: sale.method,
    flags: chargeFlags.failed,
    customer: sale.customer,
    order: sale.order,
    transfer: -1,
    extra: { ...sale.extra, failureCode: code },
  });
  world.emitCharge(book, 'charge.failed', index);
  return index;
}

export function capture(world: World, book: Book, index: number, amount: number): void {
  book.charges.flag(index, 'captured');
  book.charges.change(index, { capturedAmount: amount });
  const { currency, method } = book.charges.get(index);
  settleCharge(world, book, index, { amount, currency, method });
  world.emitCharge(book, 'charge.captured', index, { captured: false, balance_transaction: null });
}

/** An authorisation that nobody captured within seven days. */
export function expire(world: World, book: Book, index: number): void {
  const { amount } = book.charges.get(index);
  book.charges.flag(index, 'expired');
  book.charges.setRefunded(index, amount);
  world.emitCharge(book, 'charge.expired', index, { refunded: false, amount_refunded: 0 });
}

/** A bank debit has cleared: what was promised is paid. */
export function clear(world: World, book: Book, index: number): void {
  book.charges.flag(index, 'pending', false);
  world.emitCharge(book, 'charge.succeeded', index);
}

export interface ChargeChange {
  readonly description?: string | null;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly receiptEmail?: string | null;
  readonly transferGroup?: string | null;
  readonly userReport?: string;
}

export function updateCharge(
  world: World,
  book: Book,
  index: number,
  change: ChargeChange,
  previous: object,
): void {
  const original = originalDescription(book, index);
  book.charges.change(index, { ...change, original });
  world.emitCharge(book, 'charge.updated', index, previous);
}

/** The description at the time of the payment: its balance transaction keeps it. */
export function originalDescription(book: Book, index: number): string | null {
  const { extra, order } = book.charges.get(index);
  if (extra.original !== undefined) return extra.original;
  if (extra.description !== undefined) return extra.description;
  return order > 0 ? `Order ${order}` : null;
}
