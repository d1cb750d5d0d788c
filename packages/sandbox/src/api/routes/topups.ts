import type { Book } from '../../world/book.ts';
import type { TopupRecord } from '../../world/records.ts';
import { noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, type Listing, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { topupObject } from '../objects/payouts.ts';
import { oneOf, optional, range } from '../params.ts';
import { param, route } from '../route.ts';
import { recordAt } from './helpers.ts';

const topupListing = (book: Book): Listing => ({
  url: '/v1/topups',
  what: 'topup',
  length: book.topups.length,
  created: (n) => recordAt(book.topups, n).created,
  indexOf: (id) => indexOf(book, 'tu', id, book.topups.length),
  at: (n) => topupObject(book, recordAt(book.topups, n)),
});

export const topupRoutes = [
  route(
    'GET /v1/topups',
    {
      ...pageShape,
      amount: optional(range),
      created: optional(range),
      status: optional(oneOf(['canceled', 'failed', 'pending', 'succeeded', 'reversed'])),
    },
    ({ book }, sent) =>
      page(
        sent,
        {
          ...topupListing(book),
          matches: (n) => topupMatches(recordAt(book.topups, n), sent),
        },
        sent.created,
      ),
    { grants: grants.seePayouts },
  ),

  route(
    'GET /v1/topups/:id',
    {},
    (context) => {
      const id = param(context, 'id');
      const n = indexOf(context.book, 'tu', id, context.book.topups.length);
      if (n === null) throw noSuch('topup', id);
      return topupObject(context.book, recordAt(context.book.topups, n));
    },
    { grants: grants.seePayouts },
  ),
];

const topupMatches = (
  record: TopupRecord,
  sent: {
    readonly status: TopupRecord['status'] | undefined;
    readonly amount: { readonly gte: number; readonly lte: number } | undefined;
  },
): boolean =>
  (sent.status === undefined || record.status === sent.status) &&
  (!sent.amount || (record.amount >= sent.amount.gte && record.amount <= sent.amount.lte));
