import { plural } from '../plural.ts';

const n = plural('en');

const spans = { '7d': '7 days', '4w': '4 weeks', '3m': '3 months', '12m': '12 months' };
type Range = keyof typeof spans;

/** express-earnings */
export const earnings = {
  title: 'Net volume',
  titleIn: (currency: string) => `Net volume · ${currency}`,
  range: {
    label: 'Period',
    '7d': '7D',
    '4w': '4W',
    '3m': '3M',
    '12m': '12M',
  },
  /** The ranges in full, for those who hear them. */
  rangeName: {
    '7d': 'Last 7 days',
    '4w': 'Last 4 weeks',
    '3m': 'Last 3 months',
    '12m': 'Last 12 months',
  },
  /** @param share how much, as a positive per cent */
  rose: (share: string, range: Range) => `Up ${share} on the ${spans[range]} before`,
  fell: (share: string, range: Range) => `Down ${share} on the ${spans[range]} before`,
  same: (range: Range) => `The same as the ${spans[range]} before`,
  interval: { label: 'Interval', hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' },
  view: { label: 'View', chart: 'Chart', table: 'Table' },
  currency: 'Currency',
  gross: 'Gross',
  refunds: 'Refunds',
  disputes: 'Disputes',
  fees: 'Fees',
  net: 'Net',
  count: 'Payments',
  period: 'Period',
  total: 'Total',
  zone: 'Time zone',
  previous: 'Before',
  payments: (count: number, shown: string) =>
    n(count, { one: `${shown} transaction`, other: `${shown} transactions` }),
  /** @param net and @param count already in words */
  point: (net: string, count: string) => `Net ${net} · ${count}`,
  pointParts: (gross: string, fees: string) => `Gross ${gross} · Fees ${fees}`,
  pointBefore: (net: string) => `Before: ${net}`,
  /** Read aloud for a point of the chart. */
  spoken: (day: string, net: string, count: string) => `${day}: net ${net}, ${count}`,
  spokenBefore: (day: string, net: string, count: string, before: string) =>
    `${day}: net ${net}, ${count}; the period before ${before}`,
  unfinished: (day: string) => `${day}, so far`,
  notCovered: (day: string) => `${day}: not known`,
  weekOf: (day: string) => `Week of ${day}`,
  chartLabel: (range: string, total: string) =>
    `Net volume, ${range}: ${total}. Use the arrow keys to read the points.`,
  tableLabel: (range: string) => `Net volume, ${range}`,
  coversSince: (date: string) => `Figures since ${date}`,
  empty: 'No earnings in this period',
  emptyHint: 'Payments will show here the moment they come in.',
  failed: "We couldn't load your earnings",
  chartFailed: 'The chart could not be drawn. The table has the same figures.',
};
