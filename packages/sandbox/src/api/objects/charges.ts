import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import { calendarDate } from '../../world/calendar.ts';
import { mix } from '../../world/random.ts';
import type { ChargeRecord } from '../../world/records.ts';
import { originalDescription } from '../../world/rules/charges.ts';
import type { World } from '../../world/world.ts';
import { chargeId, customerId, feeId, intentId, methodId, transferId, txnOrNull } from './ids.ts';
import { applicationId } from './transactions.ts';

const failures: Readonly<Record<string, string>> = {
  card_declined: 'Your card was declined.',
  expired_card: 'Your card has expired.',
  insufficient_funds: 'The account has insufficient funds.',
  debit_not_authorized: 'The customer has notified their bank that this payment was unauthorized.',
};

export const failureMessage = (code: string | undefined): string | null =>
  code === undefined ? null : (failures[code] ?? 'The payment failed.');

const last4 = (book: Book, charge: ChargeRecord): string =>
  String(
    mix(book.seed ^ 0x1a57, charge.customer < 0 ? charge.index : charge.customer) % 10_000,
  ).padStart(4, '0');

const fingerprint = (book: Book, charge: ChargeRecord): string =>
  book.ids.make('fp', Math.max(charge.customer, 0)).slice(4, 20);

const cardCountry = (book: Book): string => book.profile?.country ?? book.account.country;

function card(book: Book, charge: ChargeRecord): Stripe.Charge.PaymentMethodDetails.Card {
  const chance = mix(book.seed ^ 0xca4d, charge.customer);
  const { year } = calendarDate(charge.created);
  return {
    amount_authorized: charge.amount,
    authorization_code: hasFlag(charge, 'failed') ? null : String(100_000 + (chance % 900_000)),
    brand: charge.method,
    checks: {
      address_line1_check: null,
      address_postal_code_check: 'pass',
      cvc_check: charge.extra.failureCode === 'incorrect_cvc' ? 'fail' : 'pass',
    },
    country: cardCountry(book),
    electronic_commerce_indicator: null,
    exp_month: 1 + (chance % 12),
    exp_year: year + 1 + ((chance >>> 4) % 4),
    extended_authorization: { status: 'disabled' },
    fingerprint: fingerprint(book, charge),
    funding: chance % 3 === 0 ? 'debit' : 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: last4(book, charge),
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: charge.method,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

function methodDetails(book: Book, charge: ChargeRecord): Stripe.Charge.PaymentMethodDetails {
  switch (charge.method) {
    case 'transfer':
      return { type: 'stripe_account', stripe_account: {} };
    case 'konbini':
      return { type: 'konbini', konbini: { store: { chain: 'lawson' } } };
    case 'sepa_debit':
      return {
        type: 'sepa_debit',
        sepa_debit: {
          bank_code: '37040044',
          branch_code: '',
          country: 'DE',
          fingerprint: fingerprint(book, charge),
          last4: last4(book, charge),
          mandate: null,
        },
      };
    case 'us_bank_account':
      return {
        type: 'us_bank_account',
        us_bank_account: {
          account_holder_type: 'individual',
          account_type: 'checking',
          bank_name: 'STRIPE TEST BANK',
          fingerprint: fingerprint(book, charge),
          last4: last4(book, charge),
          payment_reference: null,
          routing_number: '110000000',
        },
      };
    default:
      return { type: 'card', card: card(book, charge) };
  }
}

function outcome(charge: ChargeRecord): Stripe.Charge.Outcome | null {
  if (charge.method === 'transfer') return null;
  const failed = hasFlag(charge, 'failed');
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: failed ? (charge.extra.failureCode ?? null) : null,
    risk_level: 'normal',
    risk_score: mix(0x215c, charge.index) % 45,
    seller_message: failed ? failureMessage(charge.extra.failureCode) : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}

export function chargeStatus(charge: ChargeRecord): 'failed' | 'pending' | 'succeeded' {
  if (hasFlag(charge, 'failed')) return 'failed';
  return hasFlag(charge, 'pending') ? 'pending' : 'succeeded';
}

function captured(charge: ChargeRecord): number {
  if (!hasFlag(charge, 'captured')) return 0;
  return charge.extra.capturedAmount ?? charge.amount;
}

export const describeCharge = (book: Book, charge: ChargeRecord): string | null =>
  charge.extra.description === undefined
    ? originalDescription(book, charge.index)
    : charge.extra.description;

export const chargeMetadata = (charge: ChargeRecord): Stripe.Metadata => {
  if (charge.extra.metadata) return { ...charge.extra.metadata };
  return charge.order > 0 ? { order_id: String(charge.order) } : {};
};

const statementDescriptor = (book: Book, charge: ChargeRecord): string | null =>
  charge.method === 'transfer' ? null : book.account.statementDescriptor;

const emptyAddress = (): Stripe.Address => ({
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
});

function billingDetails(book: Book, charge: ChargeRecord): Stripe.Charge.BillingDetails {
  const person = book.person(charge.customer);
  return {
    address: emptyAddress(),
    email: person?.email ?? null,
    name: person?.name ?? null,
    phone: null,
    tax_id: null,
  };
}

/** How a transfer is tied to the charge: on the platform it was made for it, on an account it brought it. */
function transferParts({ platform }: World, book: Book, charge: ChargeRecord) {
  const made = platform.transfers[charge.transfer];
  const id = made ? transferId(platform, made.index) : null;
  if (!made || !book.account.platform) return { source_transfer: id, transfer_data: null };
  return {
    source_transfer: null,
    ...(id === null ? {} : { transfer: id }),
    transfer_data: {
      amount: made.amount < charge.amount ? made.amount : null,
      destination: made.account,
    },
  };
}

/** Destination charges get a group from Stripe where the platform gave none. */
export const transferGroup = ({ platform }: World, charge: ChargeRecord): string | null =>
  charge.extra.transferGroup ?? platform.transfers[charge.transfer]?.group ?? null;

export function chargeObject(world: World, book: Book, charge: ChargeRecord): Stripe.Charge {
  const { extra } = charge;
  const id = chargeId(book, charge);
  const failureRow = extra.failureRow ?? -1;
  const descriptor = statementDescriptor(book, charge);
  return {
    id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: captured(charge),
    amount_refunded: charge.refunded,
    application: charge.feeIndex < 0 ? null : applicationId(world),
    application_fee: charge.feeIndex < 0 ? null : feeId(world.platform, charge.feeIndex),
    application_fee_amount: charge.feeIndex < 0 ? null : charge.fee,
    balance_transaction: txnOrNull(book, charge.row),
    billing_details: billingDetails(book, charge),
    calculated_statement_descriptor: descriptor,
    captured: hasFlag(charge, 'captured'),
    created: charge.created,
    currency: charge.currency,
    customer: customerId(book, charge.customer),
    description: describeCharge(book, charge),
    disputed: hasFlag(charge, 'disputed'),
    failure_balance_transaction: txnOrNull(book, failureRow),
    failure_code: extra.failureCode ?? null,
    failure_message: failureMessage(extra.failureCode),
    fraud_details: extra.userReport ? { user_report: extra.userReport } : {},
    livemode: false,
    metadata: chargeMetadata(charge),
    on_behalf_of: extra.onBehalfOf ?? null,
    outcome: outcome(charge),
    paid: !hasFlag(charge, 'failed'),
    payment_intent: intentId(book, charge),
    payment_method: methodId(book, charge),
    payment_method_details: methodDetails(book, charge),
    ...(extra.presentment
      ? {
          presentment_details: {
            presentment_amount: extra.presentment.amount,
            presentment_currency: extra.presentment.currency,
          },
        }
      : {}),
    receipt_email: extra.receiptEmail ?? null,
    receipt_number: null,
    receipt_url: hasFlag(charge, 'failed') ? null : `https://pay.stripe.com/receipts/payment/${id}`,
    refunded: hasFlag(charge, 'refunded'),
    review: null,
    shipping: null,
    source: null,
    statement_descriptor: descriptor,
    statement_descriptor_suffix: null,
    status: chargeStatus(charge),
    transfer_group: transferGroup(world, charge),
    ...transferParts(world, book, charge),
  };
}
