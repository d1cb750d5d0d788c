import {
  categoryOf,
  type DescriptionKey,
  type Row,
  type Transaction,
} from '@express-elements/contract';
import type Stripe from 'stripe';
import type { Describe } from './ledger.ts';

/** What a list of balance transactions is asked to expand, so that `rowOf` can say whose payment a row is. */
export const rowExpand = ['data.source', 'data.source.charge'];
/** The same for one balance transaction. */
export const oneRowExpand = ['source', 'source.charge'];

type Source = Exclude<Stripe.BalanceTransaction['source'], string | null>;

/** The generic words for a type; what is not here is `other`. Adjustments go by their reporting category. */
const keyOfType: Record<string, DescriptionKey> = {
  charge: 'payment',
  payment: 'payment',
  payment_unreconciled: 'payment',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_failed',
  payment_failure_refund: 'payment_failed',
  payment_reversal: 'payment_failed',
  payout: 'payout',
  payout_cancel: 'payout_canceled',
  payout_failure: 'payout_failed',
  transfer: 'transfer',
  connect_collection_transfer: 'transfer',
  inbound_transfer: 'transfer',
  transfer_cancel: 'transfer_reversed',
  transfer_failure: 'transfer_reversed',
  transfer_refund: 'transfer_reversed',
  inbound_transfer_reversal: 'transfer_reversed',
  stripe_fee: 'fee',
  stripe_fx_fee: 'fee',
  application_fee: 'fee',
  application_fee_refund: 'fee',
  fee_credit_funding: 'fee',
  tax_fee: 'tax',
  topup: 'top_up',
  topup_reversal: 'top_up_reversed',
  reserve_hold: 'reserve_held',
  payment_network_reserve_hold: 'reserve_held',
  payout_minimum_balance_hold: 'reserve_held',
  reserve_release: 'reserve_released',
  payment_network_reserve_release: 'reserve_released',
  payout_minimum_balance_release: 'reserve_released',
};

const keyOfAdjustment: Record<string, DescriptionKey> = {
  dispute: 'dispute_withdrawn',
  dispute_reversal: 'dispute_reinstated',
  refund_failure: 'refund_failed',
};

const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function descriptionKey(
  transaction: Stripe.BalanceTransaction,
  charge: Stripe.Charge | null,
): DescriptionKey {
  const { type, amount, reporting_category } = transaction;
  if (type === 'adjustment') return own(keyOfAdjustment, reporting_category) ?? 'adjustment';
  // These two go either way, and only the sign says which.
  if (type === 'reserve_transaction' || type === 'reserved_funds')
    return amount < 0 ? 'reserve_held' : 'reserve_released';
  const key = own(keyOfType, type) ?? 'other';
  return key === 'payment' && charge?.source_transfer ? 'payment_from_platform' : key;
}

const isCharge = (value: unknown): value is Stripe.Charge =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'object') === 'charge';

/** The payment that a source is, or that it takes back; null where Stripe sent no more than its id. */
export function chargeOf(source: Source | null): Stripe.Charge | null {
  if (source === null) return null;
  if (isCharge(source)) return source;
  return 'charge' in source && isCharge(source.charge) ? source.charge : null;
}

/** The id of the payment that a source is, or that it takes back. */
export function chargeIdOf(source: Source | null): string | null {
  if (source === null) return null;
  if (isCharge(source)) return source.id;
  if (source.object !== 'refund' && source.object !== 'dispute') return null;
  return typeof source.charge === 'string' ? source.charge : (source.charge?.id ?? null);
}

const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** The platform's own words. Stripe's boilerplate (“STRIPE PAYOUT”, “REFUND FOR CHARGE …”) is nobody's own words. */
function descriptionOf(
  transaction: Stripe.BalanceTransaction,
  source: Source | null,
  charge: Stripe.Charge | null,
): string | null {
  if (charge) return filled(charge.description);
  switch (source?.object) {
    case 'refund':
    case 'dispute':
    case 'payout':
      return null;
    case 'transfer':
    case 'topup':
      return filled(source.description);
    default:
      return filled(transaction.description);
  }
}

function customerOf(charge: Stripe.Charge | null): Row['customer'] {
  if (!charge) return null;
  const name = filled(charge.billing_details.name);
  const email = filled(charge.billing_details.email) ?? filled(charge.receipt_email);
  return name === null && email === null ? null : { name, email };
}

function last4Of(charge: Stripe.Charge | null): string | null {
  const details = charge?.payment_method_details;
  if (!details) return null;
  const method: unknown = Reflect.get(details, details.type);
  if (typeof method !== 'object' || method === null) return null;
  const last4: unknown = Reflect.get(method, 'last4');
  return typeof last4 === 'string' ? last4 : null;
}

function metadataOf(
  source: Source | null,
  charge: Stripe.Charge | null,
  keys: readonly string[],
): Row['metadata'] {
  const from = source && 'metadata' in source ? source.metadata : null;
  const all: Stripe.Metadata = { ...charge?.metadata, ...from };
  const chosen = keys.flatMap((key) => {
    const value = own(all, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(chosen);
}

const sourceOf = (source: Stripe.BalanceTransaction['source']): Row['source'] => {
  if (source === null) return null;
  // Not expanded: the kind of an id is not ours to guess.
  if (typeof source === 'string') return { id: source, object: 'unknown', status: null };
  const status: unknown = Reflect.get(source, 'status');
  return {
    id: source.id,
    object: source.object,
    status: typeof status === 'string' ? status : null,
  };
};

/**
 * A balance transaction, its source expanded, as a row of the contract. `payout` is null: Stripe tells it apart.
 *
 * @param metadataKeys the keys that the host chose to show
 */
export function rowOf(
  transaction: Stripe.BalanceTransaction,
  metadataKeys: readonly string[] = [],
): Row {
  const { source } = transaction;
  const expanded = typeof source === 'string' ? null : source;
  const charge = chargeOf(expanded);
  return {
    id: transaction.id,
    created: transaction.created,
    available_on: transaction.available_on,
    status: transaction.status === 'pending' ? 'pending' : 'available',
    type: transaction.type,
    reporting_category: transaction.reporting_category,
    category: categoryOf(transaction.type, transaction.reporting_category),
    amount: transaction.amount,
    fee: transaction.fee,
    net: transaction.net,
    currency: transaction.currency,
    balance_type: transaction.balance_type,
    source: sourceOf(source),
    payout: null,
    description: descriptionOf(transaction, expanded, charge),
    description_key: descriptionKey(transaction, charge),
    customer: customerOf(charge),
    last4: last4Of(charge),
    metadata: metadataOf(expanded, charge, metadataKeys),
  };
}

/** `rowOf`, with the host's own words in place of the charge's where it has any. */
export async function describedRow(
  transaction: Stripe.BalanceTransaction,
  deps: { readonly metadataKeys: readonly string[]; readonly describe: Describe | null },
): Promise<Row> {
  const row = rowOf(transaction, deps.metadataKeys);
  const words = deps.describe ? await deps.describe(transaction) : null;
  return words === null ? row : { ...row, description: filled(words) ?? row.description };
}

/** The money that a source moved, in the currency in which the customer paid. */
function originalOf(source: Source | null): { amount: number; currency: string } | null {
  if (source === null || !('amount' in source) || !('currency' in source)) return null;
  return { amount: Math.abs(source.amount), currency: source.currency };
}

/** What details of one transaction show beyond its row. */
export function detailsOf(
  transaction: Stripe.BalanceTransaction,
): Pick<Transaction, 'fee_details' | 'exchange'> {
  const { source, exchange_rate: rate, amount } = transaction;
  const original = originalOf(typeof source === 'string' ? null : source);
  return {
    fee_details: transaction.fee_details.map((fee) => ({
      type: fee.type,
      amount: fee.amount,
      currency: fee.currency,
      description: fee.description,
    })),
    exchange:
      rate === null || original === null
        ? null
        : {
            rate,
            amount: amount < 0 ? -original.amount : original.amount,
            currency: original.currency,
          },
  };
}
