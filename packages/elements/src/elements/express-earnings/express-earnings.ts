import type { Earnings, Interval } from '@express-elements/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  ReservedHeightController,
  ResourceController,
  SessionController,
  stateOf,
  StatesController,
  VisibilityController,
} from '../../controllers/index.ts';
import { LocalizeController } from '../../locales/index.ts';
import { earningsTexts } from '../../locales/sections/earnings.ts';
import { themeStyles } from '../../theme/index.ts';
import {
  baseStyles,
  cardStyles,
  segmentedStyles,
  emptyState,
  errorState,
  stateStyles,
} from '../../ui/index.ts';
import {
  controls,
  heading,
  legend,
  plotBones,
  table,
  tip,
  type EarningsView,
} from './earnings.view.ts';
import { ExpressEarningsChangeEvent } from './events.ts';
import {
  chosenInterval,
  offeredIntervals,
  pointWords,
  ranges,
  span,
  spokenPoint,
  stepPoint,
  weekStart,
  type EarningsRange,
} from './express-earnings.model.ts';
import { LaterChart } from './later-chart.controller.ts';
import { earningsStyles } from './express-earnings.styles.ts';
import * as icons from '../../ui/icons.ts';

export * from './events.ts';

const choices = ['range', 'interval', 'currency', 'view'] as const;

/**
 * @tag express-earnings
 * @summary Net volume over time: a chart with the period before behind it, and the same figures as a table.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no chart to show: no endpoint, or not for this sign-in.
 * @csspart card - The surface.
 * @csspart segmented - A choice of one: period, interval, chart or table.
 * @csspart breakdown - What net volume is made of.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Figures are shown.
 * @cssstate empty - Nothing was earned in the period.
 * @cssstate error - They could not be had.
 * @fires {ExpressEarningsChangeEvent} express-earnings-change - The seller chose a period, an interval, a currency or a view.
 */
export class ExpressEarnings extends LitElement {
  static override styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    segmentedStyles,
    stateStyles,
    earningsStyles,
  ];

  readonly #session = new SessionController(this, () => ({ state: this.#state ?? 'absent' }));
  readonly #l = new LocalizeController(this, earningsTexts);
  readonly #visibility = new VisibilityController(this);
  readonly #earnings = new ResourceController(this, this.#session, {
    route: 'earnings',
    offered: ({ capabilities }) => capabilities.earnings !== null,
    question: () => this.#question(),
    topics: ['transactions'],
    isEmpty: ({ totals, compare }) => totals.count === 0 && !compare?.totals.count,
    keepPrevious: true,
    visibility: this.#visibility,
  });
  readonly #chart = new LaterChart(this, {
    l: this.#l,
    earnings: () => this.#shown,
    near: () => this.#visibility.isVisible,
    now: () => this.#now,
    active: () => this.active,
  });
  protected readonly states = new StatesController(this, () => this.#state);
  protected readonly height = new ReservedHeightController(this, () => this.#shown !== null);

  /** The endpoint's URL, where no provider says it. */
  @property() endpoint: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /** The period: `7d`, `4w`, `3m` or `12m`, today included. */
  @property() range: EarningsRange = '4w';
  /** What one bar is: `day`, `week` or `month`; without it what suits the period. */
  @property() interval: Interval | null = null;
  /** Which currency; without it the account's own. */
  @property() currency: string | null = null;
  /** `chart` or `table`. */
  @property() view: EarningsView = 'chart';
  /** Compared with the period before (`previous`) or the same a year ago (`year`). */
  @property() compare: 'previous' | 'year' = 'previous';
  /** Leaves the comparison out. */
  @property({ type: Boolean, attribute: 'without-compare' }) withoutCompare = false;

  /** The point that is being read. */
  @state() private active: number | null = null;
  #midnight: ReturnType<typeof setTimeout> | undefined;

  /** Asks again for what is shown. */
  refresh(): Promise<void> {
    return this.#earnings.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#midnight);
    this.active = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (choices.some((name) => changed.has(name))) this.active = null;
  }

  protected override updated(): void {
    this.#awaitMidnight();
  }

  protected override render(): TemplateResult {
    const { view } = this.#earnings;
    if (view.kind === 'absent') return html`<slot></slot>`;
    const title = this.#texts.title;
    return html`<div class="root" lang=${this.#l.language}>
      <section class="card" part="card" aria-label=${title} aria-busy=${this.#earnings.isFetching}>
        ${
          view.kind === 'error' && !view.last
            ? errorState({
                title: this.#texts.failed,
                error: view.error,
                messages: this.#l.messages,
                retry: () => void this.refresh(),
              })
            : this.#body()
        }
      </section>
    </div>`;
  }

  get #texts() {
    return this.#l.messages.earnings;
  }

  get #can() {
    return this.#session.account?.capabilities.earnings ?? null;
  }

  get #now(): number {
    return this.#session.now() ?? 0;
  }

  get #range(): EarningsRange {
    return ranges.includes(this.range) ? this.range : '4w';
  }

  get #interval(): Interval | null {
    return this.#can && chosenInterval(this.#range, this.interval, this.#can);
  }

  /** The last known figures, of this question or, while they are on their way, of the one before. */
  get #shown(): Earnings | null {
    const { view } = this.#earnings;
    if (view.kind === 'absent') return null;
    return view.kind === 'ready' || view.kind === 'empty' ? view.data : view.last;
  }

  get #state() {
    const { kind } = this.#earnings.view;
    return stateOf(kind === 'loading' && this.#shown ? 'ready' : kind);
  }

  #question() {
    const interval = this.#interval;
    const now = this.#session.now();
    if (!this.#can || interval === null || now === null) return null;
    const compared = !this.withoutCompare && this.#can.compare.includes(this.compare);
    return {
      query: {
        ...span(this.#range, now, this.#session.timeZone),
        interval,
        currency: this.currency,
        week_start: interval === 'week' ? weekStart(this.#l.locale) : null,
        compare: compared ? this.compare : null,
      },
    };
  }

  #body(): TemplateResult {
    const earnings = this.#shown;
    return html`<div class="head">
        ${heading(this.#l, earnings, this.#range)}
        <span class="push"></span>
        ${this.#controls(earnings)}
      </div>
      ${earnings ? this.#figures(earnings) : plotBones()}
      ${legend(this.#l, earnings, this.#can?.breakdown ?? false)}`;
  }

  #controls(earnings: Earnings | null) {
    const can = this.#can;
    if (!can) return nothing;
    return controls({
      l: this.#l,
      range: this.#range,
      setRange: (range) => this.#choose({ range }),
      interval: this.#interval,
      intervals: offeredIntervals(this.#range, can),
      setInterval: (interval) => this.#choose({ interval }),
      view: this.view,
      setView: (view) => this.#choose({ view }),
      currency: earnings?.currency ?? this.currency,
      currencies: earnings?.currencies ?? [],
      setCurrency: (currency) => this.#choose({ currency }),
    });
  }

  #figures(earnings: Earnings): TemplateResult {
    if (this.#earnings.view.kind === 'empty')
      return html`<div class="inside">
        ${emptyState({ title: this.#texts.empty, text: this.#texts.emptyHint, icon: icons.chart })}
      </div>`;
    if (this.view === 'table')
      return table(this.#l, earnings, this.#range, this.#can?.breakdown ?? false, this.#now);
    return this.#plot(earnings);
  }

  #plot(earnings: Earnings): TemplateResult {
    if (this.#chart.hasFailed)
      return html`<div class="inside">
        ${emptyState({
          title: this.#texts.chartFailed,
          icon: icons.chart,
          action: { label: this.#l.messages.common.retry, run: () => this.#chart.retry() },
        })}
      </div>`;
    const last = earnings.points.length - 1;
    const at = this.active ?? last;
    const total = this.#l.money(earnings.totals.net, earnings.currency);
    return html`<div
      class="plot"
      tabindex="0"
      role="slider"
      aria-label=${this.#texts.chartLabel(this.#texts.rangeName[this.#range], total)}
      aria-valuemin="0"
      aria-valuemax=${last}
      aria-valuenow=${at}
      aria-valuetext=${spokenPoint(earnings, at, this.#now, this.#words(earnings))}
      @keydown=${(event: KeyboardEvent) => this.#step(event, last + 1)}
      @pointermove=${this.#point}
      @pointerdown=${this.#point}
      @pointerleave=${this.#leave}
      @blur=${this.#leave}
    >
      <canvas></canvas>
      ${tip(this.active === null ? null : this.#tipWords(earnings, this.active))}
    </div>`;
  }

  #words({ currency }: Earnings) {
    return {
      messages: this.#l.messages,
      locale: this.#l.locale,
      money: (amount: number) => this.#l.money(amount, currency),
      count: (count: number) => this.#l.count(count),
    };
  }

  #tipWords(earnings: Earnings, index: number) {
    const breakdown = this.#can?.breakdown ?? false;
    return pointWords(earnings, index, breakdown, this.#now, this.#words(earnings));
  }

  /** The seller chose: the properties say so, and an event does. */
  #choose(
    choice: Partial<Pick<ExpressEarnings, 'range' | 'interval' | 'currency' | 'view'>>,
  ): void {
    Object.assign(this, choice);
    const { range, interval, currency, view } = this;
    this.dispatchEvent(new ExpressEarningsChangeEvent({ range, interval, currency, view }));
  }

  #step(event: KeyboardEvent, points: number): void {
    if (event.key === 'Escape') this.active = null;
    const next = stepPoint(event.key, this.active, points, this.#l.dir === 'rtl');
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.active = next;
  }

  readonly #point = (event: PointerEvent): void => {
    this.active = this.#chart.placeAt(event.clientX);
  };

  readonly #leave = (): void => {
    this.active = null;
  };

  /** At the account's midnight another day is today. */
  #awaitMidnight(): void {
    clearTimeout(this.#midnight);
    const now = this.#session.now();
    if (now === null || !this.isConnected) return;
    const { to } = span('7d', now, this.#session.timeZone);
    this.#midnight = setTimeout(() => this.requestUpdate(), (to - now + 1) * 1000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-earnings': ExpressEarnings;
  }
}
