import { html, nothing, type TemplateResult } from 'lit';
import type { Order, Sort, Summary } from '@express-elements/contract';
import type { LocalizeController, MessagesOf } from '../../locales/index.ts';
import { bone, icon } from '../../ui/index.ts';
import * as icons from '../../ui/icons.ts';
import { columnLabel, skeletonRows } from './cells.view.ts';
import { classOf, leadOf, shapeOf, type Column } from './columns.model.ts';

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
  column: Column,
  place: number,
  columns: readonly Column[],
  l: LocalizeController<'transactions'>,
  sorting: SortProps,
): TemplateResult => {
  const { sort, end } = shapeOf(column);
  const state = sortState(sort, sorting);
  const label = columnLabel(column, l.messages);
  return html`<div
    role="columnheader"
    class="${classOf(column, place)} ${end ? 'end' : ''} ${column === leadOf(columns) ? 'lead' : ''}"
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
export const header = (
  l: LocalizeController<'transactions'>,
  columns: readonly Column[],
  sorting: SortProps,
): TemplateResult =>
  html`<div class="header" role="rowgroup" part="header">
    <div class="header-row" role="row" aria-rowindex="1">
      ${columns.map((column, place) => headerCell(column, place, columns, l, sorting))}
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

/**
 * The table before its rows are there.
 *
 * @param limit null where there may be any number: what stands below waits below the window, or it would jump there
 */
export const skeletonTable = (
  l: LocalizeController<'transactions'>,
  columns: readonly Column[],
  sorting: SortProps,
  limit: number | null,
): TemplateResult =>
  html`<div
    class=${limit === null ? 'endless' : nothing}
    role="table"
    aria-label=${l.messages.transactions.title}
    aria-busy="true"
  >
    ${header(l, columns, sorting)}${skeletonRows(limit ?? 8, columns)}
  </div>`;

/** Each currency's sums, under its code where there are several. */
export function sumCells(
  l: LocalizeController<'transactions'>,
  sums: Summary['sums'],
): readonly TemplateResult[] {
  const texts = l.messages.transactions.summary;
  const several = sums.length > 1;
  return sums.map(
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
}

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
  const several = summary.sums.length > 1;
  const sums = sumCells(l, summary.sums);
  const count = strongNumber(countWords(l, summary, timeZone), l.count(summary.count));
  const clear = clearAll
    ? html`<button type="button" class="link" @click=${clearAll}>
        ${l.messages.common.clearAll}
      </button>`
    : nothing;
  return html`<div
    class="totals num ${several ? 'several' : ''}"
    role="group"
    aria-label=${l.messages.transactions.summary.label}
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
