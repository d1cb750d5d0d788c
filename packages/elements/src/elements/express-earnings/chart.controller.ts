import type { Earnings } from '@express-elements/contract';
import type { ReactiveController } from 'lit';
import { formatMoneyShort, isolate, minorDigits, type DateStyle } from '../../format/index.ts';
import { resolveColors, resolveTokens, ThemeWatch } from '../../theme/index.ts';
import { Bars, type BarsData, type BarsLook } from './bars.ts';
import { axisLabel, axisStyle, gridlines, labelEvery } from './chart.model.ts';
import { isUnfinished } from './express-earnings.model.ts';
import { canvasOf, type ChartConfig, type ChartHost } from './later-chart.controller.ts';

const colorNames = ['accent', 'accent-soft', 'ghost', 'line', 'line-inner', 'faint'] as const;

/** A canvas is not repainted by forced colours, so it takes them by itself. */
const systemColors = {
  accent: 'LinkText',
  'accent-soft': 'Canvas',
  ghost: 'GrayText',
  line: 'CanvasText',
  'line-inner': 'GrayText',
  faint: 'CanvasText',
} as const satisfies Record<(typeof colorNames)[number], string>;

/** A label's room along the axis, in sizes of the text. */
const labelEms: Partial<Record<DateStyle, number>> = { time: 4.4, month: 3.2, monthYearShort: 6.2 };
const LABEL_EMS = 5.4;

/**
 * The drawing in a `.plot` of the host, again when the figures, the look, the language or the size change. What is read
 * of it, and how, is the element's.
 */
export class ChartController implements ReactiveController {
  readonly #host: ChartHost;
  readonly #config: ChartConfig;
  #bars: Bars | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #look: BarsLook | null = null;
  #key: unknown[] = [];
  #base: BarsBase | null = null;
  readonly #sizes: ResizeObserver | null;
  /** Kept, though it works by itself. */
  protected readonly watch: ThemeWatch;

  constructor(host: ChartHost, config: ChartConfig) {
    this.#host = host;
    this.#config = config;
    this.#sizes =
      typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#resized());
    host.addController(this);
    this.watch = new ThemeWatch(host, () => {
      this.#look = null;
      this.#host.requestUpdate();
    });
  }

  /** The point under a pointer. */
  placeAt(clientX: number): number | null {
    const left = this.#canvas?.getBoundingClientRect().left ?? 0;
    return this.#bars?.placeAt(clientX - left) ?? null;
  }

  placeNear(clientX: number): number | null {
    const left = this.#canvas?.getBoundingClientRect().left ?? 0;
    return this.#bars?.placeNear(clientX - left) ?? null;
  }

  hostUpdated(): void {
    const canvas = canvasOf(this.#host);
    if (canvas !== this.#canvas) this.#drop();
    const earnings = this.#config.earnings();
    if (!canvas || !earnings || !this.#config.near()) return;
    this.#canvas = canvas;
    this.#sizes?.observe(canvas);
    this.#draw(canvas, earnings);
  }

  hostDisconnected(): void {
    this.#drop();
  }

  #draw(canvas: HTMLCanvasElement, earnings: Earnings): void {
    this.#look ??= this.#lookNow();
    const data = {
      ...this.#data(earnings, canvas),
      line: this.#config.line(),
      active: this.#config.active(),
      picked: this.#config.picked(),
    };
    if (this.#bars) this.#bars.update(data, this.#look);
    else this.#bars = new Bars(canvas, data, this.#look);
    this.#placeTip(data.active);
  }

  /** Worked out again only when what it is made of has changed: reading along the bars must not redraw them. */
  #data(earnings: Earnings, canvas: HTMLCanvasElement): BarsBase {
    const { locale } = this.#config.l;
    const every = this.#every(earnings, canvas);
    const now = this.#config.now();
    const unfinished = earnings.points.findIndex((point) => isUnfinished(point, now));
    const key = [earnings, locale, every, unfinished];
    if (this.#base && key.every((part, index) => part === this.#key[index])) return this.#base;
    this.#key = key;
    this.#base = barsData(earnings, locale, every, unfinished);
    return this.#base;
  }

  #every(earnings: Earnings, canvas: HTMLCanvasElement): number {
    const size = Number.parseFloat(this.#look?.size.toString() ?? '14');
    return labelEvery(
      earnings.points.length,
      canvas.clientWidth - 60,
      earnings.interval,
      size * (labelEms[axisStyle(earnings.interval, earnings.points.length)] ?? LABEL_EMS),
    );
  }

  #lookNow(): BarsLook {
    const host = this.#host;
    const style = getComputedStyle(host);
    const forced = matchMedia('(forced-colors: active)').matches;
    const colors = forced ? resolveColors(host, systemColors) : resolveTokens(host, colorNames);
    return {
      accent: colors.accent,
      soft: colors['accent-soft'],
      ghost: colors.ghost,
      quiet: colors.faint,
      ghostEdge: forced ? colors.ghost : null,
      line: colors.line,
      lineInner: colors['line-inner'],
      faint: colors.faint,
      font: style.fontFamily,
      size: Number.parseFloat(style.fontSize),
      rtl: style.direction === 'rtl',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    };
  }

  /** Beside the bar, on the side with more room, within the drawing. */
  #placeTip(active: number | null): void {
    const tip = this.#host.renderRoot.querySelector<HTMLElement>('.tip');
    const spot = active === null ? null : this.#bars?.spot(active);
    if (!tip || !spot || !this.#canvas) return;
    const { clientWidth: width } = this.#canvas;
    const beside = spot.x > width / 2 ? spot.x - tip.offsetWidth - 14 : spot.x + 14;
    const left = Math.max(0, Math.min(beside, width - tip.offsetWidth));
    tip.style.setProperty('left', `${Math.round(left)}px`);
    tip.style.setProperty('top', `${Math.round(Math.max(0, spot.top - tip.offsetHeight / 2))}px`);
  }

  #resized(): void {
    const earnings = this.#config.earnings();
    if (!this.#bars || !earnings || !this.#canvas) return;
    // Only the labels' spacing is ours to change; the drawing follows its room by itself.
    // In the next frame: sizes must not change while the browser tells of sizes.
    if (this.#every(earnings, this.#canvas) !== this.#base?.labelEvery)
      requestAnimationFrame(() => this.#host.requestUpdate());
  }

  #drop(): void {
    this.#bars?.destroy();
    this.#bars = null;
    this.#canvas = null;
    this.#look = null;
    this.#base = null;
    this.#sizes?.disconnect();
  }
}

/** What is drawn, without what the seller does with it. */
type BarsBase = Omit<BarsData, 'line' | 'active' | 'picked'>;

/** The figures as the drawing takes them. */
export function barsData(
  earnings: Earnings,
  locale: string,
  every: number,
  unfinished: number,
): BarsBase {
  const { points, compare, currency, interval, time_zone: zone } = earnings;
  const values = points.map((point) => point.values?.net ?? null);
  const previous = compare
    ? points.map((_, index) => compare.points[index]?.values?.net ?? null)
    : null;
  const known = [...values, ...(previous ?? [])].filter((value) => value !== null);
  return {
    labels: points.map((point) =>
      axisLabel(point, axisStyle(interval, points.length), locale, zone),
    ),
    values,
    previous,
    unfinished,
    lines: gridlines(known, 10 ** minorDigits(currency)).map((value) => ({
      value,
      label: isolate(formatMoneyShort(value, currency, locale)),
    })),
    labelEvery: every,
    labelAlign: interval === 'month' || every === 1 ? 'center' : 'start',
  };
}
