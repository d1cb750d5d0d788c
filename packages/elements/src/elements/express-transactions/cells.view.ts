/** The cells of a row, as parts of one template each row is; and the headings and bones that stand as they do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '@express-elements/contract';
import { formatDate } from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';
import { badge, bone, marked, tile } from '../../ui/index.ts';
import { classOf, isMetadata, leadOf, metadataKey, shapeOf, type Column } from './columns.model.ts';
import { hiddenFact, isAmount } from './found.model.ts';
import { joined, within } from './joined.ts';
import { rowView, type RowContext, type RowView } from './row.model.ts';

/** How the rows of one list are drawn; the same object while that is so. */
export interface RowLayout {
  readonly columns: readonly Column[];
  /** A row opens its details. */
  readonly opens: boolean;
  /** A row can be selected. */
  readonly selects: boolean;
}

export interface RowProps {
  readonly row: Row;
  readonly index: number;
  /** The one row that the tab key reaches. */
  readonly current: boolean;
  readonly arrived: boolean;
  readonly selected: boolean;
  readonly query: string;
}

/** A column's heading. */
export const columnLabel = (column: Column, { transactions }: MessagesOf<'transactions'>): string =>
  isMetadata(column) ? column.label : transactions.columns[column.name];

interface Drawn {
  readonly props: RowProps;
  readonly view: RowView;
  readonly context: RowContext;
  readonly layout: RowLayout;
}
type Part = (drawn: Drawn) => TemplateResult;

/** A text, what a search found in it marked; the search that is on is part of a row's key. */
const words = (text: string, query: string): TemplateResult =>
  query.trim() === ''
    ? html`<bdi .textContent=${text}></bdi>`
    : html`<bdi>${marked(text, query)}</bdi>`;

/** Reached by the tab key in the current row only; lies over the tile, and shows when it is pointed at or needed. */
const pick: Part = ({ props, view, context }) =>
  html`<input
    type="checkbox"
    class="pick"
    tabindex=${props.current ? 0 : -1}
    aria-label=${context.messages.transactions.selection.select(view.title, view.time)}
    .checked=${props.selected}
  />`;

const openingTitle: Part = ({ props, view, context }) =>
  html`<button
    type="button"
    class="title open"
    aria-haspopup="dialog"
    aria-description=${props.selected ? context.messages.transactions.selection.selected : nothing}
    tabindex=${props.current ? 0 : -1}
  >
    ${within(words(view.title, props.query))}
  </button>`;

const plainTitle: Part = ({ props, view }) =>
  html`<span class="title">${within(words(view.title, props.query))}</span>`;

/** Whose it is also stands in a column of its own: here only where that has no room. */
const who: Part = ({ props, view }) =>
  html`<span class="who"
    >${within(words(view.who, props.query))}${view.who && view.facts && ' · '}</span
  >`;

const descriptionParts = ({ columns, opens, selects }: RowLayout): readonly Part[] => {
  const hasCustomer = columns.some(({ name }) => name === 'customer');
  const others = columns.filter(isMetadata).map(metadataKey);
  const facts = ({ props: { row, query }, view }: Drawn) => {
    const { title, who: name, facts: rest } = view;
    const elsewhere = others.map((key) => row.metadata[key]);
    const found = query && hiddenFact(row, [title, name, rest, ...elsewhere].join('\n'), query);
    return [hasCustomer ? '' : name, found, rest].filter(Boolean).join(' · ');
  };
  return [
    () => html`<div class="description" role="cell">`,
    ...(selects ? [pick] : []),
    ({ view }) =>
      html`${within(tile(view.icon, view.tone))}
        <div>`,
    opens ? openingTitle : plainTitle,
    ({ view }) =>
      html`<span class="facts ${view.who || view.facts ? '' : 'bare'}"
        >${within(badge(view.state.text, view.state.tone))}
       `,
    ...(hasCustomer ? [who] : []),
    (drawn) => html`${within(words(facts(drawn), drawn.props.query))}</span></div></div>`,
  ];
};

const textCell = (name: string, text: string, query = ''): TemplateResult =>
  html`<div class=${name} role="cell">${within(words(text, query))}</div>`;

/** Amounts are searched, fees and nets are not. A class, for a mark of its own would be one node more in each row. */
const moneyClass = (name: keyof RowView, query: string, { amount }: RowView): string =>
  name === 'amount' && query && isAmount(query, amount) ? 'money found' : 'money';

/** A figure; under the one that a card shows, when it was. */
const figurePart = (name: 'amount' | 'fee' | 'net', isLead: boolean): Part =>
  isLead
    ? ({ props, view }) =>
        html`<div class="${name} end lead" role="cell">
          <span class=${moneyClass(name, props.query, view)} .textContent=${view[name]}></span
          ><span class="date num"><bdi .textContent=${view.time}></bdi></span>
        </div>`
    : ({ props, view }) =>
        html`<div class="${name} end" role="cell">
          <span class=${moneyClass(name, props.query, view)} .textContent=${view[name]}></span>
        </div>`;

function partsOf(column: Column, place: number, layout: RowLayout): readonly Part[] {
  if (isMetadata(column)) {
    const key = metadataKey(column);
    const name = classOf(column, place);
    return [({ props }) => textCell(name, props.row.metadata[key] ?? '', props.query)];
  }
  switch (column.name) {
    case 'description':
      return descriptionParts(layout);
    case 'date':
      return [({ view }) => textCell('date num', view.time)];
    case 'available':
      return [
        // A day, which Stripe writes as its midnight in UTC.
        ({ props, context }) =>
          textCell(
            'available num',
            formatDate(props.row.available_on, 'date', context.locale, 'UTC'),
          ),
      ];
    case 'type':
      return [
        ({ props, context }) =>
          textCell('type', context.messages.transactions.category[props.row.category]),
      ];
    case 'customer':
      return [({ props, view }) => textCell('customer', view.who, props.query)];
    case 'status':
      return [
        ({ view }) =>
          html`<div class="status" role="cell">
            ${within(badge(view.state.text, view.state.tone))}
          </div>`,
      ];
    case 'amount':
    case 'fee':
    case 'net':
      return [figurePart(column.name, column === leadOf(layout.columns))];
  }
}

interface Pattern {
  readonly parts: readonly Part[];
  readonly key: string;
}

const patterns = new WeakMap<RowLayout, Pattern>();

function patternOf(layout: RowLayout): Pattern {
  const known = patterns.get(layout);
  if (known) return known;
  const parts = layout.columns.flatMap((column, place) => partsOf(column, place, layout));
  const names = layout.columns.map(({ name }) => name.split(':')[0]).join(' ');
  const pattern = { parts, key: `${names} ${layout.opens} ${layout.selects}` };
  patterns.set(layout, pattern);
  return pattern;
}

/** One row. Texts are set as properties where nothing in them is marked: lit would keep a comment beside each. */
export function rowTemplate(
  props: RowProps,
  layout: RowLayout,
  context: RowContext,
): TemplateResult {
  const { parts, key } = patternOf(layout);
  const drawn: Drawn = { props, layout, context, view: rowView(props.row, context) };
  return joined(
    [
      html`<div
        class="row ${props.arrived ? 'arrived' : ''} ${props.selected ? 'selected' : ''}"
        role="row"
        part="row"
        aria-rowindex=${props.index + 2}
        data-index=${props.index}
        data-id=${drawn.view.id}
      >`,
      ...parts.map((part) => part(drawn)),
      html`</div>`,
    ],
    `${key} ${props.query.trim() !== ''}`,
  );
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
export const skeletonRows = (count: number, columns: readonly Column[]): TemplateResult =>
  html`${Array.from({ length: count }, (_, index) => {
    const [first, second] = bones[index % bones.length]!;
    return html`<div class="row skeleton" aria-hidden="true">
      ${columns.map((column, place) =>
        column.name === 'description'
          ? html`<div class="description">
              ${bone(3, 'tile-bone')}
              <div class="lines">${bone(first)}${bone(second, 'thin')}</div>
            </div>`
          : html`<div
              class="${classOf(column, place)} ${shapeOf(column).end ? 'end' : ''} ${
                column === leadOf(columns) ? 'lead' : ''
              }"
            >
              ${bone(shapeOf(column).least > 7 ? 8 : 6)}
            </div>`,
      )}
    </div>`;
  })}`;
