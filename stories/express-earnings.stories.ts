import type { Earnings, EarningsPoint } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-earnings';
import '@express-elements/elements/express-transactions';
import { changed, failing, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'express-earnings',
  component: 'express-earnings',
  render: () => element('express-earnings'),
};
export default meta;

const zero = { gross: 0, refunds: 0, disputes: 0, fees: 0, net: 0, count: 0 };
const nothing = changed<Earnings>('earnings', (earnings) => ({
  ...earnings,
  points: earnings.points.map((point) => ({ ...point, values: zero })),
  totals: zero,
  compare: null,
}));

/** One day on which more went back than came in. */
const bad = { gross: 0, refunds: -31_000, disputes: -12_000, fees: -1_500, net: -44_500, count: 4 };
const belowZero = changed<Earnings>('earnings', (earnings) => {
  const points: EarningsPoint[] = earnings.points.map((point, index) =>
    index === 5 ? { ...point, values: bad } : point,
  );
  const before = earnings.points[5]?.values ?? zero;
  const totals = { ...earnings.totals };
  for (const key of ['gross', 'refunds', 'disputes', 'fees', 'net', 'count'] as const)
    totals[key] += bad[key] - before[key];
  return { ...earnings, points, totals };
});

export const Chart: StoryObj = { decorators: [inPage()] };
export const Euro: StoryObj = { decorators: [inPage({ signIn: { seller: 2 } })] };
export const Yen: StoryObj = { decorators: [inPage({ signIn: { seller: 1 } })] };
export const Table: StoryObj = {
  render: () => element('express-earnings', { view: 'table' }),
  decorators: [inPage()],
};
export const TwelveMonths: StoryObj = {
  render: () => element('express-earnings', { range: '12m', interval: 'month' }),
  decorators: [inPage()],
};
const story = (attributes: Readonly<Record<string, string>>): StoryObj => ({
  render: () => element('express-earnings', attributes),
  decorators: [inPage()],
});
export const Line: StoryObj = story({ type: 'line' });
export const MonthToDate: StoryObj = story({ range: 'mtd', compare: 'year' });
export const AllTime: StoryObj = story({ range: 'all' });
export const CustomDates: StoryObj = story({
  range: 'custom',
  from: '2026-10-12',
  to: '2026-11-08',
});
export const OneDayByTheHour: StoryObj = story({
  range: 'custom',
  from: '2026-11-20',
  to: '2026-11-20',
});
export const NotKnownThatFarBack: StoryObj = {
  decorators: [
    inPage({
      answers: {
        '/earnings': changed<Earnings>('earnings', (earnings) => ({ ...earnings, compare: null })),
      },
    }),
  ],
};

/** Bars picked as by keys; the list beside them offers to show their rows. */
export const Picked: StoryObj = {
  render: () => {
    const both = document.createElement('div');
    both.append(element('express-earnings'), element('express-transactions'));
    return both;
  },
  decorators: [inPage()],
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('express-earnings');
    for (let left = 200; left > 0 && !plotOf(chart); left -= 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const [key, shiftKey] of [
      ['Home', false],
      ['PageUp', false],
      ['PageUp', true],
      ['Enter', false],
    ] as const)
      plotOf(chart)?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  },
};
const plotOf = (chart: Element | null) => chart?.shadowRoot?.querySelector('.plot[role=slider]');

export const BelowZero: StoryObj = {
  decorators: [inPage({ answers: { '/earnings': belowZero } })],
};
export const Empty: StoryObj = { decorators: [inPage({ answers: { '/earnings': nothing } })] };
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/earnings': pending } })] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/earnings': failing(502, 'stripe_error', 'api') } })],
};
