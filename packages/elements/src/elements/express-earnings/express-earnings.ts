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
import { ExplainController, explainStyles } from '../../ui/explain.ts';
import type { EarningsFigure } from './behind.model.ts';
import { controls, foot, heading, table, type EarningsView } from './earnings.view.ts';
import { ExpressEarningsChangeEvent } from './events.ts';
import {
  pointWords,
  spokenPoint,
  type Compare,
  type EarningsRange,
} from './express-earnings.model.ts';
import { LaterChart } from './later-chart.controller.ts';
import { earningsStyles } from './express-earnings.styles.ts';
import * as icons from '../../ui/icons.ts';
import { Period } from './period.ts';
import { PickController } from './pick.controller.ts';
import { pickedFoot, plot, plotBones } from './plot.view.ts';
import { pickedName, rowsOfBars, spokenPicked, type Places } from './picked.model.ts';

export * from './events.ts';
export type { EarningsRows } from './picked.model.ts';

/** A change of one of these is another chart. */
const choices = ['range', 'from', 'to', 'interval', 'currency', 'view'] as const;

type Choice = Pick<
  ExpressEarnings,
  'range' | 'from' | 'to' | 'interval' | 'currency' | 'view' | 'compare'
>;

/**
 * @tag express-earnings
 * @summary Net volume over time: a chart with the period before behind it, and the same figures as a table.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no chart to show: no endpoint, or not for this sign-in.
 * @csspart card - The surface.
 * @csspart segmented - A choice of one: period, interval.
 * @csspart breakdown - What net volume is made of.
 * @csspart explain - The “?” beside a figure.
 * @csspart explanation - What it opens.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Figures are shown.
 * @cssstate empty - Nothing was earned in the period.
 * @cssstate error - They could not be had.
 * @fires {ExpressEarningsChangeEvent} express-earnings-change - The seller chose a period, an interval, a currency, a view or a comparison.
 * @fires {ExpressRowsAskEvent} express-rows-ask - A figure's explanation opened, or bars were picked: does anybody show the rows? Canceled means yes.
 * @fires {ExpressRowsOpenEvent} express-rows-open - The seller wants the rows that a figure, or bars, are the sum of.
 * @fires {ExpressRangeSelectEvent} express-range-select - The seller picked bars, or let go of them.
 */
export class ExpressEarnings extends LitElement {
  static override styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    segmentedStyles,
    stateStyles,
    explainStyles,
    earningsStyles,
  ];

  readonly #session = new SessionController(this, () => ({ state: this.#state ?? 'absent' }));
  readonly #l = new LocalizeController(this, earningsTexts);
  readonly #period = new Period(this.#session, () => this);
  readonly #visibility = new VisibilityController(this);
  readonly #earnings = new ResourceController(this, this.#session, {
    route: 'earnings',
    offered: ({ capabilities }) => capabilities.earnings !== null,
    question: () => this.#period.question(this.#l.locale),
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
    line: () => this.type === 'line',
    active: () => this.#pick.active,
    picked: () => this.#pick.places,
  });
  readonly #pick = new PickController(this, {
    sessions: this.#session,
    earnings: () => this.#shown,
    placeAt: (clientX) => this.#chart.placeAt(clientX),
    placeNear: (clientX) => this.#chart.placeNear(clientX),
    isRtl: () => this.#l.dir === 'rtl',
  });
  readonly #explain = new ExplainController<EarningsFigure>(this, async () => {
    const { styles, explaining } = await import('./explain.ts');
    const context = { sessions: this.#session, l: this.#l, earnings: () => this.#shown };
    return { styles, make: () => explaining(this, context) };
  });
  protected readonly states = new StatesController(this, () => this.#state);
  protected readonly height = new ReservedHeightController(this, {
    hasContent: () => this.#shown !== null,
  });

  /** The endpoint's URL, where no provider says it. */
  @property() endpoint: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /**
   * The period, today included: `7d`, `4w`, `3m` or `12m`; `mtd`, `qtd` or `ytd`, month, quarter or year to date; `all`;
   * `custom`, from `from` to `to`.
   */
  @property() range: EarningsRange = '4w';
  /** The first day of a custom period, `2026-11-01`, in the account's time zone. */
  @property() from: string | null = null;
  /** Its last day, included. */
  @property() to: string | null = null;
  /** What one bar is: `hour`, `day`, `week` or `month`; without it, or where it makes no sense, what suits the period. */
  @property() interval: Interval | null = null;
  /** Which currency; without it the account's own. */
  @property() currency: string | null = null;
  /** How the chart is drawn: `bars` or `line`. */
  @property() type: 'bars' | 'line' = 'bars';
  /** `chart` or `table`. */
  @property() view: EarningsView = 'chart';
  /**
   * Compared with the period before (`previous`), which of a month to date is as much of the month before, or with the
   * same a year ago (`year`).
   */
  @property() compare: Compare = 'previous';
  /** Leaves the comparison out. */
  @property({ type: Boolean, attribute: 'without-compare' }) withoutCompare = false;

  /** The file could not be made. */
  @state() private saveFailed = false;
  #midnight: ReturnType<typeof setTimeout> | undefined;
  /** What the figures that are shown answer: while others are on their way, not what is chosen. */
  #answered: { readonly range: EarningsRange; readonly compare: Compare | null } | null = null;

  /** Asks again for what is shown. */
  refresh(): Promise<void> {
    return this.#earnings.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#midnight);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (choices.some((name) => changed.has(name))) this.#pick.forget();
  }

  protected override updated(): void {
    this.#awaitMidnight();
    const earnings = this.#earnings.view;
    if (earnings.kind === 'ready' && this.#period.learn(earnings.data.from)) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { view } = this.#earnings;
    if (view.kind === 'absent') return html`<slot></slot>`;
    if (view.kind === 'ready' || view.kind === 'empty')
      this.#answered = { range: this.#period.range, compare: this.#period.compare };
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
      ${this.#explain.render(this.#l)}
    </div>`;
  }

  get #texts() {
    return this.#l.messages.earnings;
  }

  get #can() {
    return this.#period.can;
  }

  /** The period of what is shown. */
  get #range(): EarningsRange {
    return this.#answered?.range ?? this.#period.range;
  }

  get #now(): number {
    return this.#session.now() ?? 0;
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

  #body(): TemplateResult {
    const earnings = this.#shown;
    return html`<div class="head">
        ${this.#heading(earnings)}
        <span class="push"></span>
        ${this.#controls(earnings)}
      </div>
      ${earnings ? this.#figures(earnings) : plotBones()} ${this.#foot(earnings)}`;
  }

  #heading(earnings: Earnings | null): TemplateResult {
    const props = {
      l: this.#l,
      range: this.#range,
      compare: this.#answered?.compare ?? null,
      choices: this.#period.compares,
      setCompare: (compare: Compare) => this.#choose({ compare }),
    };
    return heading(props, earnings, this.#explain);
  }

  #foot(earnings: Earnings | null): TemplateResult {
    const picked = this.#pick.places;
    if (earnings && picked && this.view === 'chart') return this.#pickedFoot(earnings, picked);
    const props = {
      l: this.#l,
      breakdown: this.#can?.breakdown ?? false,
      view: this.view,
      setView: (view: EarningsView) => this.#choose({ view }),
      save: () => void this.#save(),
      hasFailed: this.saveFailed,
      explain: this.#explain,
    };
    return foot(props, earnings);
  }

  #pickedFoot(earnings: Earnings, places: Places): TemplateResult {
    const rows = rowsOfBars(earnings, places);
    return pickedFoot({
      l: this.#l,
      rows,
      name: pickedName(earnings, places, rows, this.#l.locale),
      show: this.#pick.canShow ? this.#pick.show : null,
      clear: () => {
        this.#pick.clear();
        this.renderRoot.querySelector<HTMLElement>('.plot')?.focus();
      },
    });
  }

  #controls(earnings: Earnings | null) {
    if (!this.#can) return nothing;
    return controls({
      l: this.#l,
      range: this.#period.range,
      setRange: (range) => this.#setRange(range),
      days: this.#period.days,
      setDays: (days) => this.#choose(days),
      interval: this.#period.interval,
      intervals: this.#period.intervals,
      setInterval: (interval) => this.#choose({ interval }),
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
    const total = this.#l.money(earnings.totals.net, earnings.currency);
    const { active } = this.#pick;
    return plot({
      label: this.#texts.chartLabel(this.#texts.rangeName[this.#range], total),
      bars: earnings.points.length,
      active,
      spoken: this.#spoken(earnings, active ?? earnings.points.length - 1),
      words: active === null ? null : this.#tipWords(earnings, active),
      pick: this.#pick,
    });
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

  async #save(): Promise<void> {
    const earnings = this.#shown;
    if (!earnings) return;
    const context = {
      messages: this.#l.messages,
      locale: this.#l.locale,
      breakdown: this.#can?.breakdown ?? false,
      now: this.#now,
    };
    try {
      (await import('./earnings-file.ts')).saveEarnings(earnings, context);
      this.saveFailed = false;
    } catch {
      // Offline, or the code is gone since a deploy: said in place, and the table has the same figures.
      this.saveFailed = true;
    }
  }

  /** The seller chose: the properties say so, and an event does. */
  #choose(choice: Partial<Choice>): void {
    Object.assign(this, choice);
    const { range, from, to, interval, currency, view, compare } = this;
    const chosen = { range, from, to, interval, currency, view, compare };
    this.dispatchEvent(new ExpressEarningsChangeEvent(chosen));
  }

  /** Two dates begin with those of the period before, so that they are changed and not written from nothing. */
  #setRange(range: EarningsRange): void {
    const { first, last } = this.#period.days;
    this.#choose(range === 'custom' ? { range, from: first, to: last } : { range });
  }

  #spoken(earnings: Earnings, at: number): string {
    const words = this.#words(earnings);
    const picked = this.#pick.places;
    return picked
      ? spokenPicked(earnings, picked, this.#now, words)
      : spokenPoint(earnings, at, this.#now, words);
  }

  /** At the account's midnight another day is today. */
  #awaitMidnight(): void {
    clearTimeout(this.#midnight);
    const now = this.#session.now();
    if (now === null || !this.isConnected) return;
    const left = this.#period.midnight - now;
    this.#midnight = setTimeout(() => this.requestUpdate(), (left + 1) * 1000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-earnings': ExpressEarnings;
  }
}
