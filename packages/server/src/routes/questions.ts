/** How the queries of the transaction routes become questions to a ledger. */
import type {
  Order,
  Sort,
  TransactionFilters,
  TransactionsQuery,
} from '@express-elements/contract';
import { ExpressError } from '../errors.ts';
import type { PageRequest, Place, Question } from '../ledger/ledger.ts';
import { decodeCursor, digestOf, encodeCursor, jumpKey, keyTypeOf } from '../ledger/order.ts';
import { categoriesOf } from '../roles/roles.ts';
import type { Host, RouteContext } from './host.ts';

type TransactionCapabilities = NonNullable<Host['ledger']['capabilities']['transactions']>;

const unsupported = (param: string): ExpressError =>
  new ExpressError('unsupported_parameter', `This server does not support "${param}" here.`, {
    param,
  });

/** What the transactions of this server can be asked for; 404 where it has none. */
export function transactionCapabilities({ ledger }: Host): TransactionCapabilities {
  const { transactions } = ledger.capabilities;
  if (transactions) return transactions;
  throw new ExpressError('not_found', 'This server has no transactions.');
}

/** The question in a query, for the categories that the role may see. */
export function questionOf(host: Host, c: RouteContext, filters: TransactionFilters): Question {
  const { filters: supported, search } = transactionCapabilities(host);
  const missing = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .find((name) => !supported.some((one) => one === name) || (name === 'q' && !search));
  if (missing !== undefined) throw unsupported(missing);
  return { filters, onlyCategories: categoriesOf(c.get('role')) };
}

/** A sort that the ledger has. */
export function checkSort(host: Host, sort: Sort): void {
  if (!transactionCapabilities(host).sorts.includes(sort)) throw unsupported('sort');
}

/** What parts the cursors of one list from those of any other. */
export const listDigest = (
  account: string,
  question: Question,
  { sort, order }: { readonly sort: Sort; readonly order: Order },
): string =>
  digestOf({
    list: 'transactions',
    account,
    filters: question.filters,
    only: question.onlyCategories ?? [],
    sort,
    order,
  });

type PageQuery = Pick<TransactionsQuery, 'sort' | 'order' | 'limit' | 'after' | 'before' | 'at'>;

/** At most one of `after`, `before` and `at`. */
function checkPlaces(host: Host, { after, before, at, sort }: PageQuery): void {
  const given = Object.entries({ after, before, at }).filter(([, value]) => value !== undefined);
  const [, second] = given;
  if (second)
    throw new ExpressError('invalid_parameter', 'Give one of "after", "before" and "at".', {
      param: second[0],
    });
  if (at === undefined) return;
  if (!transactionCapabilities(host).jump) throw unsupported('at');
  jumpKey(at, sort);
}

/** The page in a query, its cursors read: they must be of this very list. */
export function pageRequestOf(host: Host, query: PageQuery, digest: string): PageRequest {
  const { sort, order, limit, after, before, at } = query;
  checkSort(host, sort);
  checkPlaces(host, query);
  const place = (cursor: string, param: 'after' | 'before'): Place =>
    decodeCursor(cursor, digest, param, keyTypeOf(sort));
  return {
    sort,
    order,
    limit,
    ...(after !== undefined && { after: place(after, 'after') }),
    ...(before !== undefined && { before: place(before, 'before') }),
    ...(at !== undefined && { at }),
  };
}

interface PageEnds<T> {
  readonly items: readonly T[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** A page as the contract's list: a cursor at each end that goes on. */
export function listAnswer<T>(
  { items, hasPrevious, hasNext }: PageEnds<T>,
  place: (item: T) => Place,
  digest: string,
): { data: T[]; next_cursor: string | null; previous_cursor: string | null } {
  const [first] = items;
  const last = items.at(-1);
  return {
    data: [...items],
    next_cursor: hasNext && last ? encodeCursor(place(last), digest) : null,
    previous_cursor: hasPrevious && first ? encodeCursor(place(first), digest) : null,
  };
}
