import type { Row } from '@express-elements/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { SessionController, SessionHost } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { repeat } from '../../ui/repeat.ts';
import { VirtualListController } from '../../ui/virtual-list.ts';
import type { Announcer } from '../../ui/index.ts';
import { rowTemplate, type RowLayout } from './cells.view.ts';
import { ColumnsMenu } from './columns-menu.controller.ts';
import { ColumnsController } from './columns.controller.ts';
import type { ColumnAsked } from './columns.model.ts';
import type { Held } from './express-transactions.model.ts';
import { freshPill } from './frame.view.ts';
import type { LedgerController } from './ledger.controller.ts';
import { header, skeletonTable, type SortProps } from './rows.view.ts';
import { placeOf, SelectionController } from './selection.controller.ts';
import { WalkController } from './walk.controller.ts';

/** Pixels, before they have been measured. */
const ROOM = { row: 62, header: 38, bar: 44 };

/** What the element's properties say of its table. */
export interface TableAsked {
  readonly limit: number | null;
  readonly query: string;
  readonly columns: readonly ColumnAsked[];
  readonly withoutColumns: boolean;
  readonly withoutSelection: boolean;
  readonly withoutExport: boolean;
}

export interface TableConfig {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'transactions'>;
  readonly ledger: LedgerController;
  readonly announcer: Announcer;
  readonly asked: () => TableAsked;
  readonly sorting: () => SortProps;
  /** A row was picked. */
  readonly open: (row: Row) => void;
  /** Draws the element now. */
  readonly draw: () => void;
}

type Host = SessionHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The rows as a table: which are rendered, their columns, and how they are walked by keys. */
export class TableController implements ReactiveController {
  readonly columns: ColumnsController;
  readonly selection: SelectionController;
  readonly #menu: ColumnsMenu;
  readonly #host: Host;
  readonly #config: TableConfig;
  readonly #window: VirtualListController;
  readonly #walk: WalkController;
  #layout: RowLayout = { columns: [], opens: false, selects: false };

  constructor(host: Host, config: TableConfig) {
    this.#host = host;
    this.#config = config;
    const { ledger, asked } = config;
    const rows = () => ledger.rows.held?.rows ?? [];
    this.columns = new ColumnsController(host, {
      sessions: config.sessions,
      l: config.l,
      asked: () => asked().columns,
      choosable: () => asked().limit === null && !asked().withoutColumns,
    });
    this.#menu = new ColumnsMenu(host, {
      l: config.l,
      columns: this.columns,
      announcer: config.announcer,
      rows,
    });
    this.#window = new VirtualListController(host, {
      count: () => rows().length,
      estimate: () => ROOM.row,
      covered: () => (this.selection.isEmpty ? ROOM.header : ROOM.bar),
      key: (index) => rows()[index]?.id ?? String(index),
      draw: config.draw,
      list: () =>
        asked().limit === null ? host.renderRoot.querySelector<HTMLElement>('.rows') : null,
    });
    this.#walk = new WalkController(host, {
      count: () => Math.min(rows().length, asked().limit ?? Infinity),
      rendered: () => this.#indexes,
      show: (index) => this.#window.show(index),
      jump: (to) => this.#jump(to),
      landed: () => !ledger.rows.isStale,
    });
    this.selection = new SelectionController(host, {
      sessions: config.sessions,
      l: config.l,
      announcer: config.announcer,
      rows,
      columns: () => this.columns.shown,
      context: () => ledger.context(config.l),
      offered: () => this.#selects,
      exports: () => !!ledger.can?.export && !asked().withoutExport,
      moveTo: (index) => this.#walk.moveTo(index),
    });
    host.addController(this);
  }

  /** The list's start is in sight. */
  get isAtStart(): boolean {
    return this.#config.asked().limit !== null || this.#window.isAtStart;
  }

  /**
   * Back to the first row, for another list.
   *
   * @param sameRows it is the same rows in another order
   */
  reset(sameRows: boolean): void {
    this.#walk.reset();
    if (!sameRows) this.selection.forget();
  }

  hostUpdated(): void {
    const isMoving = this.#walk.isMoving || this.#window.isMoving;
    if (this.#config.asked().limit === null && !isMoving)
      this.#config.ledger.rows.follow(this.#window.indexes);
  }

  /** The button with which the seller chooses columns. */
  renderMenu(): TemplateResult | typeof nothing {
    return this.columns.isChoosable ? this.#menu.render() : nothing;
  }

  /** Before there are rows. */
  renderSkeleton(): TemplateResult {
    const { l, sorting, asked } = this.#config;
    return skeletonTable(l, this.columns.shown, sorting(), asked().limit);
  }

  render(held: Held): TemplateResult {
    const { l, ledger, sorting } = this.#config;
    const { rows } = ledger;
    return html`<div
      class="table ${rows.isStale ? 'busy' : ''} ${this.selection.isEmpty ? '' : 'choosing'}"
      role="table"
      aria-label=${l.messages.transactions.title}
      aria-rowcount=${(ledger.sums?.count ?? -2) + 1}
      aria-busy=${rows.isStale}
    >
      ${header(l, this.columns.shown, sorting())}
      ${freshPill(l, rows.waiting, () => {
        rows.reveal();
        this.#walk.moveTo(0);
      })}
      <div
        class="rows"
        role="rowgroup"
        @keydown=${this.#press}
        @keyup=${this.#release}
        @copy=${this.selection.copy}
        @focusin=${this.#walk.follow}
        @click=${this.#click}
      >
        ${repeat(this.#indexes, (index) => held.rows[index]?.id, this.#drawing(held))}
      </div>
    </div>`;
  }

  /** The rows that are rendered. */
  get #indexes(): readonly number[] {
    const { limit } = this.#config.asked();
    if (limit === null) return this.#window.indexes;
    const rows = Math.min(limit, this.#config.ledger.rows.held?.rows.length ?? 0);
    return Array.from({ length: rows }, (_, index) => index);
  }

  /** Rows can be selected: not those of a short list. */
  get #selects(): boolean {
    const { limit, withoutSelection } = this.#config.asked();
    return limit === null && !withoutSelection;
  }

  /** The same object while rows are drawn the same way. */
  #layoutNow(): RowLayout {
    const layout: RowLayout = {
      columns: this.columns.shown,
      opens: this.#config.ledger.can?.details ?? false,
      selects: this.#selects,
    };
    const { columns, opens, selects } = this.#layout;
    const isSame =
      columns === layout.columns && opens === layout.opens && selects === layout.selects;
    if (!isSame) this.#layout = layout;
    return this.#layout;
  }

  /** Draws rows; one that is as it was before is not worked out again, for the list is drawn at each step of scrolling. */
  #drawing(held: Held): (index: number) => unknown {
    const { ledger, l, asked } = this.#config;
    const context = ledger.context(l);
    const layout = this.#layoutNow();
    const reachable = this.#walk.reachable;
    const query = ledger.rows.isStale ? '' : asked().query;
    return (index) => {
      const row = held.rows[index];
      if (!row) return nothing;
      const current = index === reachable;
      const arrived = held.arrived.has(row.id);
      const selected = this.selection.has(row.id);
      return guard([row, index, current, arrived, selected, query, layout, context], () =>
        rowTemplate({ row, index, current, arrived, selected, query }, layout, context),
      );
    };
  }

  /** One listener for all rows, which come and go. */
  readonly #click = (event: MouseEvent): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.selection.pick(event, target);
    else if (target instanceof Element && target.closest('.open')) {
      const row = this.#config.ledger.rows.held?.rows[placeOf(event) ?? -1];
      if (row) this.#config.open(row);
    }
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (!this.selection.press(event)) this.#walk.walk(event);
  };

  readonly #release = (event: KeyboardEvent): void => this.selection.release(event);

  /** The true ends of a list that is held in part, where the endpoint can jump. */
  #jump(to: 'first' | 'last'): boolean {
    const { ledger, asked } = this.#config;
    const { held } = ledger.rows;
    if (!ledger.can?.jump || asked().limit !== null || !held) return false;
    if ((to === 'last' ? held.next : held.previous) === null) return false;
    ledger.isFromEnd = to === 'last';
    this.#host.requestUpdate();
    return true;
  }
}
