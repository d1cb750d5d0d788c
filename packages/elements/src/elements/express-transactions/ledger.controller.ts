import type {
  Capabilities,
  Order,
  Sort,
  Summary,
  Sync,
  TransactionFilters,
  Transactions,
} from '@express-elements/contract';
import {
  ResourceController,
  VisibilityController,
  type SessionController,
  type SessionHost,
  type View,
} from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { filtersQuery, isFiltered, onlyOffered, type ChosenFilters } from './filters.model.ts';
import { givenQuery, hasGiven, type GivenFilters } from './given.model.ts';
import type { Describe, RowContext } from './row.model.ts';
import { RowsController, type ListQuestion } from './rows.controller.ts';

/** What the element's properties ask for. */
export interface Asked {
  readonly filters: ChosenFilters;
  readonly given: GivenFilters;
  readonly sort: Sort;
  readonly order: Order;
  readonly limit: number | null;
  readonly withoutSummary: boolean;
  readonly describe: Describe | null;
}

/** Rows of a page, as many as the contract gives by itself. */
const PAGE = 50;
const MOST = 100;

const isSame = (one: RowContext, other: RowContext): boolean =>
  one.messages === other.messages &&
  one.locale === other.locale &&
  one.timeZone === other.timeZone &&
  one.now === other.now &&
  one.platform === other.platform &&
  one.describe === other.describe;

/** What every endpoint gives, whatever else it offers. */
const isPlain = ({ filters, given, sort }: Asked): boolean =>
  sort === 'created' && !isFiltered(filters) && !hasGiven(given);

/**
 * What one list is made of: its rows, its sums, how far the import is. Owns the questions and that nothing is asked
 * which the endpoint does not offer; the rows themselves are the `RowsController`'s.
 */
export class LedgerController {
  readonly rows: RowsController;
  /** The list is read from its end. */
  isFromEnd = false;
  readonly #sessions: SessionController;
  readonly #asked: () => Asked | null;
  readonly #first: ResourceController<'transactions'>;
  readonly #summary: ResourceController<'summary'>;
  readonly #sync: ResourceController<'sync'>;
  #context: RowContext | null = null;

  /** @param asked null while it is not known what is chosen */
  constructor(
    host: SessionHost,
    sessions: SessionController,
    asked: () => Asked | null,
    atStart: () => boolean,
  ) {
    this.#sessions = sessions;
    this.#asked = asked;
    const visibility = new VisibilityController(host);
    this.#first = new ResourceController(host, sessions, {
      route: 'transactions',
      offered: ({ capabilities }) => capabilities.transactions !== null,
      early: () => true,
      question: () => {
        const question = this.question();
        return question && { query: { ...question } };
      },
      topics: ['transactions'],
      isEmpty: ({ data }) => data.length === 0,
      visibility,
    });
    this.#summary = new ResourceController(host, sessions, {
      route: 'summary',
      offered: ({ capabilities }) =>
        !!capabilities.transactions?.summary &&
        // It says how a payout comes to its amount, too.
        (!asked()?.withoutSummary || asked()?.filters.payout !== null),
      question: () => asked() && { query: { ...this.filters() } },
      topics: ['transactions'],
      keepPrevious: true,
      visibility,
    });
    this.#sync = new ResourceController(host, sessions, {
      route: 'sync',
      offered: ({ capabilities }) => capabilities.sync,
      topics: ['sync'],
      visibility,
    });
    this.rows = new RowsController(host, {
      first: this.#first,
      sessions,
      question: () => this.question(),
      atStart,
    });
  }

  get view(): View<Transactions> {
    return this.#first.view;
  }

  /** What of transactions this sign-in may do; null while that is not known. */
  get can(): Capabilities['transactions'] {
    return this.#sessions.account?.capabilities.transactions ?? null;
  }

  /** Today, in Unix seconds, by the endpoint. */
  get now(): number {
    return this.#sessions.now() ?? 0;
  }

  /** The last known sums, of this question or, while they are on their way, of the one before. */
  get sums(): Summary | null {
    const { view } = this.#summary;
    if (view.kind === 'absent') return null;
    return view.kind === 'ready' || view.kind === 'empty' ? view.data : view.last;
  }

  /** Whether sums are or will be there. */
  get hasSums(): boolean {
    const { kind } = this.#summary.view;
    return !this.#asked()?.withoutSummary && kind !== 'absent' && kind !== 'error';
  }

  get sync(): Sync | null {
    const { view } = this.#sync;
    return view.kind === 'ready' ? view.data : null;
  }

  /** What a row needs to be shown: the same object until something of it, or the minute, is another. */
  context({
    messages,
    locale,
  }: Pick<LocalizeController<'transactions'>, 'messages' | 'locale'>): RowContext {
    const { timeZone, account } = this.#sessions;
    const now = this.now - (this.now % 60);
    const platform = account?.platform.display_name ?? null;
    const describe = this.#asked()?.describe ?? null;
    const context = { messages, locale, timeZone, now, platform, describe };
    if (this.#context === null || !isSame(this.#context, context)) this.#context = context;
    return this.#context;
  }

  /** Asks for all of it again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#first.refresh(), this.#summary.refresh()]);
  }

  /** Sums are on their way. */
  get isCounting(): boolean {
    return this.#summary.view.kind === 'loading';
  }

  /** Whether the sums are of what is chosen now. */
  get isCounted(): boolean {
    return this.#summary.view.kind === 'ready';
  }

  /** What is chosen and may be asked, as the endpoint reads it. */
  filters(): TransactionFilters {
    const { can } = this;
    const asked = this.#asked();
    if (!can || !asked) return {};
    const { filters, given } = asked;
    return {
      ...givenQuery(given, can),
      ...filtersQuery(onlyOffered(filters, can), this.now, this.#sessions.timeZone),
    };
  }

  /** How many rows another search would find, among what is chosen. */
  async countOf(query: string): Promise<number> {
    const { session } = this.#sessions;
    if (!session || !this.can?.summary) return 0;
    const { count } = await session.get('summary', { query: { ...this.filters(), q: query } });
    return count;
  }

  question(): ListQuestion | null {
    const { can } = this;
    const asked = this.#asked();
    if (!asked || (!can && !isPlain(asked))) return null;
    const { sort, order, limit } = asked;
    const sorted = can?.sorts.includes(sort) ?? true;
    return {
      ...this.filters(),
      sort: sorted ? sort : 'created',
      order: sorted && order === 'asc' ? 'asc' : 'desc',
      limit: Math.min(MOST, Math.max(1, limit ?? PAGE)),
      ...(this.isFromEnd && { at: 'end' as const }),
    };
  }
}
