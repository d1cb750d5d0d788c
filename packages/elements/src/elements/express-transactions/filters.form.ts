import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Category } from '@express-elements/contract';
import { parseAmount, toDecimal, zoneCity } from '../../format/index.ts';
import { bone, choiceStyles, segmented } from '../../ui/index.ts';
import { formStyles } from '../../ui/form.styles.ts';
import { segmentedStyles } from '../../ui/segmented.styles.ts';
import { amountMode, amountModes, amountsOf } from './amount.model.ts';
import {
  currencyWords,
  periods,
  without,
  type ChosenFilters,
  type FilterName,
} from './filters.model.ts';
import type { FilterProps } from './filters.view.ts';

/** The look of what stands in the popovers, which comes with it. */
export const styles = [choiceStyles, segmentedStyles, formStyles];

export { payoutNote } from './payout.view.ts';

const end = ({ l, draft, apply }: FilterProps, name: FilterName): TemplateResult =>
  html`<div class="end">
    <button type="button" class="button" @click=${() => apply(without(draft, name))}>
      ${l.messages.common.reset}
    </button>
    <button type="submit" class="button primary">${l.messages.common.apply}</button>
  </div>`;

function dateBody(props: FilterProps): TemplateResult {
  const { l, draft, chosen, timeZone, redraft, apply } = props;
  const { presets, filter } = l.messages.transactions;
  const custom = draft.period === null;
  const day = (which: 'from' | 'to', label: string) =>
    html`<input
      class="field"
      type="date"
      aria-label=${label}
      .value=${live(draft[which] ?? '')}
      @change=${(event: Event & { currentTarget: HTMLInputElement }) =>
        redraft({ ...draft, period: null, [which]: event.currentTarget.value || null })}
    />`;
  return html`<div class="choices">
      ${periods.map(
        (period) =>
          html`<button
            type="button"
            class="choice"
            aria-pressed=${chosen.period === period}
            @click=${() => apply({ ...draft, period, from: null, to: null })}
          >
            ${presets[period]}
          </button>`,
      )}
      <button
        type="button"
        class="choice"
        aria-pressed=${custom && (draft.from !== null || draft.to !== null)}
        @click=${() => redraft({ ...draft, period: null })}
      >
        ${presets.custom}
      </button>
    </div>
    <div class="pair">
      ${day('from', filter.firstDay)}<span class="muted">${l.messages.common.to}</span>${day(
        'to',
        filter.lastDay,
      )}
    </div>
    <p class="hint">${l.messages.common.inZone(zoneCity(timeZone))}</p>`;
}

function categoryBody({ l, draft, categories, redraft }: FilterProps): TemplateResult {
  const toggle = (category: Category) =>
    draft.categories.includes(category)
      ? draft.categories.filter((each) => each !== category)
      : [...draft.categories, category];
  return html`<div>
    ${categories.map(
      ({ category, count }) =>
        html`<label class="option">
          <input
            type="checkbox"
            .checked=${live(draft.categories.includes(category))}
            @change=${() => redraft({ ...draft, categories: toggle(category) })}
          />
          ${l.messages.transactions.category[category]}
          ${count === null ? nothing : html`<span class="count">${l.count(count)}</span>`}
        </label>`,
    )}
  </div>`;
}

function amountBody({ l, draft, currency }: FilterProps): TemplateResult {
  const { filter, amountIs } = l.messages.transactions;
  const unit = draft.currency ?? currency;
  const { amountMin: min, amountMax: max } = draft;
  const mode = amountMode(min, max);
  const field = (name: string, label: string, amount: number | null) =>
    html`<input
      class="field"
      name=${name}
      inputmode="decimal"
      autocomplete="off"
      aria-label=${label}
      .value=${amount === null ? '' : toDecimal(amount, unit)}
    />`;
  // WebKit does not see a radio's change in `:has(:checked)` here: a class shows and hides the second field.
  return html`<div class="way ${mode === 'between' ? 'between' : ''}" @change=${choseWay}>
    ${segmented({
      // The form's data says which it was.
      name: 'mode',
      label: filter.amount,
      options: amountModes.map((value) => ({ value, text: amountIs[value] })),
      value: mode,
      choose: () => undefined,
    })}
    <div class="pair">
      <span class="amount">${field('low', filter.amountFirst, min ?? max)}</span
      ><span class="muted second">${l.messages.common.to}</span
      ><span class="amount second"
        >${field('high', filter.amountSecond, mode === 'between' ? max : null)}</span
      >
    </div>
    <p class="hint">${filter.amountHint} · ${currencyWords(unit, l.locale)}</p>
  </div>`;
}

function choseWay({ currentTarget: way, target }: Event): void {
  if (way instanceof HTMLElement && target instanceof HTMLInputElement && target.name === 'mode')
    way.classList.toggle('between', target.value === 'between');
}

function customerBody({ l, draft, customers }: FilterProps): TemplateResult {
  const { filter } = l.messages.transactions;
  return html`<input
      class="field"
      name="customer"
      type="email"
      inputmode="email"
      autocomplete="off"
      spellcheck="false"
      list="customers"
      aria-label=${l.messages.transactions.details.email}
      .value=${draft.customer ?? ''}
    />
    <datalist id="customers">
      ${customers().map((email) => html`<option value=${email}></option>`)}
    </datalist>
    <p class="hint">${filter.customerHint}</p>`;
}

/** Those made last, and the chosen one, which may be older. */
function payoutBody({ l, draft, redraft, payouts, timeZone }: FilterProps): TemplateResult {
  const { filter, status } = l.messages.transactions;
  if (payouts === null) return html`${bone(25)}${bone(25)}${bone(25)}`;
  const made = payouts.flatMap((row) => (row.source ? [{ id: row.source.id, row }] : []));
  const others =
    draft.payout === null || made.some(({ id }) => id === draft.payout) ? [] : [draft.payout];
  const choose = (payout: string | null) => redraft({ ...draft, payout });
  return radio(
    'payout',
    [
      [null, filter.anyPayout] as const,
      ...others.map((id) => [id, id] as const),
      ...made.map(({ id, row }) => {
        const word = row.source?.status === 'failed' ? ` · ${status.failed}` : '';
        const date = l.date(row.created, 'date', timeZone);
        return [id, `${date} · ${l.money(-row.amount, row.currency)}${word}`] as const;
      }),
    ],
    draft.payout,
    choose,
  );
}

const radio = <T extends string>(
  name: string,
  values: readonly (readonly [value: T | null, text: string])[],
  chosen: T | null,
  choose: (value: T | null) => void,
): TemplateResult =>
  html`<div>
    ${values.map(
      ([value, text]) =>
        html`<label class="option">
          <input
            type="radio"
            name=${name}
            .checked=${live(value === chosen)}
            @change=${() => choose(value)}
          />
          ${text}
        </label>`,
    )}
  </div>`;

function statusBody({ l, draft, redraft }: FilterProps): TemplateResult {
  const { filter, status } = l.messages.transactions;
  const values = [
    [null, filter.anyStatus],
    ['available', status.available],
    ['pending', status.pending],
  ] as const;
  return radio('status', values, draft.status, (value) => redraft({ ...draft, status: value }));
}

function currencyBody({ l, draft, currencies, redraft }: FilterProps): TemplateResult {
  const values = [
    [null, l.messages.transactions.filter.anyCurrency] as const,
    ...currencies.map((code) => [code, currencyWords(code, l.locale)] as const),
  ];
  return radio('currency', values, draft.currency, (value) =>
    redraft({ ...draft, currency: value }),
  );
}

const bodies = {
  date: dateBody,
  category: categoryBody,
  amount: amountBody,
  status: statusBody,
  currency: currencyBody,
  customer: customerBody,
  payout: payoutBody,
} as const satisfies Record<FilterName, (props: FilterProps) => TemplateResult>;

/** What reading a form needs to know. */
export type FormContext = Pick<FilterProps, 'l' | 'draft' | 'currency'>;

/** What stands in the amount fields: minor units, or why it is none. */
function readAmounts(form: HTMLFormElement, context: FormContext): ChosenFilters | string {
  const { l, draft, currency } = context;
  const { filter } = l.messages.transactions;
  const data = new FormData(form);
  const read = (name: string): number | null | undefined => {
    const text = String(data.get(name) ?? '').trim();
    return text === ''
      ? null
      : (parseAmount(text, draft.currency ?? currency, l.locale) ?? undefined);
  };
  const mode = amountModes.find((each) => each === data.get('mode')) ?? 'is';
  const [low, high] = [read('low'), mode === 'between' ? read('high') : null];
  if (low === undefined || high === undefined) return filter.amountBad;
  if (low !== null && high !== null && low > high) return filter.amountOrder;
  return { ...draft, ...amountsOf(mode, low, high) };
}

/** What stands in the customer's field. */
function readCustomer(form: HTMLFormElement, { l, draft }: FormContext): ChosenFilters | string {
  const customer = String(new FormData(form).get('customer') ?? '')
    .trim()
    .toLowerCase();
  if (customer !== '' && !/^\S+@\S+$/.test(customer))
    return l.messages.transactions.filter.customerBad;
  return { ...draft, customer: customer || null };
}

/** What a popover's form says, or why it cannot be applied. */
export function readForm(
  form: HTMLFormElement,
  name: FilterName,
  context: FormContext,
): ChosenFilters | string {
  if (name === 'amount') return readAmounts(form, context);
  if (name === 'customer') return readCustomer(form, context);
  const { from, to } = context.draft;
  const wrongOrder = name === 'date' && from !== null && to !== null && from > to;
  return wrongOrder ? context.l.messages.transactions.filter.dateOrder : context.draft;
}

/** What stands in an open popover. */
export function filterForm(name: FilterName, title: string, props: FilterProps): TemplateResult {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    props.submit(name, event.currentTarget);
  };
  return html`<form class="body" novalidate @submit=${submit}>
    <h3>${title}</h3>
    ${bodies[name](props)}
    ${props.wrong === null ? nothing : html`<p class="wrong" role="alert">${props.wrong}</p>`}
    ${end(props, name)}
  </form>`;
}
