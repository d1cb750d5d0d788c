/** What a seller calls a balance transaction. Stripe's `type` alone cannot tell: a dispute is an `adjustment`. */
export const categories = [
  'payment',
  'refund',
  'dispute',
  'payout',
  'transfer',
  'fee',
  'top_up',
  'reserve',
  'adjustment',
  'other',
] as const;
export type Category = (typeof categories)[number];

/**
 * The types that make a category by themselves, whatever the reporting category.
 * `dispute` and `adjustment` share the type `adjustment` and `other` is the rest, so these three are not here.
 */
export const typesOfCategory = {
  payment: ['charge', 'payment', 'payment_unreconciled'],
  refund: [
    'refund',
    'payment_refund',
    'payment_failure_refund',
    'payment_reversal',
    'refund_failure',
  ],
  payout: ['payout', 'payout_cancel', 'payout_failure'],
  transfer: [
    'transfer',
    'transfer_cancel',
    'transfer_failure',
    'transfer_refund',
    'connect_collection_transfer',
    'inbound_transfer',
    'inbound_transfer_reversal',
  ],
  fee: [
    'stripe_fee',
    'stripe_fx_fee',
    'tax_fee',
    'application_fee',
    'application_fee_refund',
    'fee_credit_funding',
  ],
  top_up: ['topup', 'topup_reversal'],
  reserve: [
    'reserve_transaction',
    'reserved_funds',
    'reserve_hold',
    'reserve_release',
    'payment_network_reserve_hold',
    'payment_network_reserve_release',
    'payout_minimum_balance_hold',
    'payout_minimum_balance_release',
  ],
} as const satisfies Partial<Record<Category, readonly string[]>>;

/** The categories that `typesOfCategory` decides alone: Stripe's own list can be asked for them by `type`. */
export type TypedCategory = keyof typeof typesOfCategory;
export const isTypedCategory = (category: Category): category is TypedCategory =>
  category in typesOfCategory;

const categoryOfType = new Map<string, Category>(
  Object.entries(typesOfCategory).flatMap(([category, types]) =>
    types.map((type) => [type, category as Category]),
  ),
);

const disputeReports = new Set(['dispute', 'dispute_reversal']);

/**
 * The category of a balance transaction.
 * Stripe adds types at any time; one it has not told us of is `other`, never an error.
 *
 * @example categoryOf('adjustment', 'dispute_reversal') // 'dispute'
 */
export function categoryOf(type: string, reportingCategory: string): Category {
  if (type === 'adjustment')
    return disputeReports.has(reportingCategory) ? 'dispute' : 'adjustment';
  return categoryOfType.get(type) ?? 'other';
}
