import type Stripe from 'stripe';
import type { FeeRecord } from '../../world/charges.ts';
import type {
  CollectionRecord,
  FeeRefundRecord,
  ReserveRecord,
  ReversalRecord,
  TransferRecord,
} from '../../world/records.ts';
import type { Book } from '../../world/book.ts';
import type { World } from '../../world/world.ts';
import {
  collectionId,
  feeId,
  feeRefundId,
  refundId,
  reserveId,
  reversalId,
  transferId,
  txnOrNull,
} from './ids.ts';
import { applicationId } from './transactions.ts';

/** Objects that live on the platform. */

const idOrNull = <T>(book: Book, record: T | undefined, id: (book: Book, record: T) => string) =>
  record === undefined ? null : id(book, record);

/** The first so many whose amounts make `sum`: an event's snapshot doesn't know of later ones. */
function upTo<T extends { readonly amount: number }>(sum: number, records: readonly T[]): T[] {
  let left = sum;
  return records.filter(({ amount }) => (left -= amount) >= 0);
}

export function reversalObject(world: World, record: ReversalRecord): Stripe.TransferReversal {
  const { platform } = world;
  const made = platform.transfers[record.transfer];
  const account = made ? world.book(made.account) : platform;
  return {
    id: reversalId(platform, record.index),
    object: 'transfer_reversal',
    amount: record.amount,
    balance_transaction: txnOrNull(platform, record.row),
    created: record.created,
    currency: made?.currency ?? platform.account.currency,
    destination_payment_refund: idOrNull(account, account.refunds[record.refund], refundId),
    metadata: { ...record.metadata },
    source_refund: idOrNull(platform, platform.refunds[record.sourceRefund], refundId),
    transfer: transferId(platform, record.transfer),
  };
}

export function transferObject(world: World, record: TransferRecord): Stripe.Transfer {
  const { platform } = world;
  const id = transferId(platform, record.index);
  const reversals = upTo(
    record.reversed,
    platform.reversals.filter(({ transfer }) => transfer === record.index),
  );
  return {
    id,
    object: 'transfer',
    amount: record.amount,
    amount_reversed: record.reversed,
    balance_transaction: txnOrNull(platform, record.row),
    created: record.created,
    currency: record.currency,
    description: record.description,
    destination: record.account,
    destination_payment: world.book(record.account).ids.make('py', record.payment),
    livemode: false,
    metadata: { ...record.metadata },
    reversals: {
      object: 'list',
      data: reversals
        .slice(-10)
        .toReversed()
        .map((reversal) => reversalObject(world, reversal)),
      has_more: reversals.length > 10,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: record.reversed >= record.amount,
    source_transaction: record.source < 0 ? null : platform.chargeId(record.source),
    source_type: 'card',
    transfer_group: record.group,
  };
}

export function feeRefundObject(world: World, record: FeeRefundRecord): Stripe.FeeRefund {
  const { platform } = world;
  return {
    id: feeRefundId(platform, record.index),
    object: 'fee_refund',
    amount: record.amount,
    balance_transaction: txnOrNull(platform, record.row),
    created: record.created,
    currency: platform.fees.get(record.fee).currency,
    fee: feeId(platform, record.fee),
    metadata: { ...record.metadata },
  };
}

export function feeObject(world: World, record: FeeRecord): Stripe.ApplicationFee {
  const { platform } = world;
  const id = feeId(platform, record.index);
  const account = world.sellers[record.seller] ?? platform;
  const charge = account.chargeId(record.charge);
  const refunds =
    record.refunded === 0
      ? []
      : upTo(
          record.refunded,
          platform.feeRefunds.filter(({ fee }) => fee === record.index),
        );
  return {
    id,
    object: 'application_fee',
    account: account.id,
    amount: record.amount,
    amount_refunded: record.refunded,
    application: applicationId(world),
    balance_transaction: txnOrNull(platform, record.row),
    charge,
    created: record.created,
    currency: record.currency,
    fee_source: { charge, type: 'charge' },
    livemode: false,
    originating_transaction: null,
    refunded: record.refunded >= record.amount,
    refunds: {
      object: 'list',
      data: refunds
        .slice(-10)
        .toReversed()
        .map((refund) => feeRefundObject(world, refund)),
      has_more: refunds.length > 10,
      url: `/v1/application_fees/${id}/refunds`,
    },
  };
}

export const reserveObject = (book: Book, record: ReserveRecord): Stripe.ReserveTransaction => ({
  id: reserveId(book, record.index),
  object: 'reserve_transaction',
  amount: record.amount,
  currency: record.currency,
  description: record.description,
});

export const collectionObject = (
  book: Book,
  record: CollectionRecord,
): Stripe.ConnectCollectionTransfer => ({
  id: collectionId(book, record.index),
  object: 'connect_collection_transfer',
  amount: record.amount,
  currency: record.currency,
  destination: record.destination,
  livemode: false,
});
