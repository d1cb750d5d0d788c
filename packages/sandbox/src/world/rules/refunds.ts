import { isPayment, type Book } from '../book.ts';
import { hasFlag } from '../charges.ts';
import { startOfDay } from '../calendar.ts';
import type { Currency } from '../currencies.ts';
import type { Metadata, RefundRecord } from '../records.ts';
import type { World } from '../world.ts';
import { rateAt, settlementCurrency } from './charges.ts';

export interface RefundOrder {
  readonly amount: number;
  readonly reason: RefundRecord['reason'];
  /** Gives the application fee back in proportion. */
  readonly refundFee?: boolean;
  readonly reversal?: number;
  readonly metadata?: Metadata;
}

export function refund(world: World, book: Book, charge: number, order: RefundOrder): RefundRecord {
  const paid = book.charges.get(charge);
  const share = order.amount / paid.amount;
  const record: RefundRecord = {
    index: book.refunds.length,
    created: world.now,
    charge,
    amount: order.amount,
    reason: order.reason,
    status: 'pending',
    pendingReason: null,
    failureReason: null,
    row: -1,
    failureRow: -1,
    feeBack: order.refundFee && paid.feeIndex >= 0 ? Math.round(paid.fee * share) : 0,
    reversal: order.reversal ?? -1,
    bounced: false,
    metadata: order.metadata ?? {},
  };
  book.refunds.push(record);
  markRefunded(book, record);
  if (hasFlag(paid, 'pending')) hold(book, record, 'charge_pending');
  else if (!queued(book, record) && affords(world, book, record)) pay(world, book, record);
  else hold(book, record, 'insufficient_funds');
  world.emit(book, 'refund.created', { kind: 'refund', record });
  world.emitCharge(book, 'charge.refunded', charge, {
    amount_refunded: paid.refunded,
    refunded: hasFlag(paid, 'refunded'),
  });
  return record;
}

function markRefunded(book: Book, { charge, amount }: RefundRecord): void {
  book.charges.setRefunded(charge, book.charges.get(charge).refunded + amount);
}

function hold(
  book: Book,
  record: RefundRecord,
  reason: 'insufficient_funds' | 'charge_pending',
): void {
  record.pendingReason = reason;
  book.waiting.push(record);
}

const settledIn = (book: Book, record: RefundRecord): Currency =>
  settlementCurrency(book, book.charges.currency(record.charge));

const settledAmount = (world: World, book: Book, record: RefundRecord): number => {
  const { currency } = book.charges.get(record.charge);
  return Math.round(
    record.amount * rateAt(currency, settlementCurrency(book, currency), world.now),
  );
};

/** What is still pending counts: Stripe lets the available balance go below zero for a while. */
function affords(world: World, book: Book, record: RefundRecord): boolean {
  const { currency } = book.charges.get(record.charge);
  const settled = settlementCurrency(book, currency);
  const payments = book.ledger.funds(settled);
  const set = book.ledger.funds(settled, 'refund_and_dispute_prefunding');
  return (
    Math.max(payments.available + payments.pending, set.available) >=
    settledAmount(world, book, record)
  );
}

function pay(world: World, book: Book, record: RefundRecord): void {
  const { currency, method, feeIndex } = book.charges.get(record.charge);
  const settled = settlementCurrency(book, currency);
  const amount = settledAmount(world, book, record);
  const set = book.ledger.funds(settled, 'refund_and_dispute_prefunding');
  record.row = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -amount,
    fee: -Math.round(record.feeBack * rateAt(currency, settled, world.now)),
    currency: settled,
    type: isPayment(method) ? 'payment_refund' : 'refund',
    // Money set aside for refunds goes first, where it is enough for the whole of one.
    balanceType: set.available >= amount ? 'refund_and_dispute_prefunding' : 'payments',
    source: 'refund',
    sourceIndex: record.index,
  });
  record.status = 'succeeded';
  record.pendingReason = null;
  if (record.feeBack > 0) refundFee(world, feeIndex, record.feeBack);
}

/** The platform gives part of its fee back. */
export function refundFee(world: World, feeIndex: number, amount: number): void {
  const { platform } = world;
  const fee = platform.fees.get(feeIndex);
  const row = platform.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -amount,
    fee: 0,
    currency: fee.currency,
    type: 'application_fee_refund',
    source: 'fee_refund',
    sourceIndex: platform.feeRefunds.length,
  });
  platform.feeRefunds.push({
    index: platform.feeRefunds.length,
    created: world.now,
    amount,
    fee: feeIndex,
    row,
    metadata: {},
  });
  platform.fees.setRefunded(feeIndex, fee.refunded + amount);
  world.emitFee('application_fee.refunded', feeIndex, { amount_refunded: fee.refunded });
}

/** Whether others wait for money of the same currency: they were first. */
function queued(book: Book, record: RefundRecord): boolean {
  const currency = settledIn(book, record);
  return book.waiting.some(
    (other) => other.pendingReason === 'insufficient_funds' && settledIn(book, other) === currency,
  );
}

/** Tries what waits for money, oldest first; one that is still too dear holds up the rest of its currency. */
export function retryRefunds(world: World, book: Book): void {
  const stuck = new Set<string>();
  book.waiting = book.waiting.filter((record) => {
    const currency = settledIn(book, record);
    if (hasFlag(book.charges.get(record.charge), 'pending')) return true;
    if (stuck.has(currency) || !affords(world, book, record)) {
      record.pendingReason = 'insufficient_funds';
      stuck.add(currency);
      return true;
    }
    const { pendingReason } = record;
    pay(world, book, record);
    world.emit(
      book,
      'refund.updated',
      { kind: 'refund', record },
      { status: 'pending', balance_transaction: null, pending_reason: pendingReason },
    );
    return false;
  });
}

/** The customer's bank sent the money back: it returns to the account. */
export function failRefund(world: World, book: Book, record: RefundRecord, reason: string): void {
  if (record.status !== 'succeeded' || record.row < 0) return;
  const row = book.ledger.get(record.row);
  record.status = 'failed';
  record.failureReason = reason;
  record.failureRow = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -row.amount,
    fee: 0,
    currency: row.currency,
    type: 'refund_failure',
    balanceType: row.balanceType,
    source: 'refund',
    sourceIndex: record.index,
  });
  const { refunded } = book.charges.get(record.charge);
  book.charges.setRefunded(record.charge, refunded - record.amount);
  world.emit(book, 'refund.updated', { kind: 'refund', record }, { status: 'succeeded' });
  world.emit(book, 'refund.failed', { kind: 'refund', record });
}

/** Only a refund that has not moved money can be taken back. */
export function cancelRefund(world: World, book: Book, record: RefundRecord): void {
  record.status = 'canceled';
  record.pendingReason = null;
  book.waiting = book.waiting.filter((other) => other !== record);
  const { refunded } = book.charges.get(record.charge);
  book.charges.setRefunded(record.charge, refunded - record.amount);
  world.emit(book, 'refund.updated', { kind: 'refund', record }, { status: 'pending' });
}
