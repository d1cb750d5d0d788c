import type { Covers, Earnings, EarningsQuery, Row, Summary } from '@express-elements/contract';
import { earningsAnswer, earningsQuestion, rangedQuery, type RangeSums } from '../earnings.ts';
import type {
  AccountLedger,
  LedgerAccount,
  Page,
  PageRequest,
  PayoutSums,
  Question,
} from '../ledger.ts';
import type { Context } from './context.ts';
import { detailsOf } from './queries/details.ts';
import { earningCurrencies, firstEarning, sumsByBucket, type Range } from './queries/earnings.ts';
import { filtered } from './queries/filters.ts';
import { batchesOf, pageOf } from './queries/page.ts';
import { payoutSumsOf } from './queries/payout.ts';
import { asksForAmounts, searchOf } from './queries/search.ts';
import { kindsOfRows } from './queries/sums.ts';
import { anyCategory, summaryOf } from './queries/summary.ts';
import type { Walk } from './queries/walk.ts';
import { accountCovers, coversFrom } from './sync.ts';

/** One account's ledger in the database. */
export class SqlAccountLedger implements AccountLedger {
  readonly #context: Context;
  readonly #account: LedgerAccount;
  readonly #ready: () => Promise<void>;

  /** @param ready resolves when the account can answer */
  constructor(context: Context, account: LedgerAccount, ready: () => Promise<void>) {
    this.#context = context;
    this.#account = account;
    this.#ready = ready;
  }

  async page(question: Question, request: PageRequest): Promise<Page> {
    await this.#ready();
    // Before the rows: what comes in between is more than is claimed, never less.
    const covers = await this.#covers(question.filters.from);
    const rows = await pageOf(await this.#walk(question, request.sort), request);
    return { ...rows, covers };
  }

  async summary(question: Question): Promise<Summary> {
    await this.#ready();
    const covers = await this.#covers(question.filters.from);
    const walk = await this.#walk(anyCategory(question), 'created');
    return { ...(await summaryOf(walk, this.#account, question)), covers };
  }

  async get(
    id: string,
    onlyCategories: Question['onlyCategories'],
  ): ReturnType<AccountLedger['get']> {
    await this.#ready();
    return detailsOf(this.#context.db, this.#account.id, id, onlyCategories);
  }

  async rows(
    question: Question,
    { sort, order }: Pick<PageRequest, 'sort' | 'order'>,
  ): Promise<{ covers: Covers; batches: AsyncIterable<readonly Row[]> }> {
    await this.#ready();
    const covers = await this.#covers(question.filters.from);
    const walk = await this.#walk(question, sort);
    return { covers, batches: batchesOf(walk, order) };
  }

  async earnings(asked: EarningsQuery): Promise<Earnings> {
    await this.#ready();
    const account = this.#account;
    const kinds = await kindsOfRows(this.#context.db, account.id);
    const first = firstEarning(kinds, asked.currency ?? account.defaultCurrency);
    const question = earningsQuestion(rangedQuery(asked, first, account.timeZone), account);
    const { currency, buckets, compare } = question;
    const { from, to, interval } = question.query;
    const sums = await this.#sums({ buckets, interval }, { from, to, currency });
    // From the first row on: whether that is the first at all, only the whole account's coverage says.
    const range =
      asked.from === undefined ? { ...sums, covers: await this.#covers(undefined) } : sums;
    const compared =
      compare &&
      (await this.#sums({ buckets: compare.buckets, interval }, { ...compare, currency }));
    return earningsAnswer(question, account, earningCurrencies(kinds, account), range, compared);
  }

  async covers(): Promise<Covers> {
    await this.#ready();
    return this.#covers(undefined);
  }

  async payoutSums(payout: string): Promise<PayoutSums | null> {
    await this.#ready();
    return payoutSumsOf(this.#context.db, this.#account.id, payout);
  }

  async #covers(from: number | undefined): Promise<Covers> {
    return coversFrom(await accountCovers(this.#context, this.#account.id), from);
  }

  async #sums(intervals: Parameters<typeof sumsByBucket>[2], range: Range): Promise<RangeSums> {
    const covers = await this.#covers(range.from);
    return { covers, sums: await sumsByBucket(this.#context.db, this.#account, intervals, range) };
  }

  async #walk(question: Question, sort: Walk['sort']): Promise<Walk> {
    const { db, walked } = this.#context;
    const { id } = this.#account;
    const { q } = question.filters;
    const kinds = asksForAmounts(q) ? await kindsOfRows(db, id) : [];
    const currencies = [...new Set(kinds.map(({ currency }) => currency))];
    const search = searchOf(q, currencies);
    return { db, account: id, filter: filtered(question), search, sort, walked };
  }
}
