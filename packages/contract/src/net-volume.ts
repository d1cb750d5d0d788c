/** The part of net volume that a row's amount goes to. Fees are apart: each counted row's `fee` goes to fees. */
export const netVolumeParts = ['gross', 'refunds', 'disputes'] as const;
export type NetVolumePart = (typeof netVolumeParts)[number];

/**
 * What counts into net volume, and as what. The amounts keep Stripe's own sign: money in is positive,
 * money out negative, so gross + refunds + disputes − fees = Σ `net` of the same rows.
 *
 * Counted is what the account earns from customers or receives from its platform, and what takes that back.
 * Not counted: payouts (moving one's own money), top-ups and reserves (holds that net to zero), Stripe's stand-alone
 * fees and taxes (costs, not volume), issuing, and application fees (they live on the platform's ledger).
 * Stripe publishes no formula; the Express Dashboard's page says “net volume of the account's charges and transfers”.
 */
export const netVolumeTypes = {
  charge: 'gross',
  payment: 'gross',
  // Only where the account itself sends money on; what it receives from its platform is a `payment`.
  transfer: 'gross',
  transfer_cancel: 'gross',
  transfer_failure: 'gross',
  transfer_refund: 'gross',
  refund: 'refunds',
  payment_refund: 'refunds',
  payment_failure_refund: 'refunds',
  payment_reversal: 'refunds',
  refund_failure: 'refunds',
} as const satisfies Record<string, NetVolumePart>;

/** An `adjustment` counts only where its reporting category says what it adjusts. */
export const netVolumeAdjustments = {
  dispute: 'disputes',
  dispute_reversal: 'disputes',
  refund_failure: 'refunds',
} as const satisfies Record<string, NetVolumePart>;

const own = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/**
 * The part of net volume that a row belongs to, null where it does not count.
 * Only the payments balance counts: prefunding and risk reserves are moves between a seller's own balances.
 *
 * @example netVolumePart({ type: 'payout', reporting_category: 'payout', balance_type: 'payments' }) // null
 */
export function netVolumePart(row: {
  type: string;
  reporting_category: string;
  balance_type: string;
}): NetVolumePart | null {
  if (row.balance_type !== 'payments') return null;
  if (row.type === 'adjustment') {
    return own(netVolumeAdjustments, row.reporting_category)
      ? netVolumeAdjustments[row.reporting_category]
      : null;
  }
  return own(netVolumeTypes, row.type) ? netVolumeTypes[row.type] : null;
}
