/** From figures to a drawing: express-earnings and bare Chart.js with the same bars, by turns in one page. */
import type { AccountAnswer, Earnings } from '@express-elements/contract';
import '@express-elements/elements/express-earnings';
import '@express-elements/elements/express-provider';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { answers, headersOf } from './endpoint.ts';
import { drawn, frame } from './measures.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Bars drawn on any canvas since it was last set to 0. */
const drawing = { bars: 0 };
const { fill, fillRect } = CanvasRenderingContext2D.prototype;
Object.assign(CanvasRenderingContext2D.prototype, {
  fill(this: CanvasRenderingContext2D, ...rest: unknown[]) {
    drawing.bars += 1;
    Reflect.apply(fill, this, rest);
  },
  fillRect(this: CanvasRenderingContext2D, ...rest: [number, number, number, number]) {
    drawing.bars += 1;
    Reflect.apply(fillRect, this, rest);
  },
});

/** Until as many bars as there are points have been drawn and the frame is on its way to the screen. */
async function untilDrawn(points: number): Promise<void> {
  while (drawing.bars < points) await frame();
  await drawn();
}

/** The recorded days over and over, with a period before. */
function earningsOf(recorded: Earnings, points: number): Earnings {
  const { start } = recorded.points[0]!;
  const made = Array.from({ length: points }, (_, index) => ({
    ...recorded.points[index % recorded.points.length]!,
    start: start + index * 86_400,
    end: start + (index + 1) * 86_400,
    values: { ...recorded.totals, net: 20_000 + ((index * 7_919) % 31_000) },
  }));
  return {
    ...recorded,
    points: made,
    compare: { from: recorded.from, to: recorded.to, points: made, totals: recorded.totals },
  };
}

/** An answer whose body has been read already: what is measured begins with the figures, not with their transport. */
function answered(body: unknown, headers: HeadersInit): Response {
  const response = new Response(null, { headers });
  Object.defineProperty(response, 'json', { value: async () => body });
  return response;
}

async function ours(earnings: Earnings, account: AccountAnswer): Promise<number> {
  const headers = headersOf(account);
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const provider = document.createElement('express-provider');
  provider.endpoint = `/express-${performance.now()}`;
  provider.fetch = async ({ url }) => {
    if (!url.includes('/earnings')) return answered(account, headers);
    await promise;
    return answered(earnings, headers);
  };
  const element = document.createElement('express-earnings');
  element.range = '12m';
  element.interval = 'day';
  provider.append(element);
  document.body.append(provider);
  for (let frames = 0; frames < 8; frames += 1) await frame();
  drawing.bars = 0;
  const started = performance.now();
  resolve();
  await untilDrawn(earnings.points.length);
  const taken = performance.now() - started;
  provider.remove();
  return taken;
}

async function bare(earnings: Earnings): Promise<number> {
  const box = document.createElement('div');
  box.className = 'chart';
  const canvas = document.createElement('canvas');
  box.append(canvas);
  document.body.append(box);
  for (let frames = 0; frames < 8; frames += 1) await frame();
  drawing.bars = 0;
  const started = performance.now();
  const label = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
  const values = earnings.points.map(({ values: each }) => each?.net ?? null);
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: earnings.points.map(({ start }) => label.format(start * 1000)),
      datasets: [
        { data: values, order: 1, grouped: false },
        { data: [...values], order: 2, grouped: false },
      ],
    },
    options: { responsive: true, maintainAspectRatio: false, animation: false },
  });
  await untilDrawn(earnings.points.length);
  const taken = performance.now() - started;
  chart.destroy();
  box.remove();
  return taken;
}

Object.assign(globalThis, {
  bench: {
    /** Milliseconds of each, by turns; the first turns, in which code is loaded and compiled, are left out. */
    async compare(points: number, turns: number) {
      const recorded = await answers();
      const earnings = earningsOf(recorded['earnings'] as Earnings, points);
      const account = {
        ...recorded.account,
        capabilities: { ...recorded.account.capabilities, live: null },
      };
      const taken = { ours: [] as number[], bare: [] as number[] };
      for (let turn = -3; turn < turns; turn += 1) {
        const [one, other] = [await ours(earnings, account), await bare(earnings)];
        if (turn < 0) continue;
        taken.ours.push(one);
        taken.bare.push(other);
      }
      return taken;
    },
  },
});
