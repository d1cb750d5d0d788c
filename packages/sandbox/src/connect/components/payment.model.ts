import type Stripe from 'stripe';
import type { Icon, Tone } from '../shared/icons.ts';
import { titled } from '../shared/text.ts';
import type { Word } from '../shared/text.ts';

export const paymentStatuses = [
  'blocked',
  'canceled',
  'disputed',
  'early_fraud_warning',
  'failed',
  'incomplete',
  'partially_refunded',
  'pending',
  'refund_pending',
  'refunded',
  'successful',
  'uncaptured',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** The one status of a payment, what needs the seller first. */
export const paymentStatus = (charge: Stripe.Charge): PaymentStatus => {
  if (charge.disputed) return 'disputed';
  if (charge.refunded) return 'refunded';
  if (charge.amount_refunded > 0) return 'partially_refunded';
  if (charge.status === 'failed') return charge.outcome?.type === 'blocked' ? 'blocked' : 'failed';
  if (charge.status === 'pending') return 'pending';
  return charge.captured ? 'successful' : 'uncaptured';
};

interface Look {
  readonly word: Word;
  readonly tone: Tone;
  readonly icon: Icon;
}

export const paymentLooks: Readonly<Record<PaymentStatus, Look>> = {
  blocked: { word: 'statusBlocked', tone: 'danger', icon: 'alert' },
  canceled: { word: 'statusCanceled', tone: 'neutral', icon: 'close' },
  disputed: { word: 'statusDisputed', tone: 'danger', icon: 'alert' },
  early_fraud_warning: { word: 'statusFraudWarning', tone: 'warning', icon: 'warning' },
  failed: { word: 'statusFailed', tone: 'danger', icon: 'close' },
  incomplete: { word: 'statusIncomplete', tone: 'neutral', icon: 'clock' },
  partially_refunded: { word: 'statusPartlyRefunded', tone: 'neutral', icon: 'back' },
  pending: { word: 'statusPending', tone: 'warning', icon: 'clock' },
  refund_pending: { word: 'statusRefundPending', tone: 'warning', icon: 'back' },
  refunded: { word: 'statusRefunded', tone: 'neutral', icon: 'back' },
  successful: { word: 'statusSuccessful', tone: 'success', icon: 'in' },
  uncaptured: { word: 'statusUncaptured', tone: 'warning', icon: 'clock' },
};

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  us_bank_account: 'Bank account',
  sepa_debit: 'SEPA Direct Debit',
};

/** The means of payment by its name and last digits; null where only a transfer is seen. */
export const methodOf = (charge: Stripe.Charge): string | null => {
  const details = charge.payment_method_details;
  if (charge.source_transfer || !details) return null;
  const { card, sepa_debit: sepa, us_bank_account: ach } = details;
  const last4 = card?.last4 ?? sepa?.last4 ?? ach?.last4;
  const kind = card ? (card.brand ?? 'card') : details.type;
  const name = brands[kind] ?? titled(kind);
  return last4 ? `${name} \u2022\u2022\u2022\u2022 ${last4}` : name;
};

/** What may still be given back, in minor units; 0 where nothing can be. */
export const refundable = (charge: Stripe.Charge): number =>
  charge.status === 'succeeded' && charge.captured && !charge.disputed && !charge.source_transfer
    ? charge.amount_captured - charge.amount_refunded
    : 0;

export const disputeLooks: Readonly<Record<string, { word: Word; tone: Tone }>> = {
  warning_needs_response: { word: 'inquiryNeedsResponse', tone: 'warning' },
  warning_under_review: { word: 'inquiryUnderReview', tone: 'neutral' },
  warning_closed: { word: 'inquiryClosed', tone: 'neutral' },
  needs_response: { word: 'needsResponse', tone: 'danger' },
  under_review: { word: 'underReview', tone: 'neutral' },
  appeal_needs_response: { word: 'needsResponse', tone: 'danger' },
  appeal_under_review: { word: 'underReview', tone: 'neutral' },
  won: { word: 'disputeWon', tone: 'success' },
  lost: { word: 'disputeLost', tone: 'danger' },
  prevented: { word: 'disputePrevented', tone: 'neutral' },
};

const unknownDispute = { word: 'underReview', tone: 'neutral' } as const;

export const disputeLook = (status: string): { word: Word; tone: Tone } =>
  disputeLooks[status] ?? unknownDispute;

/** Whether the seller can still answer. */
export const needsResponse = (dispute: Stripe.Dispute): boolean =>
  dispute.status.endsWith('needs_response');

export interface Moment {
  readonly at: number;
  readonly icon: Icon;
  readonly tone: Tone;
  readonly word: Word;
  readonly amount: number;
  readonly currency: string;
}

const chargeMoment = (charge: Stripe.Charge): Moment => {
  const look =
    charge.status === 'succeeded'
      ? ({ icon: 'check', tone: 'success', word: 'momentPaid' } as const)
      : ({ icon: 'clock', tone: 'warning', word: 'momentPending' } as const);
  const failed = { icon: 'close', tone: 'danger', word: 'momentFailed' } as const;
  return {
    at: charge.created,
    amount: charge.amount,
    currency: charge.currency,
    ...(charge.status === 'failed' ? failed : look),
  };
};

const refundWords: Readonly<Record<string, Word>> = {
  failed: 'momentRefundFailed',
  canceled: 'momentRefundCanceled',
  pending: 'momentRefundPending',
};

const refundMoment = (refund: Stripe.Refund): Moment => ({
  at: refund.created,
  icon: 'back',
  tone: refund.status === 'failed' ? 'danger' : 'neutral',
  word: refundWords[refund.status ?? ''] ?? 'momentRefunded',
  amount: refund.amount,
  currency: refund.currency,
});

const disputeMoment = (dispute: Stripe.Dispute): Moment => ({
  at: dispute.created,
  icon: 'alert',
  tone: 'danger',
  word: dispute.status.startsWith('warning') ? 'momentInquiry' : 'momentDisputed',
  amount: dispute.amount,
  currency: dispute.currency,
});

/** What happened to a payment, newest first. */
export const timeline = (
  charge: Stripe.Charge,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): Moment[] =>
  [chargeMoment(charge), ...refunds.map(refundMoment), ...disputes.map(disputeMoment)].toSorted(
    (one, other) => other.at - one.at,
  );
