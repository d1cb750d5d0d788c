import type { DisputeRecord } from '../../world/records.ts';
import { isOpen, settleDispute, updateDispute } from '../../world/rules/disputes.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { disputeObject, evidenceFields } from '../objects/disputes.ts';
import {
  boolean,
  emptyable,
  mergeMetadata,
  metadata,
  object,
  optional,
  range,
  text,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';
import { isAskedPayment, ofPaymentShape, recordAt } from './helpers.ts';

function namedDispute(context: Context): DisputeRecord {
  const id = param(context, 'id');
  const index = indexOf(context.book, 'dp', id, context.book.disputes.length);
  if (index === null) throw noSuch('dispute', id, 'dispute');
  return recordAt(context.book.disputes, index);
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

/** What was not sent stays; an empty text takes it away. */
function mergeEvidence(
  old: Readonly<Record<string, string>>,
  sent: Readonly<Record<string, string | null | undefined>>,
): Record<string, string> {
  const merged = new Map(Object.entries(old));
  for (const [field, words] of Object.entries(sent)) {
    if (words === null) merged.delete(field);
    else if (words !== undefined) merged.set(field, words);
  }
  return Object.fromEntries(merged);
}

export const disputeRoutes = [
  route(
    'GET /v1/disputes',
    { ...pageShape, ...ofPaymentShape, created: optional(range) },
    ({ world, book }, sent) => {
      const isAsked = isAskedPayment(book, sent);
      return page(
        sent,
        {
          url: '/v1/disputes',
          what: 'dispute',
          length: book.disputes.length,
          created: (n) => book.disputes[n]?.created ?? 0,
          indexOf: (id) => indexOf(book, 'dp', id, book.disputes.length),
          at: (n) => disputeObject(world, book, recordAt(book.disputes, n)),
          matches: (n) => isAsked(book.disputes[n]?.charge),
        },
        sent.created,
      );
    },
    { grants: grants.seePayments },
  ),

  route(
    'GET /v1/disputes/:id',
    {},
    (context) => disputeObject(context.world, context.book, namedDispute(context)),
    { grants: grants.seePayments },
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
      const evidence = mergeEvidence(record.evidence, sent.evidence ?? {});
      updateDispute(world, book, record, {
        evidence,
        submit: sent.evidence !== undefined && sent.submit,
        metadata: mergeMetadata(record.metadata, sent.metadata),
      });
      return disputeObject(world, book, record);
    },
    { grants: grants.dispute },
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
    { grants: grants.dispute },
  ),
];
