/** What is selected: what it comes to, as a table to paste, as a file. Comes when the seller reaches for the list. */
import type { Row } from '@express-elements/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { dayKey, formatDate, toDecimal, zoneCity } from '../../format/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { icon, link } from '../../ui/index.ts';
import * as icons from '../../ui/icons.ts';
import { columnLabel } from './cells.view.ts';
import { isMetadata, metadataKey, type Column } from './columns.model.ts';
import { harmless } from './csv.model.ts';
import { decimalText, fileOfRows, save } from './export.ts';
import { rowFacts, rowState, rowTitle, rowWho, type RowContext } from './row.model.ts';
import { sumCells } from './rows.view.ts';
import { sumsOf } from './selection.model.ts';

const chosenStyles = css`
  /* Over the totals, whose room it has: nothing moves when the first row is selected. */
  .bar.choosing {
    position: sticky;
    inset-block-start: var(--express-sticky-top, 0px);
    z-index: 2;
  }
  .bar.choosing > .totals:not(.chosen) {
    visibility: hidden;
  }
  .totals.chosen {
    position: absolute;
    inset: 0 0 auto;
    min-block-size: max(100%, 40px);
    align-content: center;
    background: color-mix(in srgb, var(--_accent-soft) 60%, var(--_bg));
    box-shadow: inset 0 -1px var(--_line);
  }
  .chosen .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    align-items: center;
    margin-inline-start: auto;
  }
  .totals.chosen .link {
    margin: 0;
  }
  .chosen .quiet {
    display: grid;
    place-items: center;
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 0;
    border-radius: 6px;
  }
  .chosen .quiet:hover {
    color: var(--_text);
  }
  .chosen .quiet .icon {
    inline-size: 13px;
    block-size: 13px;
    stroke-width: 2;
  }
  .chosen .wrong {
    color: var(--_danger);
  }
  /* Here the bar may be higher than the totals: over the headings then, of which half would be seen. */
  @container (max-width: 54.3em) {
    .bar.choosing ~ .table .header-row > * {
      opacity: 0;
    }
  }
  @media (pointer: coarse) {
    .totals.chosen {
      padding-block: 2px;
    }
    .chosen .quiet {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;

/** The look of the bar, which comes with it. */
export const styles = [chosenStyles];

/** What rows are said with. */
export interface What {
  readonly columns: readonly Column[];
  readonly context: RowContext;
}

const day = (seconds: number, { locale }: RowContext): string =>
  // A day, which Stripe writes as its midnight in UTC.
  formatDate(seconds, 'date', locale, 'UTC');

function cellOf(row: Row, column: Column, { columns, context }: What): string {
  const { messages, locale, timeZone } = context;
  if (isMetadata(column)) return row.metadata[metadataKey(column)] ?? '';
  switch (column.name) {
    case 'description': {
      const { who, facts } = rowFacts(row, context);
      const hasCustomer = columns.some(({ name }) => name === 'customer');
      return [rowTitle(row, context), hasCustomer ? '' : who, facts].filter(Boolean).join(' · ');
    }
    case 'date':
      return formatDate(row.created, 'dateTime', locale, timeZone);
    case 'available':
      return day(row.available_on, context);
    case 'type':
      return messages.transactions.category[row.category];
    case 'customer':
      return rowWho(row);
    case 'status':
      return rowState(row, context).text;
    case 'amount':
    case 'fee':
    case 'net':
      return decimalText(toDecimal(row[column.name], row.currency), locale);
  }
}

const isMoney = ({ name }: Column): boolean => ['amount', 'fee', 'net'].includes(name);

/** The columns that are shown; the currency stands before the first figure, which stands there as a bare number. */
function linesOf(rows: readonly Row[], what: What): readonly (readonly string[])[] {
  const { columns, context } = what;
  const { common, transactions } = context.messages;
  const money = columns.findIndex(isMoney);
  const withCurrency = (cells: readonly string[], currency: string) =>
    money < 0 ? cells : cells.toSpliced(money, 0, currency);
  const heading = (column: Column) =>
    column.name === 'date'
      ? `${transactions.columns.date} (${common.zoneTime(zoneCity(context.timeZone))})`
      : columnLabel(column, context.messages);
  return [
    withCurrency(columns.map(heading), transactions.filter.currency),
    ...rows.map((row) =>
      withCurrency(
        columns.map((column) => harmless(cellOf(row, column, what)).replace(/[\t\r\n]+/g, ' ')),
        row.currency.toUpperCase(),
      ),
    ),
  ];
}

/** A table as a spreadsheet and as a text editor take it. */
export function tableOf(rows: readonly Row[], what: What): { text: string; markup: string } {
  const lines = linesOf(rows, what);
  // A document of its own: nothing in it is shown or run here.
  const page = document.implementation.createHTMLDocument();
  const table = page.createElement('table');
  for (const [place, line] of lines.entries()) {
    const row = table.insertRow();
    for (const text of line) {
      const cell = page.createElement(place === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    }
  }
  return {
    text: lines.map((line) => line.join('\t')).join('\n'),
    markup: new XMLSerializer().serializeToString(table),
  };
}

const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });

/** Puts rows on the clipboard; false where the browser does not let it. */
export async function copy(rows: readonly Row[], what: What): Promise<boolean> {
  const { text, markup } = tableOf(rows, what);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ ...part('text/plain', text), ...part('text/html', markup) }),
    ]);
    return true;
  } catch {
    // No permission, or an app without a clipboard: whoever asked says so.
    return false;
  }
}

/** Hands just these rows to the browser as the seller's own file. */
export function saveRows(rows: readonly Row[], context: RowContext): void {
  const name = `${context.messages.transactions.exportName}-${dayKey(context.now, context.timeZone)}.csv`;
  save(fileOfRows(rows, context), name);
}

type L = LocalizeController<'transactions'>;

/** How many are selected and what they come to, as it is read aloud. */
export function selectionWords(l: L, rows: Iterable<Row>): string {
  const { selection } = l.messages.transactions;
  const all = [...rows];
  if (all.length === 0) return selection.none;
  const nets = sumsOf(all).map(({ net, currency }) => l.money(net, currency));
  return selection.said(l.messages.common.selected(all.length, l.count(all.length)), l.list(nets));
}

export interface ChosenProps extends What {
  readonly l: L;
  readonly rows: readonly Row[];
  readonly copied: boolean | null;
  /** How many are held. */
  readonly loaded: number;
  /** Null where all that are held are selected. */
  readonly all: (() => void) | null;
  readonly copy: () => void;
  /** Null where they are not saved. */
  readonly save: (() => void) | null;
  readonly clear: () => void;
}

/** Count and sums of what is selected, one line a currency, and what can be done with it. */
export function chosenBar(props: ChosenProps): TemplateResult {
  const { l, rows, all, copied } = props;
  const { common, transactions } = l.messages;
  const texts = transactions.selection;
  const sums = sumsOf(rows);
  const cells = sumCells(l, sums);
  const several = sums.length > 1;
  const count = html`<b><bdi>${common.selected(rows.length, l.count(rows.length))}</bdi></b>`;
  const actions = html`<div class="actions">
    ${copied === false ? html`<span class="wrong">${texts.notCopied}</span>` : nothing}
    ${all ? html`<span class="optional">${link(texts.all(l.count(props.loaded)), all)}</span>` : nothing}
    ${link(copied ? common.copied : common.copy, props.copy)}
    ${props.save ? link(texts.save, props.save) : nothing}
    <button type="button" class="quiet" aria-label=${texts.clear} @click=${props.clear}>
      ${icon(icons.close)}
    </button>
  </div>`;
  return html`<div
    class="totals chosen num ${several ? 'several' : ''}"
    role="group"
    aria-label=${texts.label}
    part="selection"
  >
    ${
      several
        ? html`<div>${count}${actions}</div>
            ${cells.map((sum) => html`<div class="sums">${sum}</div>`)}`
        : html`<div>${count}${cells}${actions}</div>`
    }
  </div>`;
}
