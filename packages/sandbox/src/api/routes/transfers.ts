import type { TransferRecord } from '../../world/records.ts';
import { reverse, transfer } from '../../world/rules/transfers.ts';
import { changesOf } from '../diff.ts';
import { invalid, noSuch } from '../errors.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { reversalObject, transferObject } from '../objects/transfers.ts';
import {
  amount,
  boolean,
  currency,
  mergeMetadata,
  metadata,
  optional,
  range,
  string,
  text,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';
import { insufficient, recordAt } from './helpers.ts';

function namedTransfer(context: Context): TransferRecord {
  const id = param(context, 'id');
  const n = indexOf(context.book, 'tr', id, context.book.transfers.length);
  if (n === null) throw noSuch('transfer', id, 'transfer');
  return recordAt(context.book.transfers, n);
}

export const transferRoutes = [
  route(
    'GET /v1/transfers',
    {
      ...pageShape,
      created: optional(range),
      destination: optional(string),
      transfer_group: optional(string),
    },
    ({ world, book }, sent) =>
      page(
        sent,
        {
          url: '/v1/transfers',
          what: 'transfer',
          length: book.transfers.length,
          created: (n) => recordAt(book.transfers, n).created,
          indexOf: (id) => indexOf(book, 'tr', id, book.transfers.length),
          at: (n) => transferObject(world, recordAt(book.transfers, n)),
          matches: (n) => {
            const record = recordAt(book.transfers, n);
            return (
              (sent.destination === undefined || record.account === sent.destination) &&
              (sent.transfer_group === undefined || record.group === sent.transfer_group)
            );
          },
        },
        sent.created,
      ),
  ),

  route('GET /v1/transfers/:id', {}, (context) =>
    transferObject(context.world, namedTransfer(context)),
  ),

  route(
    'POST /v1/transfers/:id',
    { description: optional(text(500)), metadata: optional(metadata) },
    (context, sent) => {
      const { world, book } = context;
      const record = namedTransfer(context);
      const before = transferObject(world, record);
      record.description = sent.description ?? record.description;
      record.metadata = mergeMetadata(record.metadata, sent.metadata);
      const after = transferObject(world, record);
      world.emit(book, 'transfer.updated', { kind: 'transfer', record }, changesOf(before, after));
      return after;
    },
    { scope: 'platform' },
  ),

  route(
    'POST /v1/transfers',
    {
      amount,
      currency,
      destination: string,
      description: optional(text(500)),
      metadata: optional(metadata),
      transfer_group: optional(text(255)),
    },
    ({ world, book }, sent) => {
      const seller = world.find(sent.destination);
      if (!seller || seller.account.platform)
        throw noSuch('destination', sent.destination, 'destination', 400);
      if (book.ledger.funds(sent.currency).available < sent.amount) throw insufficient();
      const made = transfer(world, seller, {
        amount: sent.amount,
        currency: sent.currency,
        source: -1,
        fee: 0,
        group: sent.transfer_group ?? null,
        description: sent.description ?? null,
        metadata: mergeMetadata({}, sent.metadata),
      });
      return transferObject(world, made);
    },
    { scope: 'platform' },
  ),

  route(
    'GET /v1/transfers/:id/reversals',
    pageShape,
    (context, sent) => {
      const { world, book } = context;
      const made = namedTransfer(context);
      return page(sent, {
        url: `/v1/transfers/${param(context, 'id')}/reversals`,
        what: 'transfer reversal',
        length: book.reversals.length,
        created: (n) => recordAt(book.reversals, n).created,
        indexOf: (id) => indexOf(book, 'trr', id, book.reversals.length),
        at: (n) => reversalObject(world, recordAt(book.reversals, n)),
        matches: (n) => recordAt(book.reversals, n).transfer === made.index,
      });
    },
    { scope: 'platform' },
  ),

  route(
    'GET /v1/transfers/:id/reversals/:reversal',
    {},
    (context) => {
      const { book, world } = context;
      const made = namedTransfer(context);
      const id = param(context, 'reversal');
      const n = indexOf(book, 'trr', id, book.reversals.length);
      const record = n === null ? undefined : recordAt(book.reversals, n);
      if (record?.transfer !== made.index) throw noSuch('transfer reversal', id);
      return reversalObject(world, record);
    },
    { scope: 'platform' },
  ),

  route(
    'POST /v1/transfers/:id/reversals',
    {
      amount: optional(amount),
      refund_application_fee: withDefault(boolean, false),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const made = namedTransfer(context);
      const left = made.amount - made.reversed;
      const wanted = sent.amount ?? left;
      if (left <= 0)
        throw invalid('This transfer has already been fully reversed.', {
          code: 'transfer_already_reversed',
        });
      if (wanted > left) {
        throw invalid(
          `Transfer reversal amount (${wanted}) is greater than the unreversed amount (${left}).`,
          {
            param: 'amount',
          },
        );
      }
      const record = reverse(context.world, made, {
        amount: wanted,
        refundFee: sent.refund_application_fee,
        metadata: mergeMetadata({}, sent.metadata),
      });
      return reversalObject(context.world, record);
    },
    { scope: 'platform' },
  ),
];
