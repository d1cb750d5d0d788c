/** The drawing itself: Chart.js, fetched only when a chart comes near. What is said and how it is read is not here. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';

// Only these: a quarter of the library's size.
Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface BarsData {
  readonly labels: readonly string[];
  /** Minor units; null where nothing is known. */
  readonly values: readonly (number | null)[];
  /** The period before, by place; null where it is not compared. */
  readonly previous: readonly (number | null)[] | null;
  /** The place that is still going on, −1 where none is. */
  readonly unfinished: number;
  /** Values of the gridlines with their labels, from the lowest. */
  readonly lines: readonly { readonly value: number; readonly label: string }[];
  /** Every how manyth label is written. */
  readonly labelEvery: number;
  /** Where a label stands: under the middle of its bar, or from the bar's start on. */
  readonly labelAlign: 'center' | 'start';
  /** A line through the points in place of bars. */
  readonly line: boolean;
  readonly active: number | null;
  /** The first and the last bar that are picked. */
  readonly picked: { readonly first: number; readonly last: number } | null;
}

/** Colours and sizes as a canvas takes them. */
export interface BarsLook {
  readonly accent: string;
  /** Behind what is picked. */
  readonly soft: string;
  readonly ghost: string;
  /** A line where a tone would be too pale. */
  readonly quiet: string;
  /** An edge around the previous period in place of its tone; null where the tone is enough. */
  readonly ghostEdge: string | null;
  readonly line: string;
  readonly lineInner: string;
  readonly faint: string;
  readonly font: string;
  /** Pixels. */
  readonly size: number;
  readonly rtl: boolean;
  readonly motion: boolean;
}

/** Where a point stands in the drawing, in pixels from its start corner. */
export interface Spot {
  readonly x: number;
  readonly top: number;
}

/** As wide as the drawings say: the previous period wide and pale, the bar slim before it. */
const WIDE = 0.78;
const SLIM = 0.47;
const ALONE = 0.56;
const MOTION_MS = 160;
/** About the room of the amounts at the end. */
const AXIS = 52;

type Config = ChartConfiguration<'bar', (number | null)[], string>;

const faded = (color: string): string =>
  color.replace(/^rgba?\(([^)]+)\)$/, (_all, channels: string) => {
    const [red, green, blue] = channels.split(',');
    return `rgba(${red}, ${green}, ${blue}, 0.5)`;
  });

type State = { data: BarsData; look: BarsLook };

/** Behind the bars that are picked, from one's room to the other's. */
const bandOf = (state: State): Plugin<'bar'> => ({
  id: 'express-band',
  beforeDatasetsDraw({ ctx, chartArea, scales: { x: axis } }) {
    const { picked, values } = state.data;
    if (!picked || !axis) return;
    const half = chartArea.width / Math.max(1, values.length) / 2;
    const ends = [axis.getPixelForValue(picked.first), axis.getPixelForValue(picked.last)];
    const [left, right] = [Math.min(...ends) - half, Math.max(...ends) + half];
    ctx.save();
    ctx.fillStyle = state.look.soft;
    ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
    ctx.fillStyle = state.look.accent;
    for (const edge of [left, right - 1]) ctx.fillRect(edge, chartArea.top, 1, chartArea.height);
    ctx.restore();
  },
});

/** The middle of a place's value, null where nothing is known. */
function spotOf(
  { scales: { x: across, y: up } }: Chart,
  values: readonly (number | null)[],
  place: number,
): Spot | null {
  const value = values[place];
  if (value === null || value === undefined || !across || !up) return null;
  return { x: across.getPixelForValue(place), top: up.getPixelForValue(value) };
}

/** A line through what is known; the way to a point that is still going on is dashed. */
function trace(chart: Chart, values: readonly (number | null)[], unfinished: number): void {
  const { ctx } = chart;
  for (let place = 0; place < values.length; place += 1) {
    const [from, to, next] = [-1, 0, 1].map((step) => spotOf(chart, values, place + step));
    if (!to) continue;
    ctx.beginPath();
    ctx.setLineDash(place === unfinished ? [4, 4] : []);
    if (from) ctx.moveTo(from.x, from.top);
    // A point that stands alone is a dot.
    else if (!next) ctx.arc(to.x, to.top, 1, 0, 2 * Math.PI);
    ctx.lineTo(to.x, to.top);
    ctx.stroke();
  }
}

/** In place of bars, which are there but not seen: they keep the places. */
const lineOf = (state: State): Plugin<'bar'> => ({
  id: 'express-line',
  afterDatasetsDraw(chart) {
    const { data, look } = state;
    if (!data.line) return;
    const { ctx } = chart;
    ctx.save();
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    ctx.lineWidth = 2;
    ctx.strokeStyle = look.ghostEdge ?? faded(look.quiet);
    if (data.previous) trace(chart, data.previous, -1);
    ctx.strokeStyle = look.accent;
    trace(chart, data.values, data.unfinished);
    ctx.restore();
  },
});

/** A ring around the point of a line that is being read. */
function ringPoint(chart: Chart, { data, look }: State): void {
  const spot = data.active === null ? null : spotOf(chart, data.values, data.active);
  if (!spot) return;
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = look.accent;
  ctx.strokeStyle = look.accent;
  ctx.lineWidth = 2;
  for (const [radius, mark] of [
    [3.5, 'fill'],
    [7, 'stroke'],
  ] as const) {
    ctx.beginPath();
    ctx.arc(spot.x, spot.top, radius, 0, 2 * Math.PI);
    ctx[mark]();
  }
  ctx.restore();
}

/** A ring around the bar that is being read: 2 px, 2 px away. */
const ringOf = (state: State): Plugin<'bar'> => ({
  id: 'express-ring',
  afterDatasetsDraw(chart) {
    const { active, values } = state.data;
    if (state.data.line) return ringPoint(chart, state);
    if (active === null || values[active] === null) return;
    const bar = chart.getDatasetMeta(0).data[active];
    if (!(bar instanceof BarElement)) return;
    const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true);
    if (x === null || y === null) return;
    const top = Math.min(y, base);
    const { ctx } = chart;
    ctx.save();
    ctx.lineWidth = 2;
    ctx.strokeStyle = state.look.accent;
    ctx.beginPath();
    ctx.roundRect(x - width / 2 - 3, top - 3, width + 6, Math.abs(base - y) + 6, 5);
    ctx.stroke();
    ctx.restore();
  },
});

function datasets({ values, previous, unfinished, line }: BarsData, look: BarsLook) {
  const corners = { borderRadius: 3, borderSkipped: 'start', grouped: false } as const;
  const bar = {
    ...corners,
    data: [...values],
    backgroundColor: line
      ? 'transparent'
      : values.map((_, index) => (index === unfinished ? faded(look.accent) : look.accent)),
    categoryPercentage: previous ? SLIM : ALONE,
    barPercentage: 1,
    order: 1,
  };
  if (!previous) return [bar];
  const behind = {
    ...corners,
    data: [...previous],
    backgroundColor: look.ghostEdge === null && !line ? look.ghost : 'transparent',
    ...(look.ghostEdge !== null && !line && { borderColor: look.ghostEdge, borderWidth: 1 }),
    categoryPercentage: WIDE,
    barPercentage: 1,
    order: 2,
  };
  return [bar, behind];
}

/** From a bar's middle to its start, so that a label begins where its bar does. */
function labelShift({ labelAlign, labels }: BarsData, { rtl }: BarsLook, width: number): number {
  if (labelAlign === 'center') return 0;
  const half = ((width - AXIS) / Math.max(1, labels.length)) * (WIDE / 2);
  return rtl ? half : -half;
}

function scales(
  data: BarsData,
  look: BarsLook,
  width: number,
): NonNullable<Config['options']>['scales'] {
  const font = { family: look.font, size: Math.round(look.size * 0.857) };
  const low = data.lines[0]?.value ?? 0;
  return {
    x: {
      reverse: look.rtl,
      grid: { display: false },
      border: { display: low === 0, color: look.line },
      ticks: {
        autoSkip: false,
        maxRotation: 0,
        // The library's start is always the left.
        align: look.rtl && data.labelAlign === 'start' ? 'end' : data.labelAlign,
        labelOffset: labelShift(data, look, width),
        padding: 6,
        color: look.faint,
        font,
        callback: (_value, index) =>
          index % data.labelEvery === 0 ? (data.labels[index] ?? null) : null,
      },
    },
    y: {
      position: look.rtl ? 'left' : 'right',
      min: low,
      max: data.lines.at(-1)?.value ?? 1,
      border: { display: false },
      afterBuildTicks: (axis) => {
        axis.ticks = data.lines.map(({ value }) => ({ value }));
      },
      grid: {
        drawTicks: false,
        color: ({ tick }) => (tick?.value === 0 && low < 0 ? look.faint : look.lineInner),
      },
      ticks: {
        padding: 10,
        color: look.faint,
        font,
        callback: (value) => data.lines.find((line) => line.value === value)?.label ?? '',
      },
    },
  };
}

function configOf(data: BarsData, look: BarsLook, width: number): Config {
  return {
    type: 'bar',
    data: { labels: [...data.labels], datasets: datasets(data, look) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: look.motion ? { duration: MOTION_MS } : false,
      // Pointing and reading are the element's, since keys must do the same.
      events: [],
      layout: { padding: { top: 10 } },
      scales: scales(data, look, width) ?? {},
    },
  };
}

const isSame = (one: BarsData['picked'], other: BarsData['picked']): boolean =>
  one?.first === other?.first && one?.last === other?.last;

/** A drawing on a canvas, kept up to date until `destroy`. */
export class Bars {
  readonly #chart: Chart<'bar', (number | null)[], string>;
  readonly #state: State;

  constructor(canvas: HTMLCanvasElement, data: BarsData, look: BarsLook) {
    this.#state = { data, look };
    this.#chart = new Chart(canvas, {
      ...configOf(data, look, canvas.clientWidth),
      plugins: [bandOf(this.#state), lineOf(this.#state), ringOf(this.#state)],
    });
  }

  update(data: BarsData, look: BarsLook): void {
    const was = this.#state.data;
    const sameBars =
      was.values === data.values && was.line === data.line && this.#state.look === look;
    if (sameBars && was.active === data.active && isSame(was.picked, data.picked)) return;
    Object.assign(this.#state, { data, look });
    // Reading and picking only move what is drawn around the bars.
    if (sameBars) return this.#chart.draw();
    const { data: next, options } = configOf(data, look, this.#chart.width);
    this.#chart.data = next;
    if (options) this.#chart.options = options;
    this.#chart.update();
  }

  /** The place under a pointer, null beside the bars. `x` in pixels from the drawing's left edge. */
  placeAt(x: number): number | null {
    const { left, right } = this.#chart.chartArea;
    if (x < left || x > right) return null;
    const place = this.#chart.scales['x']?.getValueForPixel(x);
    return place === undefined || place < 0 || place >= this.#state.data.values.length
      ? null
      : place;
  }

  /** The same, or the nearest place. */
  placeNear(x: number): number | null {
    const { left, right } = this.#chart.chartArea;
    return this.placeAt(Math.min(right - 1, Math.max(left, x)));
  }

  /** Where the top of a bar is. */
  spot(place: number): Spot | null {
    const x = this.#chart.scales['x']?.getPixelForValue(place);
    const value = Math.max(0, this.#state.data.values[place] ?? 0);
    const top = this.#chart.scales['y']?.getPixelForValue(value);
    return x === undefined || top === undefined ? null : { x, top };
  }

  destroy(): void {
    this.#chart.destroy();
  }
}
