import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import type { ChargeRecord } from '../../world/records.ts';
import { capture, updateCharge, type ChargeChange } from '../../world/rules/charges.ts';
import { changesOf } from '../diff.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { chargeIndex, intentIndex } from '../lookup.ts';
import { chargeMetadata, chargeObject, transferGroup } from '../objects/charges.ts';
import { customerObject } from '../objects/customers.ts';
import { intentObject } from '../objects/intents.ts';
import {
  amount,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  range,
  string,
  text,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';
import { chosen } from './helpers.ts';

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

interface ChargeParams {
  readonly description: string | undefined;
  readonly metadata: Record<string, string> | null | undefined;
  readonly receipt_email: string | undefined;
  readonly transfer_group: string | undefined;
  readonly fraud_details: { readonly user_report: 'fraudulent' | 'safe' | undefined } | undefined;
}

/** Only what was sent; an empty text takes a value away. */
function chargeChange(charge: ChargeRecord, sent: ChargeParams): ChargeChange {
  const { description, metadata: labels, receipt_email: email, transfer_group: group } = sent;
  const report = sent.fraud_details?.user_report;
  return {
    ...(description === undefined ? {} : { description: description || null }),
    ...(labels === undefined ? {} : { metadata: mergeMetadata(chargeMetadata(charge), labels) }),
    ...(email === undefined ? {} : { receiptEmail: email || null }),
    ...(group === undefined ? {} : { transferGroup: group }),
    ...(report ? { userReport: report } : {}),
  };
}

export const chargeRoutes = [
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
              transferGroup(world, book.charges.get(n)) === sent.transfer_group),
        },
        sent.created,
      );
    },
    { grants: grants.seePayments },
  ),

  route(
    'GET /v1/charges/:id',
    {},
    (context) => chargeObject(context.world, context.book, namedCharge(context)),
    { grants: grants.seePayments },
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
      const change = chargeChange(charge, sent);
      const show = (record: ChargeRecord) => chargeObject(world, book, record);
      const changed = { ...charge, extra: { ...charge.extra, ...change } };
      updateCharge(world, book, charge.index, change, changesOf(show(charge), show(changed)));
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
    { grants: grants.capture },
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
    { grants: grants.seePayments },
  ),

  route(
    'GET /v1/payment_intents/:id',
    {},
    (context) => intentObject(context.world, context.book, namedIntent(context)),
    { grants: grants.seePayments },
  ),

  route(
    'POST /v1/payment_intents/:id/capture',
    { amount_to_capture: optional(amount) },
    (context, sent) => {
      const charge = namedIntent(context);
      captureNow(context, charge, sent.amount_to_capture);
      return intentObject(context.world, context.book, context.book.charges.get(charge.index));
    },
    { grants: grants.capture },
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
    { grants: grants.seePayments },
  ),
];
