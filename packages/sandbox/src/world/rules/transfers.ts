import type { Book } from '../book.ts';
import { startOfDay } from '../calendar.ts';
import { noExtra } from '../charges.ts';
import type { Currency } from '../currencies.ts';
import {
  chargeFlags,
  type Metadata,
  type ReversalRecord,
  type TransferRecord,
} from '../records.ts';
import type { World } from '../world.ts';
import { collectFee, directCharge, type Sale } from './charges.ts';
import { refund } from './refunds.ts';

export interface TransferOrder {
  readonly amount: number;
  readonly currency: Currency;
  /** The platform's charge that pays for it; −1: its balance. */
  readonly source: number;
  /** The application fee of a destination charge goes back to the platform. */
  readonly fee: number;
  readonly group?: string | null;
  readonly description?: string | null;
  readonly metadata?: Metadata;
}

/** Money from the platform: a transfer there, a payment here. It is available when the charge behind it is. */
export function transfer(world: World, book: Book, order: TransferOrder): TransferRecord {
  const { platform } = world;
  const record: TransferRecord = {
    index: platform.transfers.length,
    created: world.now,
    amount: order.amount,
    currency: order.currency,
    account: book.id,
    payment: -1,
    source: order.source,
    group: order.group ?? null,
    row: -1,
    reversed: 0,
    description: order.description ?? null,
    metadata: order.metadata ?? {},
  };
  platform.transfers.push(record);
  const due = sourceDue(world, order.source);
  record.row = platform.ledger.add({
    created: world.now,
    availableOn: due,
    amount: -order.amount,
    fee: 0,
    currency: order.currency,
    type: 'transfer',
    source: 'transfer',
    sourceIndex: record.index,
  });
  record.payment = receive(world, book, record, order.fee, due);
  world.emit(platform, 'transfer.created', { kind: 'transfer', record });
  world.emitCharge(book, 'charge.succeeded', record.payment);
  return record;
}

function sourceDue(world: World, source: number): number {
  if (source < 0) return startOfDay(world.now);
  const { platform } = world;
  return platform.ledger.availableOn(platform.charges.get(source).row);
}

function receive(
  world: World,
  book: Book,
  record: TransferRecord,
  fee: number,
  due: number,
): number {
  const { amount, currency } = record;
  const payment = book.charges.add({
    created: world.now,
    amount,
    currency,
    method: 'transfer',
    flags: chargeFlags.captured,
    customer: -1,
    order: 0,
    transfer: record.index,
    extra: noExtra,
  });
  const row = book.ledger.add({
    created: world.now,
    availableOn: due,
    amount,
    fee,
    currency,
    type: 'payment',
    source: 'charge',
    sourceIndex: payment,
  });
  book.charges.setRow(payment, row);
  if (fee > 0)
    book.charges.setFee(payment, fee, collectFee(world, book, payment, fee, currency, due));
  return payment;
}

/** A customer pays the platform, which passes all of it on (and takes its fee), or only the seller's share. */
export function destinationCharge(
  world: World,
  book: Book,
  sale: Sale,
  kind: 'with_fee' | 'share',
): { charge: number; transfer: TransferRecord } {
  const { platform } = world;
  const charge = directCharge(world, platform, sale);
  const made = transfer(world, book, {
    amount: kind === 'share' ? Math.floor(sale.amount * 0.88) : sale.amount,
    currency: sale.currency,
    source: charge,
    fee: kind === 'share' ? 0 : Math.floor(sale.amount * 0.12),
    group: `group_${platform.ids.make('ch', charge)}`,
  });
  platform.charges.setTransfer(charge, made.index);
  return { charge, transfer: made };
}

export interface ReversalOrder {
  readonly amount: number;
  readonly refundFee: boolean;
  readonly sourceRefund?: number;
  readonly metadata?: Metadata;
}

/** The platform takes a transfer back: a refund of the payment on the account. */
export function reverse(world: World, made: TransferRecord, order: ReversalOrder): ReversalRecord {
  const { platform } = world;
  const book = world.book(made.account);
  const record: ReversalRecord = {
    index: platform.reversals.length,
    created: world.now,
    amount: order.amount,
    transfer: made.index,
    row: -1,
    refund: -1,
    sourceRefund: order.sourceRefund ?? -1,
    metadata: order.metadata ?? {},
  };
  platform.reversals.push(record);
  made.reversed += order.amount;
  record.row = platform.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: order.amount,
    fee: 0,
    currency: made.currency,
    type: 'transfer_refund',
    source: 'reversal',
    sourceIndex: record.index,
  });
  const back = refund(world, book, made.payment, {
    amount: order.amount,
    reason: null,
    refundFee: order.refundFee,
    reversal: record.index,
  });
  record.refund = back.index;
  world.emit(
    platform,
    'transfer.reversed',
    { kind: 'transfer', record: made },
    {
      amount_reversed: made.reversed - order.amount,
      reversed: false,
    },
  );
  return record;
}
