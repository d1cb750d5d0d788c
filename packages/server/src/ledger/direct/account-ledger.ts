import type { Covers, Earnings, EarningsQuery, Row, Summary } from '@express-elements/contract';
import { earningsAnswer, sumByBucket, type RangeSums } from '../earnings.ts';
import {
  everything,
  type AccountLedger,
  type LedgerAccount,
  type LedgerDeps,
  type Page,
  type PageRequest,
  type PayoutSums,
  type Question,
} from '../ledger.ts';
import { deepPage, merged, type Lists } from './deep.ts';
import type { Newest } from './newest.ts';
import { listsOf, scanOf, type Push } from './push.ts';
import * as query from './query.ts';
import { NotReconciled, rowReader } from './read.ts';
import { transactionOf } from './related.ts';
import type { Windows } from './windows.ts';

const EXPORT_BATCH = 500;

/** Nothing is held: what was asked for cannot be told yet. */
const nothingYet: Newest<Row> = { items: [], covers: { from: null, complete: false } };

/** Whether what is held answers for a list from some time on. */
const holds = ({ covers }: Newest<Row>, push: Push): boolean =>
  covers.complete || (push.from !== undefined && covers.from !== null && push.from >= covers.from);

/** One account's ledger, read from Stripe at each request. */
export class DirectLedger implements AccountLedger {
  readonly #deps: LedgerDeps;
  readonly #account: LedgerAccount;
  readonly #windows: Windows<Row>;

  constructor(deps: LedgerDeps, account: LedgerAccount, windows: Windows<Row>) {
    this.#deps = deps;
    this.#account = account;
    this.#windows = windows;
  }

  async page(question: Question, request: PageRequest): Promise<Page> {
    const lists = this.#lists(question, request);
    if (lists) return this.#deepPage(lists, request);
    const { items, covers } = await this.#scan(question);
    return query.page(items, withoutPayout(question), request, covers);
  }

  async summary(question: Question): Promise<Summary> {
    // As if no category were chosen: the counts by category want every one, so none is asked of Stripe.
    const { category: _, ...filters } = question.filters;
    const { items, covers } = await this.#scan({ ...question, filters });
    return query.summary(items, withoutPayout(question), covers);
  }

  get(id: string, onlyCategories: Question['onlyCategories']): ReturnType<AccountLedger['get']> {
    return transactionOf(this.#deps, this.#account.id, id, onlyCategories);
  }

  async rows(
    question: Question,
    order: Pick<PageRequest, 'sort' | 'order'>,
  ): Promise<{ covers: Covers; batches: AsyncIterable<readonly Row[]> }> {
    const lists = this.#lists(question, order);
    if (lists) return this.#deepRows(lists);
    const { items, covers } = await this.#scan(question);
    const rows = query.select(items, withoutPayout(question), order.sort, order.order);
    return { covers, batches: inBatches(rows) };
  }

  async earnings(asked: EarningsQuery): Promise<Earnings> {
    const all = await this.#window({});
    const question = query.earningsOfRows(all.items, asked, this.#account);
    const { currency, buckets, compare } = question;
    const [sums, compared] = await Promise.all([
      this.#sums({ ...question.query, currency }, buckets),
      compare ? this.#sums({ ...compare, currency }, compare.buckets) : null,
    ]);
    // From the first row held on: whether that is the first at all, only the whole window says.
    const range = asked.from === undefined ? { ...sums, covers: all.covers } : sums;
    const currencies = query.earningCurrencies(all.items, this.#account);
    return earningsAnswer(question, this.#account, currencies, range, compared);
  }

  async covers(): Promise<Covers> {
    return (await this.#window({})).covers;
  }

  async payoutSums(payout: string): Promise<PayoutSums | null> {
    const { items, covers } = await this.#window({ payout });
    if (covers === nothingYet.covers) return null;
    return { count: items.length, net: query.netOf(items), complete: covers.complete };
  }

  async #sums(
    range: { readonly from: number; readonly to: number; readonly currency: string },
    buckets: Parameters<typeof sumByBucket>[1],
  ): Promise<RangeSums> {
    const { from, to: before, currency } = range;
    const { items, covers } = await this.#window({ from, before, currency });
    return { sums: sumByBucket(items, buckets, range), covers };
  }

  #lists(question: Question, order: Pick<PageRequest, 'sort' | 'order'>): Lists | null {
    const pushes = listsOf(question, order);
    if (!pushes) return null;
    const { from, to: before } = question.filters;
    return {
      reads: pushes.map((push) => rowReader(this.#deps, this.#account.id, push)),
      range: { from, before },
    };
  }

  async #deepPage(lists: Lists, request: PageRequest): Promise<Page> {
    const bounds = { oldest: this.#account.created ?? 0, now: this.#deps.now() };
    try {
      return await deepPage(lists, request, bounds);
    } catch (error) {
      if (!(error instanceof NotReconciled)) throw error;
      return { rows: [], hasPrevious: false, hasNext: false, covers: nothingYet.covers };
    }
  }

  /** The first row is read before the answer begins, so that what Stripe refuses is an error and no broken file. */
  async #deepRows(lists: Lists): ReturnType<AccountLedger['rows']> {
    const rows = merged(lists);
    try {
      const first = await rows.next();
      return { covers: everything, batches: inBatches(startingWith(first, rows)) };
    } catch (error) {
      if (!(error instanceof NotReconciled)) throw error;
      return { covers: nothingYet.covers, batches: inBatches([]) };
    }
  }

  #scan(question: Question): Promise<Newest<Row>> {
    return this.#window(scanOf(question));
  }

  /** The newest rows of a list: from what is held of all, where that answers for it too. */
  async #window(push: Push): Promise<Newest<Row>> {
    const { id } = this.#account;
    const isAll = Object.values(push).every((value) => value === undefined);
    const held = isAll ? null : await this.#windows.peek(id);
    if (held && push.payout === undefined && holds(held, push)) {
      // Asked again, for topping up may have moved the beginning.
      const topped = await this.#windows.get(id, rowReader(this.#deps, id, {}));
      if (holds(topped, push)) return { items: topped.items, covers: everything };
    }
    const name = isAll ? id : `${id} ${JSON.stringify(push)}`;
    const range = { from: push.from, before: push.before };
    try {
      return await this.#windows.get(name, rowReader(this.#deps, id, push), range);
    } catch (error) {
      if (error instanceof NotReconciled) return nothingYet;
      throw error;
    }
  }
}

/** A list asked for by payout holds its rows only, though none of them says so. */
function withoutPayout(question: Question): Question {
  const { payout: _, ...filters } = question.filters;
  return { ...question, filters };
}

async function* startingWith(
  first: IteratorResult<Row, void>,
  rest: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* inBatches(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < EXPORT_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
