import type { Earnings, EarningsTotals, Interval } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocalizeController } from '../../locales/index.ts';
import { formatRange, type DayKey } from '../../format/index.ts';
import * as icons from '../../ui/icons.ts';
import { bone, icon, segmented } from '../../ui/index.ts';
import type { ExplainController } from '../../ui/explain.ts';
import type { EarningsFigure } from './behind.model.ts';
import {
  before,
  change,
  FIRST_DAY,
  isUnfinished,
  knownRange,
  moreRanges,
  parts,
  pointName,
  ranges,
  type Compare,
  type EarningsRange,
} from './express-earnings.model.ts';

/** What explains a figure: a “?” beside the heading, the labels of the parts. */
type Explain = Pick<ExplainController<EarningsFigure>, 'sign' | 'term'>;

export interface ControlsProps {
  readonly l: LocalizeController<'earnings'>;
  readonly range: EarningsRange;
  readonly setRange: (range: EarningsRange) => void;
  /** The two dates of a custom range, and today, after which nothing is known. */
  readonly days: { readonly first: DayKey; readonly last: DayKey; readonly today: DayKey };
  readonly setDays: (days: { readonly from: DayKey; readonly to: DayKey }) => void;
  readonly interval: Interval | null;
  readonly intervals: readonly Interval[];
  readonly setInterval: (interval: Interval) => void;
  readonly currency: string | null;
  readonly currencies: readonly string[];
  readonly setCurrency: (currency: string) => void;
}

export type EarningsView = 'chart' | 'table';

function currencySelect({ l, currency, currencies, setCurrency }: ControlsProps) {
  if (currencies.length < 2) return nothing;
  return html`<select
    class="field currency"
    aria-label=${l.messages.earnings.currency}
    @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
      setCurrency(event.currentTarget.value)}
  >
    ${currencies.map(
      (code) =>
        html`<option value=${code} ?selected=${code === currency}>${code.toUpperCase()}</option>`,
    )}
  </select>`;
}

const isQuick = (range: EarningsRange): boolean => ranges.some((quick) => quick === range);

/** The ranges that are not side by side. */
function rangeSelect({ l, range, setRange }: ControlsProps): TemplateResult {
  const { range: short, rangeName } = l.messages.earnings;
  const quick = isQuick(range);
  return html`<select
    class="field more ${quick ? '' : 'set'}"
    aria-label=${short.other}
    @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
      setRange(knownRange(event.currentTarget.value))}
  >
    <option value="" hidden disabled .selected=${live(quick)}>${short.more}</option>
    ${moreRanges.map(
      (value) =>
        html`<option value=${value} .selected=${live(value === range)}>
          ${rangeName[value]}
        </option>`,
    )}
  </select>`;
}

/** The two dates of a custom range. A day that cannot be asked for is left standing until it is mended. */
function customDays({ l, days, setDays }: ControlsProps): TemplateResult {
  const { custom } = l.messages.earnings;
  const field = (which: 'first' | 'last', label: string) =>
    html`<input
      class="field"
      type="date"
      required
      aria-label=${label}
      min=${FIRST_DAY}
      max=${days.today}
      .value=${days[which]}
      @change=${(event: Event & { currentTarget: HTMLInputElement }) => {
        const input = event.currentTarget;
        if (!input.reportValidity()) return;
        const day = input.value;
        // The other end gives way, so that no two dates are in the wrong order.
        setDays({
          from: which === 'first' || day < days.first ? day : days.first,
          to: which === 'last' || day > days.last ? day : days.last,
        });
      }}
    />`;
  return html`<div class="days" role="group" aria-label=${custom.label}>
    ${field('first', custom.first)}<span class="muted">${l.messages.common.to}</span>${field(
      'last',
      custom.last,
    )}
  </div>`;
}

/** What can be chosen over the chart: currency, period, interval. A choice of one is no choice. */
export function controls(props: ControlsProps): TemplateResult {
  const texts = props.l.messages.earnings;
  const { interval, intervals } = props;
  return html`<div class="controls">
      ${currencySelect(props)}
      ${segmented({
        name: 'range',
        label: texts.range.label,
        options: ranges.map((value) => ({
          value,
          text: texts.range[value],
          spoken: texts.rangeName[value],
        })),
        value: isQuick(props.range) ? props.range : null,
        choose: props.setRange,
      })}
      ${rangeSelect(props)}
      ${
        interval === null || intervals.length < 2
          ? nothing
          : segmented({
              name: 'interval',
              label: texts.interval.label,
              options: intervals.map((value) => ({ value, text: texts.interval[value] })),
              value: interval,
              choose: props.setInterval,
            })
      }
    </div>
    ${props.range === 'custom' ? customDays(props) : nothing}`;
}

export interface CompareProps {
  readonly l: LocalizeController<'earnings'>;
  readonly range: EarningsRange;
  /** What the figures are compared with now; null where they are not. */
  readonly compare: Compare | null;
  readonly choices: readonly Compare[];
  readonly setCompare: (compare: Compare) => void;
}

/** How the total compares: up is good news; down is said without alarm. */
function delta({ l, range, compare }: CompareProps, earnings: Earnings) {
  const { compare: earlier } = earnings;
  if (!earlier || compare === null) return nothing;
  const texts = l.messages.earnings;
  const share = change(earnings.totals, earlier.totals);
  const words = {
    than: texts.than[compare](range),
    amount: l.money(earlier.totals.net, earnings.currency),
    days: formatRange(earlier.from, earlier.to - 1, 'date', l.locale, earnings.time_zone),
  };
  // Of nothing, or of a loss, there are no per cent: what it was is said all the same.
  if (share === null)
    return html`<span class="delta" title=${words.days}>${texts.pointBefore(words.amount)}</span>`;
  const size = l.percent(Math.abs(share));
  const same = size === l.percent(0);
  const spoken = same
    ? texts.same(words)
    : share > 0
      ? texts.rose(size, words)
      : texts.fell(size, words);
  const shown = same ? `= ${size}` : `${share > 0 ? '▲' : '▼'} ${size}`;
  return html`<span class="delta" data-tone=${share > 0 && !same ? 'good' : nothing} title=${spoken}
    ><span aria-hidden="true">${shown}</span><span class="vh">${spoken}</span></span
  >`;
}

/** What it is compared with, in words that are a choice where there is one. */
function comparison(props: CompareProps, earnings: Earnings) {
  const { l, range, compare, choices, setCompare } = props;
  if (compare === null) return nothing;
  const { than, compareLabel, noCompare } = l.messages.earnings;
  const unknown = earnings.compare ? nothing : html`<span class="than">${noCompare}</span>`;
  if (choices.length > 1)
    return html`<span class="comparison"
      ><select
        class="than"
        aria-label=${compareLabel}
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
          setCompare(event.currentTarget.value === 'year' ? 'year' : 'previous')}
      >
        ${choices.map(
          (choice) =>
            html`<option value=${choice} .selected=${live(choice === compare)}>
              ${than[choice](range)}
            </option>`,
        )}</select
      >${unknown}</span
    >`;
  return earnings.compare ? html`<span class="than">${than[compare](range)}</span>` : unknown;
}

/** The heading: what it is, how much, how it compares. */
export function heading(
  props: CompareProps,
  earnings: Earnings | null,
  explain: Explain,
): TemplateResult {
  const { l } = props;
  const texts = l.messages.earnings;
  if (!earnings)
    return html`<div class="heading" aria-hidden="true">${bone(8)}${bone(15, 'figure-bone')}</div>`;
  const code = earnings.currency.toUpperCase();
  const title = earnings.currencies.length > 1 ? texts.titleIn(code) : texts.title;
  return html`<div class="heading explained">
    <div class="what-line">
      <h2 class="label">${title}</h2>
      &nbsp;${explain.sign('net', title, l)}
    </div>
    <div class="total">
      <span class="figure"
        ><span class="money">${l.money(earnings.totals.net, earnings.currency)}</span></span
      >${delta(props, earnings)}
    </div>
    ${comparison(props, earnings)}
  </div>`;
}

export interface LegendProps {
  readonly l: LocalizeController<'earnings'>;
  readonly breakdown: boolean;
  readonly view: EarningsView;
  readonly setView: (view: EarningsView) => void;
  /** Saves the table as a file. */
  readonly save: () => void;
  /** The file could not be made. */
  readonly hasFailed: boolean;
  readonly explain: Explain;
}

/** What net is made of. */
const breakdownOf = ({ l, explain }: LegendProps, { totals, currency }: Earnings): TemplateResult =>
  html`<dl class="legend num" part="breakdown">
    ${parts.map(
      (part) =>
        html`<div class="explained">
          <dt>${explain.term(part, l.messages.earnings[part], l)}</dt>
          <dd class="money">${l.money(totals[part], currency)}</dd>
        </div>`,
    )}
  </dl>`;

/** Under the chart: what net is made of, whose days these are, the same as a table. */
export function foot(props: LegendProps, earnings: Earnings | null): TemplateResult {
  if (!earnings) return html`<div class="foot" aria-hidden="true">${bone(9)}${bone(9)}</div>`;
  const { l, breakdown, view, setView, save, hasFailed } = props;
  const texts = l.messages.earnings;
  const other = view === 'chart' ? 'table' : 'chart';
  return html`<div class="foot">
      ${breakdown ? breakdownOf(props, earnings) : nothing}
      <div class="tools">
        <span class="faint">${l.zone(earnings.time_zone)}</span>
        <button type="button" class="link" data-view=${other} @click=${() => setView(other)}>
          ${texts.view[other]}
        </button>
        <button
          type="button"
          class="link"
          data-save
          aria-label=${texts.download}
          title=${texts.download}
          @click=${save}
        >
          ${icon(icons.download)}
        </button>
      </div>
    </div>
    ${hasFailed ? html`<p class="covers" role="alert">${texts.downloadFailed}</p>` : nothing}
    ${coversNote(l, earnings)}`;
}

/** Where the figures do not reach back far enough, since when they hold. */
function coversNote(l: LocalizeController<'earnings'>, { covers, from, time_zone }: Earnings) {
  if (covers.complete || covers.from === null || covers.from < from) return nothing;
  const date = l.date(covers.from, 'date', time_zone);
  return html`<p class="covers">${l.messages.earnings.coversSince(date)}</p>`;
}

type Column = keyof EarningsTotals;

function cells(
  l: LocalizeController<'earnings'>,
  { currency }: Earnings,
  columns: readonly Column[],
  values: EarningsTotals | null,
): TemplateResult[] {
  return columns.map(
    (column) =>
      html`<td class=${column === 'net' ? 'strong' : ''}>
        <span class="money">${values === null ? '–' : l.money(values[column], currency)}</span>
      </td>`,
  );
}

/** Every figure of the chart, for those who read tables: points in order, the total under them. */
export function table(
  l: LocalizeController<'earnings'>,
  earnings: Earnings,
  range: EarningsRange,
  breakdown: boolean,
  now: number,
): TemplateResult {
  const texts = l.messages.earnings;
  const columns: readonly Column[] = breakdown ? [...parts, 'net'] : ['net'];
  const compared = earnings.compare !== null;
  const previous = (values: EarningsTotals | null) =>
    compared
      ? html`<td class="before">
          <span class="money"
            >${values === null ? '–' : l.money(values.net, earnings.currency)}</span
          >
        </td>`
      : nothing;
  const name = (index: number) => {
    const point = earnings.points[index]!;
    const words = pointName(point, earnings.interval, l.locale, earnings.time_zone, 'shortDay');
    return isUnfinished(point, now) ? texts.unfinished(words) : words;
  };
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label=${texts.tableLabel(texts.rangeName[range])}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.period}</th>
          ${columns.map((column) => html`<th scope="col">${column === 'count' ? texts.count : texts[column]}</th>`)}
          ${compared ? html`<th scope="col">${texts.previous}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${earnings.points.map(
          (point, index) =>
            html`<tr>
              <th scope="row">${name(index)}</th>
              ${cells(l, earnings, columns, point.values)}${previous(before(earnings, index))}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${texts.total}</th>
          ${cells(l, earnings, columns, earnings.totals)}${previous(earnings.compare?.totals ?? null)}
        </tr>
      </tfoot>
    </table>
  </div>`;
}
