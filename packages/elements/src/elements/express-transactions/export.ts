/** The seller's own file: the endpoint's stream rewritten in their words and numbers, row by row. */
import type { Row } from '@express-elements/contract';
import { decimalSign, formatDate, toDecimal, zoneCity } from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';
import { CsvReader, writeRow } from './csv.model.ts';

export interface ExportContext {
  readonly messages: MessagesOf<'transactions'>;
  readonly locale: string;
  readonly timeZone: string;
  readonly platform: string | null;
}

type Get = (column: string) => string;
interface Column {
  readonly name: (messages: MessagesOf<'transactions'>, context: ExportContext) => string;
  readonly value: (get: Get, context: ExportContext) => string;
}

/** @example decimalText('-12.50', 'de') // '-12,50' */
export const decimalText = (decimal: string, locale: string): string =>
  decimal.replace('.', decimalSign(locale));

const amount =
  (column: string) =>
  (get: Get, { locale }: ExportContext): string =>
    decimalText(get(column), locale);

/** Words for a value that the endpoint writes as a key; a key it does not know stays as it is. */
const word = (table: Readonly<Record<string, string | object>>, key: string): string => {
  const text = Object.hasOwn(table, key) ? table[key] : key;
  return typeof text === 'string' ? text : key;
};

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const plain =
  (column: string) =>
  (get: Get): string =>
    get(column);

const title = (get: Get, { messages, platform }: ExportContext): string => {
  const key = get('description_key');
  return key === 'payment_from_platform' && platform
    ? messages.transactions.paymentFrom(platform)
    : word(messages.transactions.description, key);
};

const columns: readonly Column[] = [
  {
    name: ({ transactions, common }, { timeZone }) =>
      `${transactions.columns.date} (${common.zoneTime(zoneCity(timeZone))})`,
    value: (get, { timeZone, locale }) =>
      formatDate(seconds(get('created')), 'dateTime', locale, timeZone),
  },
  {
    name: ({ transactions }) => transactions.filter.category,
    value: (get, { messages }) => word(messages.transactions.category, get('category')),
  },
  { name: ({ transactions }) => transactions.columns.description, value: title },
  { name: ({ transactions }) => transactions.details.description, value: plain('description') },
  { name: ({ transactions }) => transactions.details.customer, value: plain('customer_name') },
  { name: ({ transactions }) => transactions.details.email, value: plain('customer_email') },
  {
    name: ({ transactions }) => transactions.columns.status,
    value: (get, { messages }) => word(messages.transactions.status, get('status')),
  },
  {
    name: ({ transactions }) => transactions.details.available,
    value: (get, { locale }) =>
      // A day by name, so noon: no zone moves it to another.
      formatDate(seconds(`${get('available_on')}T12:00:00Z`), 'date', locale, 'UTC'),
  },
  {
    name: ({ transactions }) => transactions.filter.currency,
    value: (get) => get('currency').toUpperCase(),
  },
  { name: ({ transactions }) => transactions.columns.amount, value: amount('amount') },
  { name: ({ transactions }) => transactions.columns.fee, value: amount('fee') },
  { name: ({ transactions }) => transactions.columns.net, value: amount('net') },
  { name: ({ transactions }) => transactions.details.id, value: plain('id') },
  { name: ({ transactions }) => transactions.details.source, value: plain('source') },
  { name: ({ transactions }) => transactions.details.paidOut, value: plain('payout') },
];

const METADATA = 'metadata_';

/** Where the decimal sign is a comma, spreadsheets expect semicolons between fields. */
export const separatorOf = (locale: string): string => (decimalSign(locale) === ',' ? ';' : ',');

const headingsOf = (context: ExportContext, keys: readonly string[]): readonly string[] => [
  ...columns.map(({ name }) => name(context.messages, context)),
  ...keys,
];

const cellsOf = (get: Get, context: ExportContext, keys: readonly string[]): readonly string[] => [
  ...columns.map(({ value }) => value(get, context)),
  ...keys.map((key) => get(METADATA + key)),
];

/**
 * Turns the endpoint's CSV into the seller's, chunk by chunk.
 *
 * @example
 * const file = new SellersFile(context);
 * file.read('id,created…\r\n') // 'Date (New York time),Type,…\r\n'
 */
export class SellersFile {
  readonly #context: ExportContext;
  readonly #separator: string;
  readonly #reader = new CsvReader();
  #header: readonly string[] | null = null;
  #count = 0;

  constructor(context: ExportContext) {
    this.#context = context;
    this.#separator = separatorOf(context.locale);
  }

  /** How many transactions have been read. */
  get count(): number {
    return this.#count;
  }

  read(chunk: string): string {
    return this.#write(this.#reader.read(chunk));
  }

  end(): string {
    return this.#write(this.#reader.end());
  }

  #write(rows: readonly string[][]): string {
    return rows.map((row) => writeRow(this.#cells(row), this.#separator)).join('');
  }

  #cells(row: readonly string[]): readonly string[] {
    if (this.#header === null) {
      this.#header = row;
      return headingsOf(this.#context, this.#keys);
    }
    this.#count += 1;
    return cellsOf(
      (column) => row[this.#header?.indexOf(column) ?? -1] ?? '',
      this.#context,
      this.#keys,
    );
  }

  get #keys(): readonly string[] {
    const names = this.#header?.filter((name) => name.startsWith(METADATA)) ?? [];
    return names.map((name) => name.slice(METADATA.length));
  }
}

/** Says to a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Lines of CSV as a file. */
export const fileOf = (parts: readonly string[]): Blob =>
  new Blob([BYTE_ORDER_MARK, ...parts], { type: 'text/csv;charset=utf-8' });

const isoTime = (time: number): string => new Date(time * 1000).toISOString();

/** A row as the endpoint writes it. */
function rawOf(row: Row): Get {
  const values: Readonly<Record<string, string | null | undefined>> = {
    id: row.id,
    created: isoTime(row.created),
    available_on: isoTime(row.available_on).slice(0, 10),
    status: row.status,
    category: row.category,
    currency: row.currency,
    amount: toDecimal(row.amount, row.currency),
    fee: toDecimal(row.fee, row.currency),
    net: toDecimal(row.net, row.currency),
    source: row.source?.id,
    payout: row.payout,
    description: row.description,
    description_key: row.description_key,
    customer_name: row.customer?.name,
    customer_email: row.customer?.email,
  };
  return (column) =>
    (column.startsWith(METADATA) ? row.metadata[column.slice(METADATA.length)] : values[column]) ??
    '';
}

/** Rows that are held as the same file. */
export function fileOfRows(rows: readonly Row[], context: ExportContext): Blob {
  const keys = [...new Set(rows.flatMap(({ metadata }) => Object.keys(metadata)))];
  const lines = [
    headingsOf(context, keys),
    ...rows.map((row) => cellsOf(rawOf(row), context, keys)),
  ];
  const separator = separatorOf(context.locale);
  return fileOf(lines.map((line) => writeRow(line, separator)));
}

/**
 * Reads the export to its end.
 *
 * @param progress hears how many transactions have come
 */
export async function readExport(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  context: ExportContext,
  progress: (count: number) => void,
): Promise<Blob> {
  const file = new SellersFile(context);
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(file.read(decoder.decode(value, { stream: true })));
    progress(file.count);
  }
  parts.push(file.read(decoder.decode()), file.end());
  return fileOf(parts);
}

/** Hands a file to the browser to save. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click is taken up after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
