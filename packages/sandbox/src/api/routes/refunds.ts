import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import type { ChargeRecord, RefundRecord } from '../../world/records.ts';
import { cancelRefund, refund } from '../../world/rules/refunds.ts';
import { reverse } from '../../world/rules/transfers.ts';
import { changesOf } from '../diff.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { chargeIndex, intentIndex, refundIndex } from '../lookup.ts';
import { refundId } from '../objects/ids.ts';
import { refundObject } from '../objects/refunds.ts';
import {
  amount,
  boolean,
  mergeMetadata,
  metadata,
  oneOf,
  optional,
  range,
  string,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';
import { isAskedPayment, ofPaymentShape, recordAt } from './helpers.ts';

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

export const refundRoutes = [
  route(
    'GET /v1/refunds',
    { ...pageShape, ...ofPaymentShape, created: optional(range) },
    ({ world, book }, sent) => {
      const isAsked = isAskedPayment(book, sent);
      return page(
        sent,
        {
          url: '/v1/refunds',
          what: 'refund',
          length: book.refunds.length,
          created: (n) => book.refunds[n]?.created ?? 0,
          indexOf: (id) => refundIndex(book, id),
          at: (n) => refundObject(world, book, recordAt(book.refunds, n)),
          matches: (n) => isAsked(book.refunds[n]?.charge),
        },
        sent.created,
      );
    },
    { grants: grants.seePayments },
  ),

  route(
    'GET /v1/refunds/:id',
    {},
    (context) => refundObject(context.world, context.book, namedRefund(context)),
    { grants: grants.seePayments },
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
      if (sent.reverse_transfer && (charge.transfer < 0 || !book.account.platform)) {
        throw invalid('This charge does not have a transfer to reverse.', {
          param: 'reverse_transfer',
        });
      }
      const made = refund(world, book, charge.index, {
        amount: wanted,
        reason: sent.reason ?? null,
        refundFee: sent.refund_application_fee,
        metadata: mergeMetadata({}, sent.metadata),
      });
      if (sent.reverse_transfer) takeBack(context, charge, made, sent.refund_application_fee);
      return refundObject(world, book, made);
    },
    { grants: grants.refund },
  ),

  route('POST /v1/refunds/:id', { metadata: optional(metadata) }, (context, sent) => {
    const record = namedRefund(context);
    const old = record.metadata;
    record.metadata = mergeMetadata(old, sent.metadata);
    const previous = { metadata: changesOf(old, record.metadata) };
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
    { grants: grants.refund },
  ),
];
