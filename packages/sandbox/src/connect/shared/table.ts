import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit';
import type { Text } from './text.ts';

export interface Column<Row> {
  readonly label: string;
  readonly draw: (row: Row) => unknown;
  readonly end?: boolean;
  /** Where the cell stands when the list is narrow; `wide` goes earlier than `none`. */
  readonly at: 'main' | 'end' | 'sub' | 'subend' | 'none' | 'wide';
}

export interface TableSpec<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly id: (row: Row) => string;
  readonly open?: (row: Row) => void;
}

const cell = <Row>(column: Column<Row>, row: Row): TemplateResult =>
  html`<td role="cell" class="at-${column.at} ${column.end ? 'end num' : ''}">
    ${column.draw(row)}
  </td>`;

const rowOf = <Row>(spec: TableSpec<Row>, row: Row): TemplateResult =>
  html`<tr
    role="row"
    class=${spec.open ? 'opens' : ''}
    data-id=${spec.id(row)}
    @click=${() => spec.open?.(row)}
  >
    ${spec.columns.map((column) => cell(column, row))}
  </tr>`;

/** Roles are written out, for a table laid out as a grid loses its own in some browsers. */
export const table = <Row>(spec: TableSpec<Row>): TemplateResult => html`
  <table role="table" aria-label=${spec.label}>
    <thead role="rowgroup">
      <tr role="row">
        ${spec.columns.map(
          (column) =>
            html`<th
              role="columnheader"
              scope="col"
              class="at-${column.at} ${column.end ? 'end' : ''}"
            >
              ${column.label}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(spec.rows, spec.id, (row) => rowOf(spec, row))}
    </tbody>
  </table>
`;

/** The first cell's text as the button by which a keyboard opens the row. */
export const opener = (label: unknown): TemplateResult =>
  html`<button type="button" class="opener">${label}</button>`;

export interface PagerSpec {
  readonly text: Text;
  readonly summary: string;
  readonly previous?: (() => void) | undefined;
  readonly next?: (() => void) | undefined;
}

export const pager = ({ text, summary, previous, next }: PagerSpec): TemplateResult | '' =>
  !(previous ?? next)
    ? ''
    : html`<div class="pager" role="group" aria-label=${text.say('pages')}>
        <span class="muted small">${summary}</span>
        <button type="button" ?disabled=${!previous} @click=${() => previous?.()}>
          ${text.say('previous')}
        </button>
        <button type="button" ?disabled=${!next} @click=${() => next?.()}>
          ${text.say('next')}
        </button>
      </div>`;
