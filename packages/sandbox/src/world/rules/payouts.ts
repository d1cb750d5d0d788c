import type { Book } from '../book.ts';
import {
  calendarDate,
  daysAfter,
  HOUR,
  isBusinessDay,
  startOfDay,
  weekday,
  weekdayNames,
} from '../calendar.ts';
import { currencyRules, type Currency } from '../currencies.ts';
import { mix } from '../random.ts';
import type { ExternalAccountRecord, Metadata, PayoutRecord, SettingsRecord } from '../records.ts';
import type { World } from '../world.ts';
import { bankErrored } from './accounts.ts';

/** Whether the schedule pays out on the day that begins at `midnight`. Banks rest at weekends. */
export function isPayoutDay(settings: SettingsRecord, midnight: number): boolean {
  if (!isBusinessDay(midnight)) return false;
  if (settings.interval === 'daily') return true;
  const name = weekdayNames[weekday(midnight)];
  if (settings.interval === 'weekly') return settings.weeklyDays.some((day) => day === name);
  if (settings.interval !== 'monthly') return false;
  const { day, lastOfMonth } = calendarDate(midnight);
  return settings.monthlyDays.some((wanted) => wanted === day || (lastOfMonth && wanted > day));
}

/** At midnight, every currency whose day it is goes to its bank, whole. */
export function automaticPayouts(world: World, book: Book): void {
  const { settings, payoutsEnabled } = book.account;
  if (!payoutsEnabled || !isPayoutDay(settings, startOfDay(world.now))) return;
  for (const { currency, balanceType, available } of book.ledger.purses) {
    const bank = book.bank(currency);
    if (balanceType !== 'payments' || !bank || bank.status === 'errored') continue;
    const minimum = settings.minimumBalances[currency] ?? 0;
    const amount = payable(currency, available - minimum);
    if (amount < currencyRules(currency).payout) continue;
    if (minimum > 0) holdMinimum(world, book, currency, minimum);
    createPayout(world, book, { amount, currency, automatic: true, method: 'standard', bank });
  }
}

/** Some currencies are paid out in whole hundreds only. */
export const payable = (currency: Currency, amount: number): number =>
  currency === 'huf' ? amount - (amount % 100) : amount;

/** What must stay is held back from this payout and given to the next, so that each payout adds up. */
function holdMinimum(world: World, book: Book, currency: Currency, minimum: number): void {
  const row = { created: world.now, availableOn: world.now, fee: 0, currency };
  book.ledger.add({ ...row, amount: -minimum, type: 'payout_minimum_balance_hold' });
}

export interface PayoutOrder {
  readonly amount: number;
  readonly currency: Currency;
  readonly automatic: boolean;
  readonly method: 'standard' | 'instant';
  readonly bank: ExternalAccountRecord;
  readonly description?: string | null;
  readonly statementDescriptor?: string | null;
  readonly metadata?: Metadata;
}

export function createPayout(world: World, book: Book, order: PayoutOrder): PayoutRecord {
  const index = book.payouts.length;
  const instant = order.method === 'instant';
  const record: PayoutRecord = {
    index,
    created: world.now,
    amount: order.amount,
    currency: order.currency,
    arrival: instant ? world.now + HOUR / 2 : daysAfter(world.now, 2, true),
    automatic: order.automatic,
    method: order.method,
    destination: order.bank.id,
    destinationType: order.bank.object,
    description: order.description ?? (order.automatic ? 'STRIPE PAYOUT' : null),
    statementDescriptor: order.statementDescriptor ?? book.account.settings.statementDescriptor,
    status: instant ? 'in_transit' : 'pending',
    row: -1,
    failureRow: -1,
    failureCode: null,
    failureMessage: null,
    reconciliation: order.automatic ? 'in_progress' : 'not_applicable',
    trace: null,
    metadata: order.metadata ?? {},
  };
  book.payouts.push(record);
  if (instant) advance(world, book, order);
  if (order.automatic) book.ledger.sweep(order.currency, world.now, index);
  record.row = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -order.amount,
    fee: 0,
    currency: order.currency,
    type: 'payout',
    source: 'payout',
    sourceIndex: index,
  });
  if (order.automatic) leave(book, record);
  world.emit(book, 'payout.created', { kind: 'payout', record });
  if (!instant) world.at(world.now + 12 * HOUR, () => send(world, book, record));
  world.at(record.arrival, () => arrive(world, book, record));
  return record;
}

/** An instant payout may take what is still pending: Stripe advances it, and takes it back when it comes. */
function advance(world: World, book: Book, { amount, currency }: PayoutOrder): void {
  const short = amount - Math.max(0, book.ledger.funds(currency).available);
  if (short <= 0) return;
  const row = { created: world.now, fee: 0, currency };
  book.ledger.add({ ...row, availableOn: startOfDay(world.now), amount: short, type: 'advance' });
  const due = book.ledger.covered(currency, short);
  book.ledger.add({ ...row, availableOn: due, amount: -short, type: 'advance_funding' });
}

/** The payout's own row is part of what it settles: it waits for no other payout. */
function leave(book: Book, record: PayoutRecord): void {
  book.ledger.setPayout(record.row, record.index);
  const minimum = book.account.settings.minimumBalances[record.currency] ?? 0;
  if (minimum === 0) return;
  book.ledger.add({
    created: record.created,
    availableOn: record.created,
    amount: minimum,
    fee: 0,
    currency: record.currency,
    type: 'payout_minimum_balance_release',
  });
}

function send(world: World, book: Book, record: PayoutRecord): void {
  if (record.status !== 'pending') return;
  record.status = 'in_transit';
  world.emit(book, 'payout.updated', { kind: 'payout', record }, { status: 'pending' });
  if (!record.automatic) return;
  record.reconciliation = 'completed';
  world.emit(book, 'payout.reconciliation_completed', { kind: 'payout', record });
}

function arrive(world: World, book: Book, record: PayoutRecord): void {
  if (record.status !== 'in_transit' && record.status !== 'pending') return;
  const failure = world.payoutFate(record);
  if (failure) {
    failPayout(world, book, record, failure);
    return;
  }
  const previous = { status: record.status, trace_id: null };
  record.status = 'paid';
  record.trace = `${mix(book.seed, record.index)}`.padStart(10, '0');
  world.emit(book, 'payout.updated', { kind: 'payout', record }, previous);
  world.emit(book, 'payout.paid', { kind: 'payout', record });
}

export const payoutFailures = {
  account_closed: 'The bank account has been closed.',
  no_account: 'The bank account could not be found.',
  could_not_process: 'The bank could not process this payout.',
  incorrect_account_holder_name: 'The account holder’s name does not match the bank’s records.',
} as const;
export type PayoutFailure = keyof typeof payoutFailures;

/** The bank refuses: the money comes back, and nothing is paid out until the bank account is replaced. */
export function failPayout(
  world: World,
  book: Book,
  record: PayoutRecord,
  code: PayoutFailure,
): void {
  const previous = { status: record.status };
  record.status = 'failed';
  record.failureCode = code;
  record.failureMessage = payoutFailures[code];
  record.failureRow = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: record.amount,
    fee: 0,
    currency: record.currency,
    type: 'payout_failure',
    source: 'payout',
    sourceIndex: record.index,
  });
  world.emit(book, 'payout.updated', { kind: 'payout', record }, previous);
  world.emit(book, 'payout.failed', { kind: 'payout', record });
  bankErrored(world, book, record.destination);
}

export function cancelPayout(world: World, book: Book, record: PayoutRecord): void {
  record.status = 'canceled';
  record.failureRow = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: record.amount,
    fee: 0,
    currency: record.currency,
    type: 'payout_cancel',
    source: 'payout',
    sourceIndex: record.index,
  });
  world.emit(book, 'payout.canceled', { kind: 'payout', record });
}
