import type { Row } from '@express-elements/contract';
import { decimalAmount } from '../money.ts';

const time = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000', '');
const date = (seconds: number): string => time(seconds).slice(0, 10);

/** A spreadsheet reads these as a formula; an apostrophe makes it text again. */
const formula = /^[=+\-@\t\r\n]/;
const safe = (text: string): string => (formula.test(text) ? `'${text}` : text);

type Cell = (row: Row) => string | null | undefined;

/** Columns by their stable English names. What others have written is made safe; numbers and ids are ours. */
const columns: readonly (readonly [string, Cell])[] = [
  ['id', (row) => row.id],
  ['created', (row) => time(row.created)],
  ['available_on', (row) => date(row.available_on)],
  ['status', (row) => row.status],
  ['category', (row) => row.category],
  ['type', (row) => row.type],
  ['reporting_category', (row) => row.reporting_category],
  ['currency', (row) => row.currency],
  ['amount', (row) => decimalAmount(row.amount, row.currency)],
  ['fee', (row) => decimalAmount(row.fee, row.currency)],
  ['net', (row) => decimalAmount(row.net, row.currency)],
  ['balance_type', (row) => row.balance_type],
  ['source', (row) => row.source?.id],
  ['source_status', (row) => row.source?.status],
  ['payout', (row) => row.payout],
  ['description', (row) => safe(row.description ?? '')],
  ['description_key', (row) => row.description_key],
  ['customer_name', (row) => safe(row.customer?.name ?? '')],
  ['customer_email', (row) => safe(row.customer?.email ?? '')],
  ['last4', (row) => row.last4],
];

/** RFC 4180: what holds a quote, a comma or a line's end stands in quotes, and quotes are doubled. */
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** The first line: the names of the columns, then one for each key of metadata that the host chose to show. */
export const csvHeader = (metadataKeys: readonly string[]): string =>
  line([...columns.map(([name]) => name), ...metadataKeys.map((key) => `metadata_${key}`)]);

/** A row as a line. */
export const csvLine = (row: Row, metadataKeys: readonly string[]): string =>
  line([
    ...columns.map(([, cell]) => cell(row) ?? ''),
    ...metadataKeys.map((key) => safe(row.metadata[key] ?? '')),
  ]);
