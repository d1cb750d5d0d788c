import type { Earnings, EarningsPoint } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-earnings';
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
export const BelowZero: StoryObj = {
  decorators: [inPage({ answers: { '/earnings': belowZero } })],
};
export const Empty: StoryObj = { decorators: [inPage({ answers: { '/earnings': nothing } })] };
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/earnings': pending } })] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/earnings': failing(502, 'stripe_error', 'api') } })],
};
