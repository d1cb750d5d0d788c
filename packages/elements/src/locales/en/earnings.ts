import { plural } from '../plural.ts';

const n = plural('en');

/** What a range is compared with: the time before. */
const timeBefore = {
  '7d': 'on the 7 days before',
  '4w': 'on the 4 weeks before',
  '3m': 'on the 3 months before',
  '12m': 'on the 12 months before',
  mtd: 'on the same days last month',
  qtd: 'on the same days last quarter',
  ytd: 'on the same days last year',
  all: '',
  custom: 'on as many days before',
};
type Range = keyof typeof timeBefore;

export interface Compared {
  /** `than` of what it is compared with. */
  readonly than: string;
  /** Its days and its amount, in words. */
  readonly days: string;
  readonly amount: string;
}

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
    other: 'Other period',
    more: 'More',
  },
  /** The ranges in full, for those who hear them. */
  rangeName: {
    '7d': 'Last 7 days',
    '4w': 'Last 4 weeks',
    '3m': 'Last 3 months',
    '12m': 'Last 12 months',
    mtd: 'This month',
    qtd: 'This quarter',
    ytd: 'This year',
    all: 'All time',
    custom: 'Custom dates',
  },
  custom: { label: 'Custom dates', first: 'First day', last: 'Last day' },
  compareLabel: 'Compared with',
  /** Goes after a per cent: up 12% … */
  than: {
    previous: (range: Range) => timeBefore[range],
    year: (_range: Range) => 'on the same days a year before',
  },
  noCompare: 'Not known that far back',
  /** @param share how much, as a positive per cent */
  rose: (share: string, { than, days, amount }: Compared) =>
    `Up ${share} ${than}: ${amount}, ${days}`,
  fell: (share: string, { than, days, amount }: Compared) =>
    `Down ${share} ${than}: ${amount}, ${days}`,
  same: ({ than, days, amount }: Compared) => `No change ${than}: ${amount}, ${days}`,
  interval: { label: 'Interval', hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' },
  view: { chart: 'Show chart', table: 'Show table' },
  currency: 'Currency',
  gross: 'Gross',
  refunds: 'Refunds',
  disputes: 'Disputes',
  fees: 'Fees',
  net: 'Net',
  count: 'Payments',
  period: 'Period',
  total: 'Total',
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
  /** @param days what was picked, in words; @param net and @param count as well */
  spokenPicked: (days: string, net: string, count: string) =>
    `Picked ${days}: net ${net}, ${count}`,
  picked: 'What was picked',
  showRows: (count: string) => `Show ${count}`,
  letGo: 'Clear',
  unfinished: (day: string) => `${day}, so far`,
  notCovered: (day: string) => `${day}: not known`,
  chartLabel: (range: string, total: string) =>
    `Net volume, ${range}: ${total}. Arrow keys read the points, with Shift they pick several, Enter takes them.`,
  tableLabel: (range: string) => `Net volume, ${range}`,
  coversSince: (date: string) => `Figures since ${date}`,
  empty: 'No earnings in this period',
  emptyHint: 'Payments will show here the moment they come in.',
  download: 'Download CSV',
  downloadFailed: 'The file could not be made',
  /** Begins the file's name. */
  fileName: 'earnings',
  failed: "We couldn't load your earnings",
  chartFailed: 'The chart could not be drawn. The table has the same figures.',
};
