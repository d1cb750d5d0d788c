import type { Earnings, EarningsTotals, Interval } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../locales/index.ts';
import { bone, segmented } from '../../ui/index.ts';
import {
  before,
  change,
  isUnfinished,
  parts,
  pointName,
  ranges,
  type EarningsRange,
  type PointWords,
} from './express-earnings.model.ts';

type Nothing = typeof nothing;

export interface ControlsProps {
  readonly l: LocalizeController<'earnings'>;
  readonly range: EarningsRange;
  readonly setRange: (range: EarningsRange) => void;
  readonly interval: Interval | null;
  readonly intervals: readonly Interval[];
  readonly setInterval: (interval: Interval) => void;
  readonly view: EarningsView;
  readonly setView: (view: EarningsView) => void;
  readonly currency: string | null;
  readonly currencies: readonly string[];
  readonly setCurrency: (currency: string) => void;
}

export const views = ['chart', 'table'] as const;
export type EarningsView = (typeof views)[number];

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

/** What can be chosen: currency, period, interval, chart or table. A choice of one is no choice. */
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
      value: props.range,
      choose: props.setRange,
    })}
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
    ${segmented({
      name: 'view',
      label: texts.view.label,
      options: views.map((value) => ({ value, text: texts.view[value] })),
      value: props.view,
      choose: props.setView,
    })}
  </div>`;
}

/** How the total compares: up is good news; down is said without alarm. */
function delta(l: LocalizeController<'earnings'>, earnings: Earnings, range: EarningsRange) {
  const share = change(earnings.totals, earnings.compare?.totals);
  if (share === null) return nothing;
  const texts = l.messages.earnings;
  const size = l.percent(Math.abs(share));
  const same = size === l.percent(0);
  const spoken = same
    ? texts.same(range)
    : share > 0
      ? texts.rose(size, range)
      : texts.fell(size, range);
  const shown = same ? `= ${size}` : `${share > 0 ? '▲' : '▼'} ${size}`;
  return html`<span class="delta" data-tone=${share > 0 && !same ? 'good' : nothing} title=${spoken}
    ><span aria-hidden="true">${shown}</span><span class="vh">${spoken}</span></span
  >`;
}

/** The heading: what it is, how much, how it compares. */
export function heading(
  l: LocalizeController<'earnings'>,
  earnings: Earnings | null,
  range: EarningsRange,
): TemplateResult {
  const texts = l.messages.earnings;
  if (!earnings)
    return html`<div class="heading" aria-hidden="true">${bone(8)}${bone(15, 'figure-bone')}</div>`;
  const code = earnings.currency.toUpperCase();
  return html`<div class="heading">
    <h2 class="label">${earnings.currencies.length > 1 ? texts.titleIn(code) : texts.title}</h2>
    <div class="total">
      <span class="figure"
        ><span class="money">${l.money(earnings.totals.net, earnings.currency)}</span></span
      >${delta(l, earnings, range)}
    </div>
  </div>`;
}

/** What net is made of, and whose days these are. */
export function legend(
  l: LocalizeController<'earnings'>,
  earnings: Earnings | null,
  breakdown: boolean,
): TemplateResult {
  if (!earnings) return html`<div class="legend" aria-hidden="true">${bone(9)}${bone(9)}</div>`;
  const texts = l.messages.earnings;
  return html`<dl class="legend num" part="breakdown">
      ${
        breakdown
          ? parts.map(
              (part) =>
                html`<div>
                  <dt>${texts[part]}</dt>
                  <dd class="money">${l.money(earnings.totals[part], earnings.currency)}</dd>
                </div>`,
            )
          : nothing
      }
      <div class="where">
        <dt class="vh">${texts.zone}</dt>
        <dd class="plain">${l.zone(earnings.time_zone)}</dd>
      </div>
    </dl>
    ${coversNote(l, earnings)}`;
}

/** Where the figures do not reach back far enough, since when they hold. */
function coversNote(l: LocalizeController<'earnings'>, { covers, from, time_zone }: Earnings) {
  if (covers.complete || covers.from === null || covers.from <= from) return nothing;
  const date = l.date(covers.from, 'date', time_zone);
  return html`<p class="covers">${l.messages.earnings.coversSince(date)}</p>`;
}

export const tip = (words: PointWords | null): TemplateResult | Nothing =>
  words === null
    ? nothing
    : html`<div class="tip" aria-hidden="true">
        <b>${words.name}</b>${words.lines.map((line) => html`<span>${line}</span>`)}
      </div>`;

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

/** Bars in the shape of what comes. */
export const plotBones = (): TemplateResult =>
  html`<div class="plot plot-room" aria-hidden="true">
    ${Array.from({ length: 14 }, () => html`<span class="bone"></span>`)}
  </div>`;
