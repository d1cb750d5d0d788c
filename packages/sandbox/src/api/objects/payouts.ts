import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import type { PayoutRecord, TopupRecord } from '../../world/records.ts';
import { payoutId, topupId, txnOrNull } from './ids.ts';

export function payoutObject(book: Book, record: PayoutRecord): Stripe.Payout {
  return {
    id: payoutId(book, record.index),
    object: 'payout',
    amount: record.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: record.arrival,
    automatic: record.automatic,
    balance_transaction: txnOrNull(book, record.row),
    created: record.created,
    currency: record.currency,
    description: record.description,
    destination: record.destination,
    failure_balance_transaction: txnOrNull(book, record.failureRow),
    failure_code: record.failureCode,
    failure_message: record.failureMessage,
    livemode: false,
    metadata: { ...record.metadata },
    method: record.method,
    original_payout: null,
    payout_method: null,
    reconciliation_status: record.reconciliation,
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: record.statementDescriptor,
    status: record.status,
    trace_id: traceId(record),
    type: record.destinationType,
  };
}

function traceId({ status, trace }: PayoutRecord): Stripe.Payout.TraceId | null {
  if (status === 'canceled' || status === 'failed') return null;
  return trace === null
    ? { status: 'pending', value: null }
    : { status: 'supported', value: trace };
}

export function topupObject(book: Book, record: TopupRecord): Stripe.Topup {
  return {
    id: topupId(book, record.index),
    object: 'topup',
    amount: record.amount,
    balance_transaction: txnOrNull(book, record.row),
    created: record.created,
    currency: record.currency,
    description: record.description,
    expected_availability_date: record.expected,
    failure_code: record.failureCode,
    failure_message: record.failureMessage,
    initiated_by: 'user',
    livemode: false,
    metadata: { ...record.metadata },
    source: null,
    statement_descriptor: null,
    status: record.status,
    transfer_group: null,
  };
}
