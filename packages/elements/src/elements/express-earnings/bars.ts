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

/** Behind the bars that are picked, from one's room to the other's. */
const bandOf = (state: { data: BarsData; look: BarsLook }): Plugin<'bar'> => ({
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

/** A ring around the bar that is being read: 2 px, 2 px away. */
const ringOf = (state: { data: BarsData; look: BarsLook }): Plugin<'bar'> => ({
  id: 'express-ring',
  afterDatasetsDraw(chart) {
    const { active, values } = state.data;
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

function datasets({ values, previous, unfinished }: BarsData, look: BarsLook) {
  const corners = { borderRadius: 3, borderSkipped: 'start', grouped: false } as const;
  const bar = {
    ...corners,
    data: [...values],
    backgroundColor: values.map((_, index) =>
      index === unfinished ? faded(look.accent) : look.accent,
    ),
    categoryPercentage: previous ? SLIM : ALONE,
    barPercentage: 1,
    order: 1,
  };
  if (!previous) return [bar];
  const behind = {
    ...corners,
    data: [...previous],
    backgroundColor: look.ghostEdge === null ? look.ghost : 'transparent',
    ...(look.ghostEdge !== null && { borderColor: look.ghostEdge, borderWidth: 1 }),
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

/** A drawing on a canvas, kept up to date until `destroy`. */
export class Bars {
  readonly #chart: Chart<'bar', (number | null)[], string>;
  readonly #state: { data: BarsData; look: BarsLook };

  constructor(canvas: HTMLCanvasElement, data: BarsData, look: BarsLook) {
    this.#state = { data, look };
    this.#chart = new Chart(canvas, {
      ...configOf(data, look, canvas.clientWidth),
      plugins: [bandOf(this.#state), ringOf(this.#state)],
    });
  }

  update(data: BarsData, look: BarsLook): void {
    const sameBars = this.#state.data.values === data.values && this.#state.look === look;
    if (sameBars && this.#state.data.active === data.active) return;
    Object.assign(this.#state, { data, look });
    const { data: next, options } = configOf(data, look, this.#chart.width);
    this.#chart.data = next;
    if (options) this.#chart.options = options;
    // Reading a point only moves the ring.
    this.#chart.update(sameBars ? 'none' : undefined);
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
