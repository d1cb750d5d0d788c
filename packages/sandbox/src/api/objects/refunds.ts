import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import { isPayment } from '../../world/book.ts';
import type { RefundRecord } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import {
  chargeId,
  customerId,
  intentId,
  methodId,
  refundId,
  reversalId,
  txnId,
  txnOrNull,
} from './ids.ts';

function destination(book: Book, refund: RefundRecord): Pick<Stripe.Refund, 'destination_details'> {
  const { method } = book.charges.get(refund.charge);
  if (isPayment(method)) return {};
  return {
    destination_details: { type: 'card', card: { type: 'refund', reference_status: 'pending' } },
  };
}

function presentment(book: Book, refund: RefundRecord): Pick<Stripe.Refund, 'presentment_details'> {
  const charge = book.charges.get(refund.charge);
  const shown = charge.extra.presentment;
  if (!shown) return {};
  return {
    presentment_details: {
      presentment_amount: Math.round((shown.amount * refund.amount) / charge.amount),
      presentment_currency: shown.currency,
    },
  };
}

/** On the account that was paid: the reversal that took it back. On the platform: the one made with it. */
function reversals(world: World, book: Book, refund: RefundRecord) {
  const id = refund.reversal < 0 ? null : reversalId(world.platform, refund.reversal);
  const own = book.account.platform;
  return { source_transfer_reversal: own ? null : id, transfer_reversal: own ? id : null };
}

export function refundObject(world: World, book: Book, refund: RefundRecord): Stripe.Refund {
  const charge = book.charges.get(refund.charge);
  return {
    id: refundId(book, refund),
    object: 'refund',
    amount: refund.amount,
    balance_transaction: txnOrNull(book, refund.row),
    charge: chargeId(book, charge),
    created: refund.created,
    currency: charge.currency,
    customer: customerId(book, charge.customer),
    customer_account: null,
    ...destination(book, refund),
    ...(refund.failureRow < 0
      ? {}
      : { failure_balance_transaction: txnId(book, refund.failureRow) }),
    ...(refund.failureReason === null ? {} : { failure_reason: refund.failureReason }),
    metadata: { ...refund.metadata },
    payment_intent: intentId(book, charge),
    payment_method: methodId(book, charge),
    ...(refund.pendingReason === null ? {} : { pending_reason: refund.pendingReason }),
    ...presentment(book, refund),
    reason: refund.reason,
    receipt_number: null,
    status: refund.status,
    ...reversals(world, book, refund),
  };
}
