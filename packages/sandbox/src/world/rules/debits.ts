import type { Book } from '../book.ts';
import { hasFlag } from '../charges.ts';
import { startOfDay } from '../calendar.ts';
import type { RefundRecord } from '../records.ts';
import type { World } from '../world.ts';
import { cancelRefund, refundFee } from './refunds.ts';

/** Bank debits are promised first and paid days later; a bank may take them back. */

/** The debit never cleared: the row that promised the money is undone on the day it would have come. */
export function bounce(world: World, book: Book, index: number, code: string): void {
  const charge = book.charges.get(index);
  if (hasFlag(charge, 'failed')) return;
  for (const waiting of book.waiting.filter((refund) => refund.charge === index)) {
    cancelRefund(world, book, waiting);
  }
  const row = book.ledger.get(charge.row);
  const record: RefundRecord = {
    index: book.refunds.length,
    created: world.now,
    charge: index,
    amount: charge.amount,
    reason: null,
    status: 'succeeded',
    pendingReason: null,
    failureReason: null,
    row: -1,
    failureRow: -1,
    feeBack: 0,
    reversal: -1,
    bounced: true,
    metadata: {},
  };
  book.refunds.push(record);
  record.row = book.ledger.add({
    created: world.now,
    availableOn: Math.max(row.availableOn, startOfDay(world.now)),
    amount: -row.amount,
    fee: 0,
    currency: row.currency,
    type: 'payment_failure_refund',
    source: 'refund',
    sourceIndex: record.index,
  });
  book.charges.flag(index, 'pending', false);
  book.charges.flag(index, 'failed');
  book.charges.change(index, { failureRow: record.row, failureCode: code });
  if (charge.feeIndex >= 0) refundFee(world, charge.feeIndex, charge.fee);
  world.emitCharge(book, 'charge.failed', index);
}

/** The customer's bank returns a debit that had cleared. */
export function returnDebit(world: World, book: Book, index: number, code: string): void {
  const charge = book.charges.get(index);
  if (hasFlag(charge, 'failed') || charge.refunded > 0) return;
  const row = book.ledger.get(charge.row);
  const failureRow = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -row.amount,
    fee: 0,
    currency: row.currency,
    type: 'payment_reversal',
    source: 'charge',
    sourceIndex: index,
  });
  book.charges.flag(index, 'failed');
  book.charges.change(index, { failureRow, failureCode: code });
  world.emitCharge(book, 'charge.failed', index);
}
