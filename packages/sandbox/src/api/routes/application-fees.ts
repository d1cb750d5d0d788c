import type { Book } from '../../world/book.ts';
import type { World } from '../../world/world.ts';
import { noSuch } from '../errors.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { feeObject } from '../objects/transfers.ts';
import { optional, range, string } from '../params.ts';
import { param, route } from '../route.ts';

function chargeOfFee(world: World, book: Book, n: number): string | undefined {
  const { seller, charge } = book.fees.get(n);
  return world.sellers[seller]?.chargeId(charge);
}

export const applicationFeeRoutes = [
  route(
    'GET /v1/application_fees',
    { ...pageShape, created: optional(range), charge: optional(string) },
    ({ world, book }, sent) =>
      page(
        sent,
        {
          url: '/v1/application_fees',
          what: 'application fee',
          length: book.fees.length,
          created: (n) => book.fees.created(n),
          indexOf: (id) => indexOf(book, 'fee', id, book.fees.length),
          at: (n) => feeObject(world, book.fees.get(n)),
          ...(sent.charge === undefined
            ? {}
            : {
                matches: (n: number) => chargeOfFee(world, book, n) === sent.charge,
              }),
        },
        sent.created,
      ),
    { scope: 'platform' },
  ),

  route(
    'GET /v1/application_fees/:id',
    {},
    (context) => {
      const id = param(context, 'id');
      const n = indexOf(context.book, 'fee', id, context.book.fees.length);
      if (n === null) throw noSuch('application fee', id, 'fee');
      return feeObject(context.world, context.book.fees.get(n));
    },
    { scope: 'platform' },
  ),
];
