import { isPayment, type Book } from '../book.ts';
import { hasFlag } from '../charges.ts';
import { startOfDay } from '../calendar.ts';
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
  else if (affords(world, book, record)) pay(world, book, record);
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

/** Tries what waits for money, oldest first; the first that is still too dear holds up the rest. */
export function retryRefunds(world: World, book: Book): void {
  while (book.waiting.length > 0) {
    const [record] = book.waiting;
    if (!record) return;
    if (record.status === 'pending') {
      const paid = book.charges.get(record.charge);
      if (hasFlag(paid, 'pending') || !affords(world, book, record)) return;
      const { pendingReason } = record;
      pay(world, book, record);
      world.emit(
        book,
        'refund.updated',
        { kind: 'refund', record },
        {
          status: 'pending',
          balance_transaction: null,
          ...(pendingReason ? { pending_reason: pendingReason } : {}),
        },
      );
    }
    book.waiting.shift();
  }
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
