import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import type { ChargeRecord } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { chargeMetadata, describeCharge, failureMessage, transferGroup } from './charges.ts';
import { chargeId, customerId, methodId } from './ids.ts';
import { applicationId } from './transactions.ts';

function status(charge: ChargeRecord): Stripe.PaymentIntent.Status {
  if (hasFlag(charge, 'failed')) return 'requires_payment_method';
  if (hasFlag(charge, 'pending')) return 'processing';
  if (hasFlag(charge, 'expired')) return 'canceled';
  return hasFlag(charge, 'captured') ? 'succeeded' : 'requires_capture';
}

const methodType = (charge: ChargeRecord): string =>
  ['sepa_debit', 'us_bank_account', 'konbini'].includes(charge.method) ? charge.method : 'card';

/** Every charge but those that came by transfer was made through a payment intent of its own. */
export function intentObject(world: World, book: Book, charge: ChargeRecord): Stripe.PaymentIntent {
  const captured = hasFlag(charge, 'captured') && !hasFlag(charge, 'failed');
  const manual = charge.extra.capturedAmount !== undefined || !hasFlag(charge, 'captured');
  const open = status(charge) === 'requires_capture';
  const { extra } = charge;
  const destination = world.platform.transfers[charge.transfer]?.account;
  return {
    id: book.ids.make('pi', charge.index),
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: charge.amount,
    amount_capturable: open ? charge.amount : 0,
    amount_received: captured ? (extra.capturedAmount ?? charge.amount) : 0,
    application: charge.feeIndex < 0 ? null : applicationId(world),
    application_fee_amount: charge.feeIndex < 0 ? null : charge.fee,
    automatic_payment_methods: { enabled: true },
    canceled_at: null,
    cancellation_reason: hasFlag(charge, 'expired') ? 'automatic' : null,
    capture_method: manual && !hasFlag(charge, 'failed') ? 'manual' : 'automatic',
    client_secret: null,
    confirmation_method: 'automatic',
    created: charge.created,
    currency: charge.currency,
    customer: customerId(book, charge.customer),
    customer_account: null,
    description: describeCharge(book, charge),
    excluded_payment_method_types: null,
    last_payment_error: hasFlag(charge, 'failed')
      ? {
          type: 'card_error',
          code: 'card_declined',
          message: failureMessage(extra.failureCode) ?? 'The payment failed.',
        }
      : null,
    latest_charge: chargeId(book, charge),
    livemode: false,
    managed_payments: { enabled: false },
    metadata: chargeMetadata(charge),
    next_action: null,
    on_behalf_of: extra.onBehalfOf ?? null,
    payment_method: methodId(book, charge),
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [methodType(charge)],
    payment_record: null,
    processing: null,
    receipt_email: extra.receiptEmail ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: status(charge),
    transfer_data: destination === undefined ? null : { destination },
    transfer_group: transferGroup(world, charge),
  };
}
