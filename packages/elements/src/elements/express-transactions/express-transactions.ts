import type { Order, Sort } from '@express-elements/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  ReservedHeightController,
  RowsTargetController,
  SessionController,
  stateOf,
  StatesController,
} from '../../controllers/index.ts';
import { dayKey } from '../../format/index.ts';
import { ExpressRowsOpenEvent, type RowsFilter } from '../../events/rows.ts';
import { ExpressSeeAllEvent } from '../../events/see-all.ts';
import { LocalizeController } from '../../locales/index.ts';
import { transactionsTexts } from '../../locales/sections/transactions.ts';
import { themeStyles } from '../../theme/index.ts';
import {
  Announcer,
  baseStyles,
  cardStyles,
  chipStyles,
  emptyState,
  errorState,
  floatStyles,
  stateStyles,
} from '../../ui/index.ts';
import { listProperties } from './attributes.ts';
import { ExpressFilterChangeEvent, ExpressTransactionSelectEvent } from './events.ts';
import { ExportController } from './export.controller.ts';
import { transactionsStyles } from './express-transactions.styles.ts';
import { FiltersController } from './filters.controller.ts';
import { emailsOf, isFiltered, noFilters, type ChosenFilters } from './filters.model.ts';
import { LaterDetails } from './later-details.controller.ts';
import { filtersOf, givenOf, hasGiven, noGiven, type GivenFilters } from './given.model.ts';
import { LaterUrl } from './later-url.controller.ts';
import { LedgerController } from './ledger.controller.ts';
import { exportButton, importNote, noMatch, staleNote, tableFoot } from './frame.view.ts';
import { rowsStyles } from './rows.styles.ts';
import { sortSelect, sortWords, totals, type SortProps } from './rows.view.ts';
import { ListProperties } from './properties.ts';
import { SuggestController } from './suggest.controller.ts';
import { TableController } from './table.controller.ts';
import type { Choice } from './url.model.ts';

export * from './events.ts';

/**
 * @tag express-transactions
 * @summary The seller's ledger: every transaction with its fee, net and state; filters, search, export, details.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no list to show: no endpoint, or not for this sign-in.
 * @csspart card - The surface.
 * @csspart header - The names of the columns.
 * @csspart row - One transaction.
 * @csspart totals - Count and sums.
 * @csspart columns - The button to choose columns.
 * @csspart selection - Count and sums of the selected rows, and what can be done with them.
 * @csspart search - The search field.
 * @csspart filter - A filter's chip.
 * @csspart export - The export button.
 * @csspart drawer - The details.
 * @cssprop --express-sticky-top - Where the header sticks, under a bar of the page's own. Default 0.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Rows are shown.
 * @cssstate empty - There are none.
 * @cssstate error - They could not be had.
 * @fires {ExpressTransactionSelectEvent} express-transaction-select - A row was picked; cancelable.
 * @fires {ExpressFilterChangeEvent} express-filter-change - The seller filtered or searched.
 * @fires {ExpressSeeAllEvent} express-see-all - With `limit`: the seller wants the whole list; cancelable.
 */
export class ExpressTransactions extends ListProperties {
  static override styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    chipStyles,
    stateStyles,
    floatStyles,
    rowsStyles,
    transactionsStyles,
  ];

  readonly #session = new SessionController(this, () => ({ state: this.#state ?? 'absent' }));
  readonly #l = new LocalizeController(this, transactionsTexts);
  readonly #url = new LaterUrl(this, {
    wanted: () => this.syncUrl,
    choice: () => ({
      filters: this.filters,
      given: this.given,
      sort: this.sort,
      order: this.order,
    }),
    choose: (choice, isStep) => this.#follow(choice, isStep),
  });
  readonly #ledger = new LedgerController(
    this,
    this.#session,
    () => (this.#url.isSettled ? this : null),
    () => this.#table.isAtStart,
  );
  readonly #rows = this.#ledger.rows;
  readonly #export = new ExportController(this, this.#session);
  readonly #announcer = new Announcer(this);
  readonly #details = new LaterDetails(this, {
    sessions: this.#session,
    l: this.#l,
    announcer: this.#announcer,
    context: () => this.#ledger.context(this.#l),
    can: () => this.#ledger.can,
    showRows: (rows) => this.#openRows(rows),
  });
  readonly #bar = new FiltersController(this, {
    sessions: this.#session,
    l: this.#l,
    chosen: () => this.filters,
    given: () => this.given,
    sums: () => this.#ledger.sums,
    isCounting: () => this.#ledger.isCounting,
    customers: () => emailsOf(this.#rows.held?.rows ?? []),
    choose: (filters, given) => this.#choose(filters, given),
  });
  protected readonly target = new RowsTargetController(this, {
    on: () => document,
    account: () => this.#rowsOf,
    show: (rows) => void this.showRows(rows),
  });
  readonly #table = new TableController(this, {
    sessions: this.#session,
    l: this.#l,
    ledger: this.#ledger,
    announcer: this.#announcer,
    asked: () => this,
    sorting: () => this.#sorting,
    draw: () => this.performUpdate(),
    open: (row) => {
      const event = new ExpressTransactionSelectEvent(row.id, row);
      if (this.dispatchEvent(event)) this.#details.open(row);
    },
  });
  readonly #suggest = new SuggestController(this, {
    rows: () => this.#rows.held?.rows ?? [],
    inVain: () => (this.#rows.held?.rows.length === 0 && !this.#rows.isStale ? this.query : ''),
    count: (query) => this.#ledger.countOf(query),
  });
  protected readonly states = new StatesController(this, () => this.#state);
  protected readonly height = new ReservedHeightController(this, {
    hasContent: () => this.#rows.held !== null,
    name: () => `${this.limit}`,
  });

  #counting = false;

  /** Asks again for what is shown. */
  refresh(): Promise<void> {
    return this.#ledger.refresh();
  }

  /** Shows just these rows, as the link of a figure does, and takes the focus there. */
  async showRows(rows: RowsFilter): Promise<void> {
    this.#bar.choose(filtersOf(rows), givenOf(rows));
    await this.updateComplete;
    const title = this.renderRoot.querySelector('h2');
    this.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
  }

  /** Here, where the whole list is; else in another that shows them, if there is one. */
  #openRows(rows: RowsFilter): void {
    const account = this.#session.account?.account.id;
    const isElsewhere =
      this.#rowsOf === null &&
      account !== undefined &&
      !this.dispatchEvent(new ExpressRowsOpenEvent(rows, account));
    if (!isElsewhere) void this.showRows(rows);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const others = listProperties.filter((name) => changed.has(name));
    if (others.length === 0) return;
    this.#ledger.isFromEnd = false;
    this.#table.reset(others.every((name) => name === 'sort' || name === 'order'));
  }

  protected override updated(): void {
    this.#sayCount();
  }

  protected override render(): TemplateResult {
    const { view } = this.#ledger;
    if (view.kind === 'absent') return html`<slot></slot>`;
    return html`<div class="root" lang=${this.#l.language}>
      <section class="card" part="card" aria-label=${this.#texts.title}>${this.#body()}</section>
      ${this.#details.render()}${this.#announcer.render()}
    </div>`;
  }

  get #texts() {
    return this.#l.messages.transactions;
  }

  get #state() {
    const { held } = this.#rows;
    if (held) return held.rows.length === 0 ? 'empty' : 'ready';
    return stateOf(this.#ledger.view.kind);
  }

  #body(): TemplateResult {
    const { view } = this.#ledger;
    const held = this.#rows.held;
    const importing = importNote(this.#l, this.#ledger.sync, this.#session.timeZone);
    if (!held && view.kind === 'error')
      return errorState({
        title: this.#texts.failed,
        error: view.error,
        messages: this.#l.messages,
        retry: () => void this.refresh(),
      });
    if (held?.rows.length === 0 && !this.#isNarrowed && !this.#rows.isStale)
      return html`${importing}
      ${emptyState({ title: this.#texts.empty, text: this.#texts.emptyHint })}`;
    const stale = staleNote(this.#l, view, () => void this.refresh());
    const filters = this.withoutFilters ? nothing : this.#filterBar();
    const sums = this.#ledger.hasSums ? this.#totals() : nothing;
    const bar = html`<div class="bar ${this.#table.selection.isEmpty ? '' : 'choosing'}">
      ${sums}${this.#table.selection.render()}
    </div>`;
    return html`${importing}${stale}${this.#details.note()}${this.#head()}${filters}${this.#bar.renderPayout()}${bar}${this.#list()}`;
  }

  #head(): TemplateResult {
    const offered = this.#ledger.can?.export && !this.withoutExport;
    return html`<div class="head">
      <h2 class="grow" tabindex="-1">${this.#texts.title}</h2>
      ${this.#table.renderMenu()}
      ${offered ? exportButton({ l: this.#l, state: this.#export.state, run: () => void this.#save(), cancel: () => this.#export.cancel() }) : nothing}
    </div>`;
  }

  #filterBar(): TemplateResult {
    const chips = this.#bar.render(this.#ledger.can);
    return html`<div class="filters">${chips}${sortSelect(this.#l, this.#sorting)}</div>`;
  }

  #totals() {
    const clearAll = this.#isNarrowed ? () => this.#bar.choose(noFilters, noGiven) : null;
    return totals(this.#l, this.#ledger.sums, this.#session.timeZone, clearAll);
  }

  /** Whose rows figures elsewhere may open here: those of a whole list in sight that says what it shows. */
  get #rowsOf(): string | null {
    const isOpen = this.limit === null && !this.withoutFilters && this.checkVisibility();
    return isOpen ? (this.#session.account?.account.id ?? null) : null;
  }

  get #isNarrowed(): boolean {
    return isFiltered(this.filters) || hasGiven(this.given);
  }

  get #sorting(): SortProps {
    return {
      sort: this.sort,
      order: this.order,
      sorts: this.limit === null ? (this.#ledger.can?.sorts ?? []) : [],
      sortBy: (sort, order) => this.#sortBy(sort, order),
    };
  }

  #list(): TemplateResult {
    const held = this.#rows.held;
    if (!held) return this.#table.renderSkeleton();
    if (held.rows.length === 0)
      return noMatch({
        l: this.#l,
        query: this.query,
        suggestion: this.#suggest.suggestion,
        payout: this.#bar.parts,
        search: (query) => this.#bar.choose({ ...this.filters, query }),
        covers: held.covers,
        timeZone: this.#session.timeZone,
        clearSearch: () => this.#bar.choose({ ...this.filters, query: '' }),
        clearAll: () => this.#bar.choose(noFilters, noGiven),
      });
    return html`${this.#table.render(held)}
    ${tableFoot({
      l: this.#l,
      loading: this.#rows.loading === 'after',
      failed: this.#rows.failed,
      retry: () => this.#rows.retry(),
      seeAll:
        this.limit === null
          ? null
          : () => this.dispatchEvent(new ExpressSeeAllEvent('transactions')),
    })}`;
  }

  /** The seller chose: the properties say so, and an event does. */
  #choose(filters: ChosenFilters, given: GivenFilters): void {
    this.#url.chosen();
    this.#set(filters, given);
    this.dispatchEvent(new ExpressFilterChangeEvent(filters));
    this.#counting = true;
  }

  #set({ categories, ...filters }: ChosenFilters, given: GivenFilters): void {
    Object.assign(this, filters, given);
    this.category = categories;
  }

  /** The page's address has chosen. */
  #follow({ filters, given, sort, order }: Choice, isStep: boolean): void {
    this.sort = sort;
    this.order = order;
    if (isStep) this.#bar.choose(filters, given);
    else this.#set(filters, given);
  }

  /** Says how many match, once that is known. */
  #sayCount(): void {
    const { sums, isCounted } = this.#ledger;
    if (!this.#counting || !sums || !isCounted) return;
    this.#counting = false;
    const words = this.#texts.summary.count(sums.count, this.#l.count(sums.count));
    queueMicrotask(() => this.#announcer.say(words));
  }

  #sortBy(sort: Sort, order: Order): void {
    this.#url.chosen();
    this.sort = sort;
    this.order = order;
    this.#announcer.say(sortWords(this.#l.messages, sort, order));
  }

  async #save(): Promise<void> {
    const { sums, isCounted, now } = this.#ledger;
    const ended = this.#export.run(
      this.#ledger.question(),
      dayKey(now, this.#session.timeZone),
      this.#ledger.context(this.#l),
      isCounted && sums ? sums.count : null,
    );
    this.#announcer.say(this.#texts.exporting(this.#l.count(0)));
    const end = await ended;
    const { exported: done, exportFailed: failed, exportCanceled: canceled } = this.#texts;
    if (end) this.#announcer.say({ done, failed, canceled }[end]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-transactions': ExpressTransactions;
  }
}
