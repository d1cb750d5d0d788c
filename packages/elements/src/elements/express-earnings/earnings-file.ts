/** The chart's table as a file for a spreadsheet: fetched when the seller asks for it. */
import type { Earnings, EarningsTotals } from '@express-elements/contract';
import { dayKey, formatDate, formatRange, toDecimal, zoneCity } from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';
import { writeRow } from '../express-transactions/csv.model.ts';
import { decimalText, fileOf, save, separatorOf } from '../express-transactions/export.ts';
import { before, isUnfinished, parts } from './express-earnings.model.ts';

export interface FileContext {
  readonly messages: MessagesOf<'earnings'>;
  readonly locale: string;
  readonly breakdown: boolean;
  readonly now: number;
}

/** A point as a date, which a spreadsheet reads: 19 Nov 2026; of a week its days; of a month its name. */
function nameOf(earnings: Earnings, index: number, { locale, messages, now }: FileContext): string {
  const { interval, time_zone: zone, points } = earnings;
  const point = points[index]!;
  const name = {
    hour: () => formatDate(point.start, 'dateTime', locale, zone),
    day: () => formatDate(point.start, 'date', locale, zone),
    week: () => formatRange(point.start, point.end - 1, 'date', locale, zone),
    month: () => formatDate(point.start, 'monthYear', locale, zone),
  }[interval]();
  return isUnfinished(point, now) ? messages.earnings.unfinished(name) : name;
}

/** The table, its total last; an amount that is not known is an empty field. */
export function earningsCsv(earnings: Earnings, context: FileContext): string {
  const { currency, compare, points, time_zone: zone, totals } = earnings;
  const { earnings: texts, common } = context.messages;
  const columns = context.breakdown ? ([...parts, 'net'] as const) : (['net'] as const);
  const amount = (value: number | undefined) =>
    value === undefined ? '' : decimalText(toDecimal(value, currency), context.locale);
  const line = (name: string, values: EarningsTotals | null, previous: EarningsTotals | null) => [
    name,
    currency.toUpperCase(),
    ...columns.map((column) => amount(values?.[column])),
    values === null ? '' : String(values.count),
    ...(compare ? [amount(previous?.net)] : []),
  ];
  const rows = [
    [
      `${texts.period} (${common.zoneTime(zoneCity(zone))})`,
      texts.currency,
      ...columns.map((column) => texts[column]),
      texts.count,
      ...(compare ? [texts.previous] : []),
    ],
    ...points.map(({ values }, index) =>
      line(nameOf(earnings, index, context), values, before(earnings, index)),
    ),
    line(texts.total, totals, compare?.totals ?? null),
  ];
  const separator = separatorOf(context.locale);
  return rows.map((row) => writeRow(row, separator)).join('');
}

/** Hands the file to the browser to save. */
export function saveEarnings(earnings: Earnings, context: FileContext): void {
  const { from, to, time_zone: zone } = earnings;
  const name = `${context.messages.earnings.fileName}-${dayKey(from, zone)}-${dayKey(to - 1, zone)}.csv`;
  save(fileOf([earningsCsv(earnings, context)]), name);
}
