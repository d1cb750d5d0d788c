import type Stripe from 'stripe';
import { rowExpand } from '../../row.ts';
import type { Work } from './work.ts';
import { canCut, ROWS_PER_PAGE, type Range, type Read } from './plan.ts';

type Transaction = Stripe.BalanceTransaction;
type Params = Stripe.BalanceTransactionListParams;

const ENDPOINT = 'GET /v1/balance_transactions';

interface ListPage {
  readonly data: readonly Transaction[];
  readonly more: boolean;
}

/** Everything that Stripe lists for these parameters, page by page; leases are kept meanwhile. */
async function* pagesOf(work: Work, params: Params): AsyncGenerator<ListPage> {
  const { context, window, priority } = work;
  let after: string | undefined;
  for (;;) {
    const asked: Params = {
      ...params,
      limit: ROWS_PER_PAGE,
      expand: rowExpand,
      ...(after !== undefined && { starting_after: after }),
    };
    const page = await context.deps.stripe.call(
      ENDPOINT,
      { account: window.account, priority },
      (stripe, options) => stripe.balanceTransactions.list(asked, options),
    );
    after = page.data.at(-1)?.id;
    const more = page.has_more && after !== undefined;
    yield { data: page.data, more };
    if (!more) return;
    await work.keep();
  }
}

/** All of it at once: for what is known to be small. */
export async function allOf(work: Work, params: Params): Promise<Transaction[]> {
  const all: Transaction[] = [];
  for await (const { data } of pagesOf(work, params)) all.push(...data);
  return all;
}

export const created = ({ start, stop }: Range): Params => ({
  created: { gte: start, ...(stop !== null && { lt: stop }) },
});

export interface RangeRead {
  readonly transactions: Transaction[];
  /** Null: the whole range was read. Else what was read before it proved too full. */
  readonly cut: Read | null;
}

const readOf = (transactions: readonly Transaction[]): Read => ({
  rows: transactions.length,
  newest: transactions[0]?.created ?? 0,
  oldest: transactions.at(-1)?.created ?? 0,
});

/** The newest part of a range: all of it, or `pages` pages and as many more as it takes to be able to cut. */
export async function readRange(work: Work, range: Range, pages: number): Promise<RangeRead> {
  const transactions: Transaction[] = [];
  let taken = 0;
  for await (const { data, more } of pagesOf(work, created(range))) {
    transactions.push(...data);
    taken += 1;
    const read = readOf(transactions);
    if (more && taken >= pages && canCut(read)) return { transactions, cut: read };
  }
  return { transactions, cut: null };
}
