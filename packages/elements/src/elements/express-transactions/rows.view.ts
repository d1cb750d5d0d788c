import { html, nothing, type TemplateResult } from 'lit';
import type { Order, Row, Sort, Summary } from '@express-elements/contract';
import type { LocalizeController, Messages, MessagesOf } from '../../locales/index.ts';
import { badge, bone, icon, marked, tile } from '../../ui/index.ts';
import { rowView, type RowContext } from './row.model.ts';
import * as icons from '../../ui/icons.ts';

/** The columns, and the sort that a click on each asks for. */
export const columns = [
  { name: 'transaction', sort: null, end: false },
  { name: 'date', sort: 'created', end: false },
  { name: 'status', sort: null, end: false },
  { name: 'amount', sort: 'amount', end: true },
  { name: 'fee', sort: null, end: true },
  { name: 'net', sort: 'net', end: true },
] as const satisfies readonly {
  name: keyof Messages['transactions']['columns'];
  sort: Sort | null;
  end: boolean;
}[];

export interface SortProps {
  readonly sort: Sort;
  readonly order: Order;
  readonly sorts: readonly Sort[];
  readonly sortBy: (sort: Sort, order: Order) => void;
}

/** What a column says of itself: null where it cannot be sorted by. */
const sortState = (column: Sort | null, { sort, order, sorts }: SortProps) => {
  if (column === null || !sorts.includes(column)) return null;
  if (column !== sort) return 'none';
  return order === 'asc' ? 'ascending' : 'descending';
};

/** A click on the sorted column turns it round; on another begins with the newest or largest. */
const nextOrder = (column: Sort, { sort, order }: SortProps): Order =>
  column === sort && order === 'desc' ? 'asc' : 'desc';

const headerCell = (
  { name, sort, end }: (typeof columns)[number],
  label: string,
  sorting: SortProps,
): TemplateResult => {
  const state = sortState(sort, sorting);
  return html`<div
    role="columnheader"
    class="${name} ${end ? 'end' : ''}"
    aria-sort=${state ?? nothing}
  >
    ${
      state === null || sort === null
        ? label
        : html`<button type="button" @click=${() => sorting.sortBy(sort, nextOrder(sort, sorting))}>
            ${label}${icon(state === 'ascending' ? icons.arrowUp : icons.arrowDown)}
          </button>`
    }
  </div>`;
};

/** The names of the columns; those that the endpoint can sort by are buttons. */
export const header = (l: LocalizeController<'transactions'>, sorting: SortProps): TemplateResult =>
  html`<div class="header" role="rowgroup" part="header">
    <div class="header-row" role="row" aria-rowindex="1">
      ${columns.map((column) =>
        headerCell(column, l.messages.transactions.columns[column.name], sorting),
      )}
    </div>
  </div>`;

/** The order as it is read aloud. */
export function sortWords(
  { transactions }: MessagesOf<'transactions'>,
  sort: Sort,
  order: Order,
): string {
  const { sortedBy, sort: names } = transactions;
  if (sort === 'created') return order === 'asc' ? sortedBy.oldest : sortedBy.newest;
  return order === 'asc' ? sortedBy.ascending(names[sort]) : sortedBy.descending(names[sort]);
}

/** The same sorts where the header has no room for them. */
export function sortSelect(
  l: LocalizeController<'transactions'>,
  sorting: SortProps,
): TemplateResult | typeof nothing {
  if (sorting.sorts.length < 2) return nothing;
  const texts = l.messages.transactions.sort;
  const chosen = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const sort = sorting.sorts.find((each) => each === event.currentTarget.value);
    if (sort) sorting.sortBy(sort, sort === 'category' ? 'asc' : 'desc');
  };
  return html`<select class="sort field" aria-label=${texts.label} @change=${chosen}>
    ${sorting.sorts.map(
      (sort) =>
        html`<option value=${sort} ?selected=${sort === sorting.sort}>${texts[sort]}</option>`,
    )}
  </select>`;
}

export interface RowProps {
  readonly row: Row;
  readonly index: number;
  /** The one row that the tab key reaches. */
  readonly current: boolean;
  readonly arrived: boolean;
  readonly query: string;
  /** Null where a row opens nothing. */
  readonly open: ((row: Row) => void) | null;
}

const title = (text: TemplateResult | string, props: RowProps): TemplateResult =>
  props.open === null
    ? html`<span class="title">${text}</span>`
    : html`<button
        type="button"
        class="title open"
        aria-haspopup="dialog"
        tabindex=${props.current ? 0 : -1}
        @click=${() => props.open?.(props.row)}
      >
        ${text}
      </button>`;

/**
 * One row. No white space between its tags, and texts set as properties where nothing in them is marked: each would be
 * a node more, thirty in a row.
 */
export function rowTemplate(props: RowProps, context: RowContext): TemplateResult {
  const view = rowView(props.row, context);
  const state = badge(view.state.text, view.state.tone);
  return html`<div
    class="row ${props.arrived ? 'arrived' : ''}"
    role="row"
    part="row"
    aria-rowindex=${props.index + 2}
    data-index=${props.index}
    data-id=${view.id}
  >
    <div class="what" role="cell">
      ${tile(view.icon, view.tone)}
      <div>
        ${title(html`<bdi>${marked(view.title, props.query)}</bdi>`, props)}<span
          class="facts ${view.facts === '' ? 'bare' : ''}"
          >${state}<bdi>${marked(view.facts, props.query)}</bdi></span
        >
      </div>
    </div>
    <div class="date num" role="cell"><bdi .textContent=${view.time}></bdi></div>
    <div class="status" role="cell">${state}</div>
    <div class="amount end" role="cell">
      <span class="money" .textContent=${view.amount}></span
      ><span class="date num"><bdi .textContent=${view.time}></bdi></span>
    </div>
    <div class="fee end" role="cell"><span class="money" .textContent=${view.fee}></span></div>
    <div class="net end" role="cell"><span class="money" .textContent=${view.net}></span></div>
  </div>`;
}

const bones = [
  [18, 12],
  [15, 9],
  [17, 13],
  [12, 10],
  [16, 8],
  [14, 11],
] as const;

/** Rows in the shape of what comes. */
const skeletonRows = (count: number): TemplateResult =>
  html`${Array.from({ length: count }, (_, index) => {
    const [first, second] = bones[index % bones.length]!;
    return html`<div class="row skeleton" aria-hidden="true">
      <div class="what">
        ${bone(3, 'tile-bone')}
        <div class="lines">${bone(first)}${bone(second, 'thin')}</div>
      </div>
      <div class="date">${bone(8)}</div>
      <div class="status">${bone(7)}</div>
      <div class="amount end">${bone(7)}</div>
      <div class="fee end">${bone(5)}</div>
      <div class="net end">${bone(7)}</div>
    </div>`;
  })}`;

const countWords = (
  l: LocalizeController<'transactions'>,
  { count, covers }: Summary,
  timeZone: string,
): string => {
  const texts = l.messages.transactions.summary;
  const shown = l.count(count);
  return covers.complete || covers.from === null
    ? texts.count(count, shown)
    : texts.countSince(count, shown, l.date(covers.from, 'date', timeZone));
};

/** The number in a sentence stands out: the sentence is split at it, never glued. */
const strongNumber = (sentence: string, number: string): TemplateResult => {
  const at = sentence.indexOf(number);
  return at < 0
    ? html`<bdi>${sentence}</bdi>`
    : html`<bdi
        >${sentence.slice(0, at)}<b>${number}</b>${sentence.slice(at + number.length)}</bdi
      >`;
};

/** The table before its rows are there. */
export const skeletonTable = (
  l: LocalizeController<'transactions'>,
  sorting: SortProps,
  count: number,
): TemplateResult =>
  html`<div role="table" aria-label=${l.messages.transactions.title} aria-busy="true">
    ${header(l, sorting)}${skeletonRows(count)}
  </div>`;

/**
 * Count and sums of everything that matches, one line a currency.
 *
 * @param clearAll null where there is nothing to clear
 */
export function totals(
  l: LocalizeController<'transactions'>,
  summary: Summary | null,
  timeZone: string,
  clearAll: (() => void) | null,
): TemplateResult {
  if (!summary)
    return html`<div class="totals" aria-hidden="true"><div>${bone(9)}${bone(14)}</div></div>`;
  const texts = l.messages.transactions.summary;
  const several = summary.sums.length > 1;
  const sums = summary.sums.map(
    ({ currency, amount, fee, net }) =>
      html`${several ? html`<span class="code">${currency.toUpperCase()}</span>` : nothing}
        <span class="optional"
          >${texts.amount} <b class="money">${l.money(amount, currency)}</b></span
        >
        <span class="optional"
          >${texts.fees} <b class="money">${l.money(-fee || 0, currency)}</b></span
        >
        <span>${texts.net} <b class="money">${l.money(net, currency)}</b></span>`,
  );
  const count = strongNumber(countWords(l, summary, timeZone), l.count(summary.count));
  const clear = clearAll
    ? html`<button type="button" class="link" @click=${clearAll}>
        ${l.messages.common.clearAll}
      </button>`
    : nothing;
  return html`<div
    class="totals num ${several ? 'several' : ''}"
    role="group"
    aria-label=${texts.label}
    part="totals"
  >
    ${
      several
        ? html`<div>${count}${clear}</div>
            ${sums.map((sum) => html`<div class="sums">${sum}</div>`)}`
        : html`<div>${count}${sums}${clear}</div>`
    }
  </div>`;
}
