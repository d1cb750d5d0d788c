import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import type { ChargeRecord, DisputeRecord, RefundRecord } from '../../world/records.ts';
import { capture, updateCharge } from '../../world/rules/charges.ts';
import { isOpen, settleDispute, updateDispute } from '../../world/rules/disputes.ts';
import { cancelRefund, refund } from '../../world/rules/refunds.ts';
import { reverse } from '../../world/rules/transfers.ts';
import { invalid, noSuch } from '../errors.ts';
import { page, pageShape } from '../lists.ts';
import { chargeIndex, indexOf, intentIndex, refundIndex } from '../lookup.ts';
import { chargeMetadata, chargeObject, describeCharge } from '../objects/charges.ts';
import { customerObject } from '../objects/customers.ts';
import { disputeObject, evidenceFields } from '../objects/disputes.ts';
import { refundId } from '../objects/ids.ts';
import { intentObject } from '../objects/intents.ts';
import { refundObject } from '../objects/refunds.ts';
import {
  amount,
  boolean,
  emptyable,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  range,
  string,
  text,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';

const seeing = ['payments', 'payment_details', 'disputes_list', 'payment_disputes'];
const refunding = seeing.map((name) => `${name}.refund_management`);
const disputing = seeing.map((name) => `${name}.dispute_management`);
const capturing = ['payments', 'payment_details', 'disputes_list'].map(
  (name) => `${name}.capture_payments`,
);

function namedCharge(context: Context, name = 'id'): ChargeRecord {
  const id = param(context, name);
  const index = chargeIndex(context.book, id);
  if (index === null) throw noSuch('charge', id, name);
  return context.book.charges.get(index);
}

function namedIntent(context: Context): ChargeRecord {
  const id = param(context, 'id');
  const index = intentIndex(context.book, id);
  if (index === null) throw noSuch('payment_intent', id, 'intent');
  return context.book.charges.get(index);
}

/** A filter that names an object: no such object means an empty list. */
const chosen = <T>(value: string | undefined, find: (id: string) => T): T | undefined =>
  value === undefined ? undefined : find(value);

const chargeShape = {
  ...pageShape,
  created: optional(range),
  customer: optional(string),
  payment_intent: optional(string),
  transfer_group: optional(string),
};

const customerNumber = (book: Book, id: string): number => book.ids.parse(id)?.n ?? -2;

function ensureUncaptured(charge: ChargeRecord): void {
  if (hasFlag(charge, 'captured') || hasFlag(charge, 'expired') || hasFlag(charge, 'failed')) {
    throw invalid('This charge cannot be captured.', { code: 'charge_already_captured' });
  }
}

function captureNow(context: Context, charge: ChargeRecord, wanted: number | undefined): void {
  ensureUncaptured(charge);
  const captured = wanted ?? charge.amount;
  if (captured > charge.amount) {
    throw invalid('You cannot capture more than the authorized amount.', {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
  capture(context.world, context.book, charge.index, captured);
}

const chargeRoutes = [
  route(
    'GET /v1/charges',
    chargeShape,
    ({ world, book }, sent) => {
      const intent = chosen(sent.payment_intent, (id) => intentIndex(book, id) ?? -1);
      const customer = chosen(sent.customer, (id) => customerNumber(book, id));
      return page(
        sent,
        {
          url: '/v1/charges',
          what: 'charge',
          length: book.charges.length,
          created: (n) => book.charges.created(n),
          indexOf: (id) => chargeIndex(book, id),
          at: (n) => chargeObject(world, book, book.charges.get(n)),
          matches: (n) =>
            (intent === undefined || intent === n) &&
            (customer === undefined || customer === book.charges.customer(n)) &&
            (sent.transfer_group === undefined ||
              book.charges.get(n).extra.transferGroup === sent.transfer_group),
        },
        sent.created,
      );
    },
    { grants: seeing },
  ),

  route(
    'GET /v1/charges/:id',
    {},
    (context) => chargeObject(context.world, context.book, namedCharge(context)),
    { grants: seeing },
  ),

  route(
    'POST /v1/charges/:id',
    {
      description: optional(text(1000)),
      metadata: optional(metadata),
      receipt_email: optional(text(200)),
      transfer_group: optional(text(255)),
      fraud_details: optional(object({ user_report: optional(oneOf(['fraudulent', 'safe'])) })),
    },
    (context, sent) => {
      const { world, book } = context;
      const charge = namedCharge(context);
      updateCharge(
        world,
        book,
        charge.index,
        {
          ...(sent.description === undefined ? {} : { description: sent.description || null }),
          ...(sent.metadata === undefined
            ? {}
            : { metadata: mergeMetadata(chargeMetadata(charge), sent.metadata) }),
          ...(sent.receipt_email === undefined ? {} : { receiptEmail: sent.receipt_email || null }),
          ...(sent.transfer_group === undefined ? {} : { transferGroup: sent.transfer_group }),
          ...(sent.fraud_details?.user_report
            ? { userReport: sent.fraud_details.user_report }
            : {}),
        },
        {
          ...(sent.description === undefined ? {} : { description: describeCharge(book, charge) }),
          ...(sent.metadata === undefined ? {} : { metadata: chargeMetadata(charge) }),
          ...(sent.receipt_email === undefined
            ? {}
            : { receipt_email: charge.extra.receiptEmail ?? null }),
        },
      );
      return chargeObject(world, book, book.charges.get(charge.index));
    },
  ),

  route(
    'POST /v1/charges/:id/capture',
    { amount: optional(amount) },
    (context, sent) => {
      const charge = namedCharge(context);
      captureNow(context, charge, sent.amount);
      return chargeObject(context.world, context.book, context.book.charges.get(charge.index));
    },
    { grants: capturing },
  ),

  route(
    'GET /v1/payment_intents',
    { ...pageShape, created: optional(range), customer: optional(string) },
    ({ world, book }, sent) => {
      const customer = chosen(sent.customer, (id) => customerNumber(book, id));
      return page(
        sent,
        {
          url: '/v1/payment_intents',
          what: 'payment_intent',
          length: book.charges.length,
          created: (n) => book.charges.created(n),
          indexOf: (id) => intentIndex(book, id),
          at: (n) => intentObject(world, book, book.charges.get(n)),
          matches: (n) =>
            book.charges.get(n).method !== 'transfer' &&
            (customer === undefined || customer === book.charges.customer(n)),
        },
        sent.created,
      );
    },
    { grants: seeing },
  ),

  route(
    'GET /v1/payment_intents/:id',
    {},
    (context) => intentObject(context.world, context.book, namedIntent(context)),
    { grants: seeing },
  ),

  route(
    'POST /v1/payment_intents/:id/capture',
    { amount_to_capture: optional(amount) },
    (context, sent) => {
      const charge = namedIntent(context);
      captureNow(context, charge, sent.amount_to_capture);
      return intentObject(context.world, context.book, context.book.charges.get(charge.index));
    },
    { grants: capturing },
  ),

  route(
    'GET /v1/customers/:id',
    {},
    (context) => {
      const id = param(context, 'id');
      const n = context.book.ids.parse(id);
      const found = n?.prefix === 'cus' ? customerObject(context.book, n.n) : null;
      if (!found) throw noSuch('customer', id);
      return found;
    },
    { grants: seeing },
  ),
];

function namedRefund(context: Context): RefundRecord {
  const id = param(context, 'id');
  const index = refundIndex(context.book, id);
  const record = index === null ? undefined : context.book.refunds[index];
  if (!record) throw noSuch('refund', id, 'refund');
  return record;
}

interface RefundParams {
  readonly charge: string | undefined;
  readonly payment_intent: string | undefined;
  readonly amount: number | undefined;
}

function refundable(book: Book, sent: RefundParams): { charge: ChargeRecord; left: number } {
  const id = sent.charge ?? sent.payment_intent;
  if (id === undefined || (sent.charge !== undefined && sent.payment_intent !== undefined)) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: id === undefined ? 'parameter_missing' : 'parameters_exclusive',
      },
    );
  }
  const byCharge = sent.charge !== undefined;
  const index = byCharge ? chargeIndex(book, id) : intentIndex(book, id);
  if (index === null)
    throw noSuch(
      byCharge ? 'charge' : 'payment_intent',
      id,
      byCharge ? 'charge' : 'payment_intent',
    );
  const charge = book.charges.get(index);
  ensureRefundable(book, charge);
  return { charge, left: (charge.extra.capturedAmount ?? charge.amount) - charge.refunded };
}

function ensureRefundable(book: Book, charge: ChargeRecord): void {
  const id = book.chargeId(charge.index);
  if (charge.method === 'transfer') {
    throw invalid('This payment came by transfer; only the platform can reverse it.', {
      charge: id,
    });
  }
  if (hasFlag(charge, 'failed') || !hasFlag(charge, 'captured')) {
    throw invalid(`Charge ${id} has not been captured and paid, so it cannot be refunded.`, {
      charge: id,
    });
  }
  const dispute = book.disputes.find(
    (one) => one.charge === charge.index && !one.status.startsWith('warning_'),
  );
  if (dispute) {
    throw invalid(`Charge ${id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
      charge: id,
    });
  }
  if (hasFlag(charge, 'refunded')) {
    throw invalid(`Charge ${id} has already been refunded.`, {
      code: 'charge_already_refunded',
      charge: id,
    });
  }
}

function takeBack(
  context: Context,
  charge: ChargeRecord,
  refunded: RefundRecord,
  feeToo: boolean,
): void {
  const { world } = context;
  const made = world.platform.transfers[charge.transfer];
  if (!made || !context.book.account.platform) {
    throw invalid('This charge does not have a transfer to reverse.', {
      param: 'reverse_transfer',
    });
  }
  const share = Math.floor((made.amount * refunded.amount) / charge.amount);
  const left = made.amount - made.reversed;
  if (left > 0) {
    reverse(world, made, {
      amount: Math.min(Math.max(share, 1), left),
      refundFee: feeToo,
      sourceRefund: refunded.index,
    });
  }
}

const refundRoutes = [
  route(
    'GET /v1/refunds',
    {
      ...pageShape,
      created: optional(range),
      charge: optional(string),
      payment_intent: optional(string),
    },
    ({ world, book }, sent) => {
      const charge = chosen(sent.charge, (id) => chargeIndex(book, id) ?? -1);
      const intent = chosen(sent.payment_intent, (id) => intentIndex(book, id) ?? -1);
      return page(
        sent,
        {
          url: '/v1/refunds',
          what: 'refund',
          length: book.refunds.length,
          created: (n) => book.refunds[n]?.created ?? 0,
          indexOf: (id) => refundIndex(book, id),
          at: (n) => refundObject(world, book, refundAt(book, n)),
          matches: (n) =>
            (charge === undefined || book.refunds[n]?.charge === charge) &&
            (intent === undefined || book.refunds[n]?.charge === intent),
        },
        sent.created,
      );
    },
    { grants: seeing },
  ),

  route(
    'GET /v1/refunds/:id',
    {},
    (context) => refundObject(context.world, context.book, namedRefund(context)),
    { grants: seeing },
  ),

  route(
    'POST /v1/refunds',
    {
      charge: optional(string),
      payment_intent: optional(string),
      amount: optional(amount),
      reason: optional(oneOf(['duplicate', 'fraudulent', 'requested_by_customer'])),
      refund_application_fee: withDefault(boolean, false),
      reverse_transfer: withDefault(boolean, false),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const { world, book } = context;
      const { charge, left } = refundable(book, sent);
      const wanted = sent.amount ?? left;
      if (wanted > left) {
        throw invalid(
          `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`,
          { param: 'amount', charge: book.chargeId(charge.index) },
        );
      }
      if ((sent.reverse_transfer && charge.transfer < 0) || !book.account.platform) {
        throw invalid('This charge does not have a transfer to reverse.', {
          param: 'reverse_transfer',
        });
      }
      const made = refund(world, book, charge.index, {
        amount: wanted,
        reason: sent.reason ?? null,
        refundFee: sent.refund_application_fee,
        metadata: sent.metadata ?? {},
      });
      if (sent.reverse_transfer) takeBack(context, charge, made, sent.refund_application_fee);
      return refundObject(world, book, made);
    },
    { grants: refunding },
  ),

  route('POST /v1/refunds/:id', { metadata: optional(metadata) }, (context, sent) => {
    const record = namedRefund(context);
    const previous = { metadata: record.metadata };
    record.metadata = mergeMetadata(record.metadata, sent.metadata ?? {});
    context.world.emit(context.book, 'refund.updated', { kind: 'refund', record }, previous);
    return refundObject(context.world, context.book, record);
  }),

  route(
    'POST /v1/refunds/:id/cancel',
    {},
    (context) => {
      const { world, book } = context;
      const record = namedRefund(context);
      if (record.status !== 'pending') {
        throw invalid(
          `Refund ${refundId(book, record)} cannot be canceled: its status is ${record.status}.`,
        );
      }
      cancelRefund(world, book, record);
      return refundObject(world, book, record);
    },
    { grants: refunding },
  ),
];

const at = <T>(records: readonly T[], n: number): T => {
  const record = records[n];
  if (record === undefined) throw new RangeError(`There is no record ${n}.`);
  return record;
};
const refundAt = (book: Book, n: number): RefundRecord => at(book.refunds, n);

function namedDispute(context: Context): DisputeRecord {
  const id = param(context, 'id');
  const index = indexOf(context.book, 'dp', id, context.book.disputes.length);
  if (index === null) throw noSuch('dispute', id, 'dispute');
  return at(context.book.disputes, index);
}

function ensureOpen(record: DisputeRecord): void {
  if (isOpen(record)) return;
  throw invalid(`This dispute is ${record.status}; it no longer takes a response.`, {
    code: 'status_transition_invalid',
  });
}

const evidenceShape = object(
  Object.fromEntries(evidenceFields.map((field) => [field, optional(emptyable(text(20_000)))])),
);

const disputeRoutes = [
  route(
    'GET /v1/disputes',
    {
      ...pageShape,
      created: optional(range),
      charge: optional(string),
      payment_intent: optional(string),
    },
    ({ world, book }, sent) => {
      const charge = chosen(sent.charge, (id) => chargeIndex(book, id) ?? -1);
      const intent = chosen(sent.payment_intent, (id) => intentIndex(book, id) ?? -1);
      return page(
        sent,
        {
          url: '/v1/disputes',
          what: 'dispute',
          length: book.disputes.length,
          created: (n) => book.disputes[n]?.created ?? 0,
          indexOf: (id) => indexOf(book, 'dp', id, book.disputes.length),
          at: (n) => disputeObject(world, book, at(book.disputes, n)),
          matches: (n) =>
            (charge === undefined || book.disputes[n]?.charge === charge) &&
            (intent === undefined || book.disputes[n]?.charge === intent),
        },
        sent.created,
      );
    },
    { grants: seeing },
  ),

  route(
    'GET /v1/disputes/:id',
    {},
    (context) => disputeObject(context.world, context.book, namedDispute(context)),
    { grants: seeing },
  ),

  route(
    'POST /v1/disputes/:id',
    {
      evidence: optional(evidenceShape),
      submit: withDefault(boolean, true),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const { world, book } = context;
      const record = namedDispute(context);
      if (sent.evidence) ensureOpen(record);
      const entries = Object.entries({ ...record.evidence, ...sent.evidence });
      const evidence = entries.filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      updateDispute(world, book, record, {
        evidence: Object.fromEntries(evidence),
        submit: sent.evidence !== undefined && sent.submit,
        ...(sent.metadata ? { metadata: mergeMetadata(record.metadata, sent.metadata) } : {}),
      });
      return disputeObject(world, book, record);
    },
    { grants: disputing },
  ),

  route(
    'POST /v1/disputes/:id/close',
    {},
    (context) => {
      const { world, book } = context;
      const record = namedDispute(context);
      ensureOpen(record);
      settleDispute(world, book, record, 'lost');
      return disputeObject(world, book, record);
    },
    { grants: disputing },
  ),
];

export const paymentTable = [...chargeRoutes, ...refundRoutes, ...disputeRoutes];
