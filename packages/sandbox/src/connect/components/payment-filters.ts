import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { choices, field, valuesOf } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import { icon } from '../shared/icons.ts';
import { paneStyles } from '../shared/styles/index.ts';
import type { Text } from '../shared/text.ts';
import { dayOf, startOfDay } from '../shared/zone.ts';
import type { Filters, Range } from './payment-filters.model.ts';
import { noFilters } from './payment-filters.model.ts';
import { paymentLooks, paymentStatuses } from './payment.model.ts';
import type { PaymentStatus } from './payment.model.ts';

/** Statuses a seller meets; the rest is shown only when a page asks for it. */
const usual: readonly PaymentStatus[] = [
  'successful',
  'pending',
  'partially_refunded',
  'refunded',
  'disputed',
  'failed',
];

const daySeconds = 86_400;

const dateLabel = (text: Text, { from, to }: Range): string => {
  const start = from === undefined ? '…' : text.day(from);
  return `${start} – ${to === undefined ? '…' : text.day(to - 1)}`;
};

type Loose = { -readonly [Key in keyof Filters]: Filters[Key] };

const without = (filters: Filters, key: 'amount' | 'date' | 'method'): Filters => {
  const rest: Loose = { ...filters };
  delete rest[key];
  return rest;
};

const amountLabel = (text: Text, { from, to }: Range, currency: string | undefined): string => {
  const shown = (amount: number | undefined) => {
    if (amount === undefined) return '…';
    return currency ? text.money(amount, currency) : text.count(amount);
  };
  return from === to ? shown(from) : `${shown(from)} – ${shown(to)}`;
};

interface Chip {
  readonly label: string;
  readonly rest: Filters;
}

const chipsOf = (text: Text, filters: Filters, currency: string | undefined): Chip[] => {
  const { amount, date, method, statuses } = filters;
  const named = { date: date && dateLabel(text, date), method: method?.replaceAll('_', ' ') };
  const labels = { ...named, amount: amount && amountLabel(text, amount, currency) };
  return [
    ...statuses.map((status) => ({
      label: text.say(paymentLooks[status].word),
      rest: { ...filters, statuses: statuses.filter((one) => one !== status) },
    })),
    ...(['date', 'amount', 'method'] as const).flatMap((key) => {
      const label = labels[key];
      return label ? [{ label, rest: without(filters, key) }] : [];
    }),
  ];
};

/** What the list is narrowed to, each with a way out. */
export const filterChips = (
  text: Text,
  filters: Filters,
  currency: string | undefined,
  apply: (filters: Filters) => void,
): TemplateResult | '' => {
  const chips = chipsOf(text, filters, currency);
  if (chips.length === 0) return '';
  return html`<div class="chips">
    ${chips.map(
      (chip) =>
        html`<button
          class="chip"
          type="button"
          aria-label=${text.say('removeFilter', { filter: chip.label })}
          @click=${() => apply(chip.rest)}
        >
          ${chip.label}${icon('close')}
        </button>`,
    )}
  </div>`;
};

/** The fields by which a list of payments is narrowed. */
export class PaymentFilters extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-payment-filters';

  static override styles = [
    ...paneStyles,
    css`
      form {
        border-top: 1px solid var(--inner);
        background: var(--offset);
        padding: calc(var(--unit) * 2) calc(var(--unit) * 2.5);
      }

      .statuses .field {
        display: flex;
        flex-wrap: wrap;
        gap: 2px calc(var(--unit) * 2);
      }

      .statuses .choice {
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) filters: Filters = noFilters;
  @property({ attribute: false }) apply: (filters: Filters) => void = () => undefined;

  protected override render(): TemplateResult {
    const { date } = this.filters;
    const { timeZone } = this.text;
    const day = (unix: number | undefined) => (unix === undefined ? '' : dayOf(unix, timeZone));
    return html`<form @submit=${this.#submit}>
      <div class="statuses">${this.#statuses()}</div>
      <div class="pair">
        ${field({ name: 'from', label: this.say('fromDay'), type: 'date', value: day(date?.from) })}
        ${field({
          name: 'to',
          label: this.say('toDay'),
          type: 'date',
          value: day(date?.to === undefined ? undefined : date.to - 1),
        })}
      </div>
      <div class="buttons end">
        <button type="button" @click=${() => this.apply(noFilters)}>
          ${this.say('clearFilters')}
        </button>
        <button class="primary">${this.say('apply')}</button>
      </div>
    </form>`;
  }

  #statuses(): TemplateResult {
    const { statuses } = this.filters;
    const shown = [...usual, ...statuses.filter((one) => !usual.includes(one))];
    return choices(
      'checkbox',
      'status',
      this.say('status'),
      shown.map((value) => ({
        value,
        label: this.say(paymentLooks[value].word),
        checked: statuses.includes(value),
      })),
    );
  }

  readonly #submit = (event: SubmitEvent): void => {
    const { from, to } = valuesOf(event);
    if (!(event.target instanceof HTMLFormElement)) return;
    const chosen = new FormData(event.target).getAll('status');
    this.apply({
      ...without(this.filters, 'date'),
      statuses: paymentStatuses.filter((status) => chosen.includes(status)),
      ...(from || to ? { date: this.#days(from, to) } : {}),
    });
  };

  #days(from: string | undefined, to: string | undefined): Range {
    const { timeZone } = this.text;
    const start = (day: string) => startOfDay(day, timeZone);
    // The day after, by the account's calendar: a day is not always 24 hours long.
    const next = (day: string) => start(dayOf(start(day) + daySeconds * 1.5, timeZone));
    return { ...(from ? { from: start(from) } : {}), ...(to ? { to: next(to) } : {}) };
  }
}
