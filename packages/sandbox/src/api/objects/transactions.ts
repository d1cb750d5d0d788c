import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import type { RowRecord } from '../../world/ledger.ts';
import { originalDescription, rateAt } from '../../world/rules/charges.ts';
import type { World } from '../../world/world.ts';
import {
  chargeId,
  collectionId,
  disputeId,
  feeId,
  feeRefundId,
  payoutId,
  refundId,
  reserveId,
  reversalId,
  topupId,
  transferId,
  txnId,
} from './ids.ts';

/** The platform as an application: who takes the fees. */
export const applicationId = (world: World): string => world.platform.ids.make('ca', 0);

const categories: Readonly<Record<RowRecord['type'], string>> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  payment_failure_refund: 'charge_failure',
  payment_reversal: 'charge_failure',
  refund_failure: 'refund_failure',
  adjustment: 'other_adjustment',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  payout_minimum_balance_hold: 'payout_minimum_balance_hold',
  payout_minimum_balance_release: 'payout_minimum_balance_release',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  application_fee: 'platform_earning',
  application_fee_refund: 'platform_earning_refund',
  topup: 'topup',
  topup_reversal: 'topup_reversal',
  connect_collection_transfer: 'connect_collection_transfer',
  reserve_transaction: 'connect_reserved_funds',
  reserved_funds: 'risk_reserved_funds',
  reserve_hold: 'risk_reserved_funds',
  reserve_release: 'risk_reserved_funds',
  stripe_fee: 'fee',
  tax_fee: 'tax',
  advance: 'advance',
  advance_funding: 'advance_funding',
};

const reportingCategory = (row: RowRecord): string =>
  row.adjustment === 'none' ? categories[row.type] : row.adjustment;

/** The id of what caused a row. */
export function sourceId(
  book: Book,
  row: Pick<RowRecord, 'source' | 'sourceIndex'>,
): string | null {
  const n = row.sourceIndex;
  switch (row.source) {
    case 'none':
      return null;
    case 'charge':
      return chargeId(book, book.charges.get(n));
    case 'refund': {
      const refund = book.refunds[n];
      return refund ? refundId(book, refund) : null;
    }
    case 'dispute':
      return disputeId(book, n);
    case 'payout':
      return payoutId(book, n);
    case 'topup':
      return topupId(book, n);
    case 'transfer':
      return transferId(book, n);
    case 'reversal':
      return reversalId(book, n);
    case 'fee':
      return feeId(book, n);
    case 'fee_refund':
      return feeRefundId(book, n);
    case 'reserve':
      return reserveId(book, n);
    case 'collection':
      return collectionId(book, n);
  }
}

/** The charge that a row is about, if it is about one. */
function chargeOf(book: Book, row: RowRecord): number {
  if (row.source === 'charge') return row.sourceIndex;
  if (row.source === 'refund') return book.refunds[row.sourceIndex]?.charge ?? -1;
  if (row.source === 'dispute') return book.disputes[row.sourceIndex]?.charge ?? -1;
  return -1;
}

function rowRate(book: Book, row: RowRecord): number {
  const charge = chargeOf(book, row);
  return charge < 0 ? 1 : rateAt(book.charges.get(charge).currency, row.currency, row.created);
}

function feeDetails(
  world: World,
  book: Book,
  row: RowRecord,
  rate: number,
): Stripe.BalanceTransaction.FeeDetail[] {
  const application = applicationPart(book, row, rate);
  const rest = row.fee - application;
  const { currency } = row;
  const description = row.adjustment === 'dispute' ? 'Dispute fee' : 'Stripe processing fees';
  return [
    ...(application === 0
      ? []
      : [
          {
            amount: application,
            application: applicationId(world),
            currency,
            description: `${world.platform.account.name} application fee${application < 0 ? ' refund' : ''}`,
            type: 'application_fee',
          },
        ]),
    ...(rest === 0
      ? []
      : [{ amount: rest, application: null, currency, description, type: 'stripe_fee' }]),
  ];
}

/** What of a row's fee the platform took, or gave back. */
function applicationPart(book: Book, row: RowRecord, rate: number): number {
  if (row.source === 'charge' && row.amount > 0) {
    return Math.round(book.charges.get(row.sourceIndex).fee * rate);
  }
  return row.source === 'refund' ? row.fee : 0;
}

function describe(book: Book, row: RowRecord): string | null {
  if (row.note !== null) return row.note;
  const charge = chargeOf(book, row);
  const words = charge < 0 ? null : originalDescription(book, charge);
  const id = charge < 0 ? '' : book.chargeId(charge);
  switch (row.type) {
    case 'charge':
    case 'payment':
      return words;
    case 'refund':
    case 'payment_refund':
      return words === null ? 'REFUND FOR CHARGE' : `REFUND FOR CHARGE (${words})`;
    case 'refund_failure':
      return words === null ? 'REFUND FAILURE' : `REFUND FAILURE (${words})`;
    case 'payment_failure_refund':
      return `PAYMENT FAILURE REFUND FOR ${id}`;
    case 'payment_reversal':
      return `Payment reversal for ${id}`;
    case 'adjustment':
      return row.adjustment === 'dispute'
        ? `Chargeback withdrawal for ${id}`
        : `Chargeback reversal for ${id}`;
    case 'payout':
    case 'payout_cancel':
    case 'payout_failure':
      return book.payouts[row.sourceIndex]?.description ?? null;
    default:
      return null;
  }
}

/** Half the rows of a ledger need a rate of 1, which Stripe writes as null. */
const exchangeRate = (rate: number): number | null => (rate === 1 ? null : rate);

export function transactionObject(
  world: World,
  book: Book,
  index: number,
): Stripe.BalanceTransaction {
  const row = book.ledger.get(index);
  const rate = rowRate(book, row);
  return {
    id: txnId(book, index),
    object: 'balance_transaction',
    amount: row.amount,
    available_on: row.availableOn,
    balance_type: row.balanceType,
    created: row.created,
    currency: row.currency,
    description: describe(book, row),
    exchange_rate: exchangeRate(rate),
    fee: row.fee,
    fee_details: feeDetails(world, book, row, rate),
    net: row.amount - row.fee,
    reporting_category: reportingCategory(row),
    source: sourceId(book, row),
    status: row.availableOn <= world.now ? 'available' : 'pending',
    type: row.type,
  };
}
