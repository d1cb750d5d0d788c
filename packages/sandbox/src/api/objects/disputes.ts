import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import type { DisputeRecord } from '../../world/records.ts';
import { isOpen } from '../../world/rules/disputes.ts';
import type { World } from '../../world/world.ts';
import { chargeId, disputeId, intentId } from './ids.ts';
import { transactionObject } from './transactions.ts';

/** The texts that a seller may send as evidence. */
export const evidenceFields = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;
export type EvidenceField = (typeof evidenceFields)[number];

function evidence(record: DisputeRecord): Stripe.Dispute.Evidence {
  const of = (field: EvidenceField): string | null => record.evidence[field] ?? null;
  return {
    access_activity_log: of('access_activity_log'),
    billing_address: of('billing_address'),
    cancellation_policy: of('cancellation_policy'),
    cancellation_policy_disclosure: of('cancellation_policy_disclosure'),
    cancellation_rebuttal: of('cancellation_rebuttal'),
    customer_communication: of('customer_communication'),
    customer_email_address: of('customer_email_address'),
    customer_name: of('customer_name'),
    customer_purchase_ip: of('customer_purchase_ip'),
    customer_signature: of('customer_signature'),
    duplicate_charge_documentation: of('duplicate_charge_documentation'),
    duplicate_charge_explanation: of('duplicate_charge_explanation'),
    duplicate_charge_id: of('duplicate_charge_id'),
    enhanced_evidence: {},
    product_description: of('product_description'),
    receipt: of('receipt'),
    refund_policy: of('refund_policy'),
    refund_policy_disclosure: of('refund_policy_disclosure'),
    refund_refusal_explanation: of('refund_refusal_explanation'),
    service_date: of('service_date'),
    service_documentation: of('service_documentation'),
    shipping_address: of('shipping_address'),
    shipping_carrier: of('shipping_carrier'),
    shipping_date: of('shipping_date'),
    shipping_documentation: of('shipping_documentation'),
    shipping_tracking_number: of('shipping_tracking_number'),
    uncategorized_file: of('uncategorized_file'),
    uncategorized_text: of('uncategorized_text'),
  };
}

export function disputeObject(world: World, book: Book, record: DisputeRecord): Stripe.Dispute {
  const charge = book.charges.get(record.charge);
  const inquiry = record.status.startsWith('warning_');
  return {
    id: disputeId(book, record.index),
    object: 'dispute',
    amount: record.amount,
    balance_transactions: record.rows.map((row) => transactionObject(world, book, row)),
    charge: chargeId(book, charge),
    created: record.created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: evidence(record),
    evidence_details: {
      due_by: record.dueBy,
      enhanced_eligibility: {},
      has_evidence: Object.keys(record.evidence).length > 0,
      past_due: record.pastDue,
      submission_count: record.submissions,
      submission_method: record.submittedAs,
    },
    intended_submission_method: 'manual',
    is_charge_refundable: inquiry && isOpen(record),
    livemode: false,
    metadata: { ...record.metadata },
    payment_intent: intentId(book, charge),
    payment_method_details: {
      type: 'card',
      card: {
        brand: charge.method,
        case_type: inquiry ? 'inquiry' : 'chargeback',
        network: charge.method,
        network_reason_code: record.networkReason,
      },
    },
    reason: record.reason,
    status: record.status,
  };
}
