import type { Book } from '../../world/book.ts';
import { currencies } from '../../world/currencies.ts';
import { rowTypes, sourceKinds, type SourceKind } from '../../world/ledger.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { balanceObject } from '../objects/balances.ts';
import { transactionObject } from '../objects/transactions.ts';
import { optional, range, string } from '../params.ts';
import { param, route } from '../route.ts';
import { recordAt } from './helpers.ts';

/** Which rows a `source` filter keeps: the object's own. */
function sourceFilter(book: Book, id: string): (row: number) => boolean {
  const kinds: Readonly<Record<string, SourceKind>> = {
    ch: 'charge',
    py: 'charge',
    re: 'refund',
    pyr: 'refund',
    dp: 'dispute',
    po: 'payout',
    tu: 'topup',
    tr: 'transfer',
    trr: 'reversal',
    fee: 'fee',
    fr: 'fee_refund',
    rtx: 'reserve',
    connct: 'collection',
  };
  const found = book.ids.parse(id);
  const kind = found ? kinds[found.prefix] : undefined;
  if (!found || !kind) return () => false;
  const code = sourceKinds.code(kind);
  const { source, sourceIndex } = book.ledger.columns;
  return (row) => source[row] === code && sourceIndex[row] === found.n;
}

/** Only automatic payouts know their rows, and only once Stripe has added them up. */
function payoutFilter(book: Book, id: string): (row: number) => boolean {
  const n = indexOf(book, 'po', id, book.payouts.length);
  if (n === null) throw noSuch('payout', id, 'payout', 400);
  const record = recordAt(book.payouts, n);
  if (!record.automatic) {
    throw invalid(
      'Balance transaction history can only be filtered on automatic payouts, not manual.',
      {
        param: 'payout',
      },
    );
  }
  if (record.reconciliation !== 'completed') {
    throw invalid(`The payout ${id} is not ready: its reconciliation is in progress.`, {
      code: 'payout_reconciliation_not_ready',
      param: 'payout',
    });
  }
  const { payout } = book.ledger.columns;
  return (row) => payout[row] === n;
}

interface RowParams {
  readonly currency: string | undefined;
  readonly payout: string | undefined;
  readonly source: string | undefined;
  readonly type: string | undefined;
}

/** One test for all the filters that were sent; undefined where there are none. */
function rowFilter(book: Book, sent: RowParams): ((row: number) => boolean) | undefined {
  const { type, currency: money } = book.ledger.columns;
  const tests: ((row: number) => boolean)[] = [];
  if (sent.type !== undefined) {
    const code = rowTypes.find(sent.type) ?? -1;
    tests.push((row) => type[row] === code);
  }
  if (sent.currency !== undefined) {
    const code = currencies.find(sent.currency) ?? -1;
    tests.push((row) => money[row] === code);
  }
  if (sent.source !== undefined) tests.push(sourceFilter(book, sent.source));
  if (sent.payout !== undefined) tests.push(payoutFilter(book, sent.payout));
  return tests.length < 2 ? tests[0] : (row) => tests.every((test) => test(row));
}

export const balanceRoutes = [
  route('GET /v1/balance', {}, ({ book }) => balanceObject(book), { grants: grants.seeRows }),

  route(
    'GET /v1/balance_transactions',
    {
      ...pageShape,
      created: optional(range),
      currency: optional(string),
      payout: optional(string),
      source: optional(string),
      type: optional(string),
    },
    ({ world, book }, sent) => {
      const matches = rowFilter(book, sent);
      return page(
        sent,
        {
          url: '/v1/balance_transactions',
          what: 'balance transaction',
          length: book.ledger.length,
          created: (n) => book.ledger.created(n),
          indexOf: (id) => indexOf(book, 'txn', id, book.ledger.length),
          at: (n) => transactionObject(world, book, n),
          ...(matches ? { matches } : {}),
        },
        sent.created,
      );
    },
    { grants: grants.seeRows },
  ),

  route(
    'GET /v1/balance_transactions/:id',
    {},
    (context) => {
      const { world, book } = context;
      const id = param(context, 'id');
      const n = indexOf(book, 'txn', id, book.ledger.length);
      if (n === null) throw noSuch('balance transaction', id);
      return transactionObject(world, book, n);
    },
    { grants: grants.seeRows },
  ),
];
