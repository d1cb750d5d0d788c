import { html, nothing, type TemplateResult } from 'lit';
import type { Row, Transaction, TransactionFilterName } from '@express-elements/contract';
import type { RowsFilter } from '../../events/rows.ts';
import { formatRate, isolate, masked } from '../../format/index.ts';
import type { LocalizeController, Messages } from '../../locales/index.ts';
import { badge, bone, errorState, icon, link, type ShownError } from '../../ui/index.ts';
import { payoutParts } from './payout.view.ts';
import { rowState, rowTitle, type RowContext } from './row.model.ts';
import * as icons from '../../ui/icons.ts';

export interface DetailsProps {
  readonly l: LocalizeController<'transactions'>;
  readonly context: RowContext;
  /** What the list knew already: shown at once. */
  readonly row: Row;
  /** The rest, null until it is there. */
  readonly detail: Transaction | null;
  readonly isLoading: boolean;
  readonly error: ShownError | null;
  /** The id that was copied last. */
  readonly copied: string | null;
  readonly retry: () => void;
  readonly close: () => void;
  readonly copy: (text: string) => void;
  readonly show: (row: Row) => void;
  /** Leads to just these rows in the list. */
  readonly showRows: (rows: RowsFilter) => void;
  /** What the list can be filtered by. */
  readonly offered: readonly TransactionFilterName[];
  /** Opens Stripe's own component; null where there is none to open. */
  readonly open: (() => void) | null;
}

type Pair = readonly [label: TemplateResult | string, value: TemplateResult | string];

const pairs = (entries: readonly Pair[]): TemplateResult | typeof nothing =>
  entries.length === 0
    ? nothing
    : html`<hr class="rule" />
        <dl class="pairs">
          ${entries.map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>`;

const second = (text: string): TemplateResult => html`<br /><span class="plain">${text}</span>`;

/** The way to everything of a customer. */
const allOf = ({ l, row, offered, showRows }: DetailsProps) => {
  const email = row.customer?.email?.toLowerCase();
  if (!email || !offered.includes('customer')) return nothing;
  const show = () => showRows({ customer: email });
  return html`<br />${link(l.messages.transactions.details.allOfCustomer, show)}`;
};

function who(props: DetailsProps): Pair[] {
  const { l, context, row } = props;
  const texts = l.messages.transactions.details;
  const { customer, description, last4 } = row;
  const name = customer?.name ?? customer?.email;
  const mail = customer?.name ? customer.email : null;
  const date = l.date(row.created, 'dateTime', context.timeZone);
  return [
    ...(name
      ? [[texts.customer, html`${name}${mail ? second(mail) : nothing}${allOf(props)}`] as const]
      : []),
    [texts.date, html`${date}${second(l.zone(context.timeZone))}`],
    ...(description ? [[texts.description, description] as const] : []),
    ...(last4 ? [[texts.card, isolate(masked(last4))] as const] : []),
    ...Object.entries(row.metadata),
  ];
}

const money = (
  l: LocalizeController<'transactions'>,
  amount: number,
  currency: string,
): TemplateResult => html`<span class="money">${l.money(amount, currency)}</span>`;

function feeName(type: string, texts: Messages['transactions']['details']) {
  const names: Readonly<Record<string, string>> = texts.fee;
  return names[type] ?? texts.fee.other;
}

/** From what the customer paid to what reaches the balance; the lines add up. */
function sums({ l, row, detail }: DetailsProps): Pair[] {
  const texts = l.messages.transactions.details;
  const exchange = detail?.exchange;
  const fees: Pair[] = detail
    ? detail.fee_details.map(({ type, amount, currency, description }) => [
        type === 'tax' && description ? description : feeName(type, texts),
        money(l, -amount, currency),
      ])
    : [];
  return [
    ...(exchange
      ? [
          [texts.amount, money(l, exchange.amount, exchange.currency)] as const,
          [
            texts.converted(formatRate(exchange.rate, l.locale)),
            money(l, row.amount, row.currency),
          ] as const,
        ]
      : [[texts.amount, money(l, row.amount, row.currency)] as const]),
    ...(fees.length === 0 && row.fee !== 0
      ? [[texts.fee.other, money(l, -row.fee, row.currency)] as const]
      : fees),
    [
      html`<span class="strong">${texts.net}</span>`,
      html`<span class="strong">${money(l, row.net, row.currency)}</span>`,
    ],
  ];
}

/** An id to copy. */
const copyable = ({ l, copied, copy }: DetailsProps, id: string): TemplateResult => {
  const { common, transactions } = l.messages;
  return html`<span class="plain">${id}</span>
    <button
      type="button"
      class="link"
      aria-label=${transactions.details.copyThis(id)}
      @click=${() => copy(id)}
    >
      ${copied === id ? common.copied : common.copy}
    </button>`;
};

function references(props: DetailsProps): Pair[] {
  const { l, row, offered, showRows } = props;
  const texts = l.messages.transactions.details;
  const { payout, source } = row;
  const left = (id: string) =>
    offered.includes('payout')
      ? link(id, () => showRows({ payout: id }))
      : html`<span class="plain">${id}</span>`;
  return [
    [texts.available, l.date(row.available_on, 'date', 'UTC')],
    ...(payout ? [[texts.paidOut, left(payout)] as const] : []),
    ...(source ? [[texts.source, copyable(props, source.id)] as const] : []),
    [texts.id, copyable(props, row.id)],
  ];
}

/** Of a payout: what it is made of. */
function parts({ l, detail, offered, showRows }: DetailsProps) {
  const known = detail?.payout_parts;
  if (!known) return nothing;
  const show = () => showRows({ payout: known.payout });
  return payoutParts(l, known, offered.includes('payout') ? show : null);
}

function related({ l, context, detail, show }: DetailsProps) {
  if (!detail || detail.related.length === 0) return nothing;
  return html`<hr class="rule" />
    <div class="related">
      <h3>${l.messages.transactions.details.related}</h3>
      ${detail.related.map(
        (row) =>
          html`<button type="button" @click=${() => show(row)}>
            <span
              ><span class="name">${rowTitle(row, context)}</span>
              <span class="faint">${l.date(row.created, 'dayMonth', context.timeZone)}</span></span
            >${money(l, row.amount, row.currency)}
          </button>`,
      )}
    </div>`;
}

function head({ l, context, row, detail, close }: DetailsProps): TemplateResult {
  const state = rowState(row, context);
  const { amount, currency } = detail?.exchange ?? row;
  return html`<div class="head">
    <div>
      <div class="label">${rowTitle(row, context)}</div>
      <div class="figure"><span class="money">${l.money(amount, currency)}</span></div>
    </div>
    <span class="push">${badge(state.text, state.tone)}</span>
    <button
      type="button"
      class="button icon-only"
      autofocus
      aria-label=${l.messages.common.close}
      @click=${close}
    >
      ${icon(icons.close)}
    </button>
  </div>`;
}

function openButton(props: DetailsProps) {
  if (!props.open) return nothing;
  const texts = props.l.messages.transactions.details;
  const payout = props.detail?.opens?.element === 'payout-details';
  return html`<div class="foot">
    <button type="button" class="button primary" @click=${props.open}>
      ${payout ? texts.openPayout : texts.open}
    </button>
  </div>`;
}

/** One transaction in full, for what Stripe has no component for, and before it where it has. */
export function details(props: DetailsProps): TemplateResult {
  const { l, detail, isLoading, error, retry } = props;
  if (error && !detail)
    return html`${head(props)}
    ${errorState({
      title: l.messages.transactions.details.failed,
      error,
      messages: l.messages,
      retry,
    })}`;
  return html`${head(props)} ${pairs(who(props))} ${pairs(sums(props))} ${parts(props)}
  ${pairs(references(props))}
  ${detail || !isLoading ? related(props) : html`<div class="pairs" aria-hidden="true">${bone(9)}</div>`}
  ${openButton(props)}`;
}
