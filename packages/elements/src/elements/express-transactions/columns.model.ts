/** Which columns a list has, in which order, and which of them a width has room for. Pure. */
import type { Row, Sort } from '@express-elements/contract';

export const columnNames = [
  'description',
  'date',
  'type',
  'customer',
  'status',
  'available',
  'amount',
  'fee',
  'net',
] as const;
export type ColumnName = (typeof columnNames)[number];
export type MetadataName = `metadata:${string}`;

/** A column of the host's own: a key of `metadata`, under its own heading. */
export interface MetadataColumn {
  readonly name: MetadataName;
  readonly label: string;
}

/** What a host asks for: a name, or a metadata column with its heading. */
export type ColumnAsked = string | MetadataColumn;

export type Column = { readonly name: ColumnName } | MetadataColumn;

interface Shape {
  /** What a click on its heading sorts by. */
  readonly sort: Sort | null;
  /** Figures stand at the end, so that their decimals are under each other. */
  readonly end: boolean;
  /** The least room, in sizes of the text. */
  readonly least: number;
  /** Its share of the room that is left. */
  readonly share: number;
  /** Where room lacks, the lowest goes first. */
  readonly worth: number;
}

const shapes: Readonly<Record<ColumnName, Shape>> = {
  description: { sort: null, end: false, least: 11, share: 2.5, worth: 9 },
  date: { sort: 'created', end: false, least: 7.4, share: 1.1, worth: 6 },
  type: { sort: 'category', end: false, least: 6.4, share: 0.9, worth: 2 },
  customer: { sort: null, end: false, least: 8, share: 1.4, worth: 4 },
  status: { sort: null, end: false, least: 8.7, share: 1.25, worth: 7 },
  available: { sort: 'available_on', end: false, least: 7, share: 1, worth: 1 },
  amount: { sort: 'amount', end: true, least: 6.6, share: 1, worth: 8 },
  fee: { sort: null, end: true, least: 5.2, share: 0.8, worth: 3 },
  net: { sort: 'net', end: true, least: 6.6, share: 1, worth: 5 },
};
const metadataShape: Shape = { sort: null, end: false, least: 6.6, share: 1, worth: 0 };

const isStandard = (name: string): name is ColumnName =>
  (columnNames as readonly string[]).includes(name);

export const isMetadata = (column: Column): column is MetadataColumn =>
  column.name.startsWith('metadata:');

export const shapeOf = (column: Column): Shape =>
  isMetadata(column) ? metadataShape : shapes[column.name];

/** @example metadataKey({ name: 'metadata:order_id', label: 'Order id' }) // 'order_id' */
export const metadataKey = ({ name }: MetadataColumn): string => name.slice('metadata:'.length);

/** A key as a heading, where the host gives none: `order_id` is “Order id”. */
const headingOf = (key: string): string => {
  const words = key.replace(/[_\s-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Null for what is no column. */
function columnOf(asked: ColumnAsked): Column | null {
  const name = typeof asked === 'string' ? asked : asked.name;
  if (isStandard(name)) return { name };
  const key = /^metadata:(.+)$/.exec(name)?.[1];
  if (key === undefined) return null;
  const label = typeof asked === 'string' ? headingOf(key) : asked.label;
  return { name: `metadata:${key}`, label };
}

const initial: readonly Column[] = (
  ['description', 'date', 'status', 'amount', 'fee', 'net'] as const
).map((name) => ({ name }));

/**
 * What was asked for as columns: each once, what is none left out. The description is always one, for it says which
 * row this is and opens it. Nothing asked for is the usual ones.
 *
 * @example soundColumns(['date', 'amount', 'nonsense']) // description, date, amount
 */
export function soundColumns(asked: readonly ColumnAsked[]): readonly Column[] {
  const found = asked.map(columnOf).filter((column) => column !== null);
  const columns = found.filter(
    ({ name }, place) => found.findIndex((other) => other.name === name) === place,
  );
  if (columns.length === 0) return initial;
  const [first] = initial;
  return columns.some(({ name }) => name === 'description') ? columns : [first!, ...columns];
}

/** The metadata keys that rows have, as columns that may be chosen. */
export const columnsInRows = (rows: readonly Pick<Row, 'metadata'>[]): readonly Column[] =>
  soundColumns([
    'description',
    ...new Set(
      rows.flatMap(({ metadata }) => Object.keys(metadata).map((key) => `metadata:${key}`)),
    ),
  ]).slice(1);

/**
 * What may be chosen: what is chosen, in its order, then the rest.
 *
 * @param others what hosts and rows have besides the columns that every list may have
 */
export const choosable = (
  chosen: readonly Column[],
  others: readonly Column[],
): readonly Column[] => {
  const all = [...chosen, ...columnNames.map((name) => ({ name })), ...others];
  return all.filter(({ name }, place) => all.findIndex((other) => other.name === name) === place);
};

/** With one of them a place further on, or back; at an end as it is. */
export function moved(
  columns: readonly Column[],
  name: Column['name'],
  by: 1 | -1,
): readonly Column[] {
  const from = columns.findIndex((column) => column.name === name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= columns.length) return columns;
  return columns.with(from, columns[to]!).with(to, columns[from]!);
}

/** Shown last, or not shown; the description stays. */
export const toggled = (columns: readonly Column[], column: Column): readonly Column[] => {
  const without = columns.filter(({ name }) => name !== column.name || name === 'description');
  return without.length < columns.length || column.name === 'description'
    ? without
    : [...columns, column];
};

export const isSameColumns = (one: readonly Column[], other: readonly Column[]): boolean =>
  one.length === other.length && one.every(({ name }, place) => other[place]?.name === name);

/** The figure that a card shows: the amount, else what is left of it. */
export const leadOf = (columns: readonly Column[]): Column | null =>
  columns.find(({ name }) => name === 'amount') ??
  columns.find(({ name }) => name === 'net') ??
  null;

/** As in the style sheet: what stands between columns, and beside them, in sizes of the text. */
const GAP = 1.43;
const SIDES = 3.15;
/** Narrower than this, rows are cards. */
export const CARD = 34.3;

/** What each language writes longest of a kind, such as “Available 26 Nov”. */
export interface Samples {
  readonly status: string;
  readonly date: string;
  readonly money: string;
}

/** The room that those need, in sizes of the text. */
export type Rooms = Readonly<Record<keyof Samples, number>>;

/** Marks of direction take no room. */
const em = (text: string, each: number, more: number): number =>
  Number((text.replace(/\p{Cf}/gu, '').length * each + more).toFixed(1));

/** @example roomsOf({ status: 'Available 26 Nov', date: '23 Nov, 21:07', money: '−$1,234.56' }) */
export const roomsOf = ({ status, date, money }: Samples): Rooms => ({
  status: em(status, 0.48, 1),
  date: em(date, 0.5, 0.9),
  money: em(money, 0.6, 0.6),
});

const leastOf = (column: Column, rooms: Rooms): number => {
  switch (column.name) {
    case 'status':
    case 'date':
      return rooms[column.name];
    case 'amount':
    case 'net':
      return rooms.money;
    default:
      return shapeOf(column).least;
  }
};

const roomFor = (columns: readonly Column[], rooms: Rooms): number =>
  columns.reduce((sum, column) => sum + leastOf(column, rooms), SIDES) + GAP * (columns.length - 1);

export interface Fit {
  /** Holds from this width on, in sizes of the text. */
  readonly from: number;
  readonly columns: readonly Column[];
}

/**
 * What fits at which width, from the widest on; the last holds down to the cards.
 *
 * @param rooms what words need in the language that is spoken
 */
export function fits(columns: readonly Column[], rooms: Rooms): readonly Fit[] {
  const lead = leadOf(columns);
  const steps: Fit[] = [];
  let left = columns;
  for (;;) {
    const from = roomFor(left, rooms);
    steps.push({ from, columns: left });
    const spare = left.filter((column) => column.name !== 'description' && column !== lead);
    // Whatever is wider than a card has room for three.
    if (from <= CARD || spare.length <= 1) return steps;
    // Of two that are worth the same the later goes: the seller put it there.
    const gone = spare.reduce((least, column) =>
      shapeOf(column).worth <= shapeOf(least).worth ? column : least,
    );
    left = left.filter((column) => column !== gone);
  }
}

/** The columns that a width leaves out. */
export function leftOut(
  columns: readonly Column[],
  width: number,
  rooms: Rooms,
): readonly Column[] {
  const steps = fits(columns, rooms);
  const fit = width <= CARD ? null : (steps.find(({ from }) => from <= width) ?? steps.at(-1)!);
  const shown = fit?.columns ?? columns.filter(({ name }) => name === 'description');
  const lead = leadOf(columns);
  // What stands elsewhere then is not left out.
  const isElsewhere = ({ name }: Column) => name === 'customer' || (name === 'date' && lead);
  return columns.filter(
    (column) => column !== lead && !shown.includes(column) && !isElsewhere(column),
  );
}

/** The class of a column's cells. A metadata key is not a name that a style sheet could have. */
export const classOf = (column: Column, place: number): string =>
  isMetadata(column) ? `metadata m${place}` : column.name;

const track = (column: Column, rooms: Rooms): string =>
  column.name === 'description'
    ? `minmax(0,${shapeOf(column).share}fr)`
    : `minmax(${leastOf(column, rooms)}em,${shapeOf(column).share}fr)`;

/** What has no column of its own for want of room stands under another. */
const elsewhere: Readonly<Record<string, string>> = {
  date: '.row>.lead .date{display:block}',
  customer: '.who{display:inline}',
};

/**
 * How rows share their width, as rules: the browser follows them without a script, and without reading a size.
 * The cards' own rules come after these.
 */
export function columnRules(columns: readonly Column[], rooms: Rooms): string {
  const tracks = (some: readonly Column[]) =>
    `.header-row,.row{grid-template-columns:${some.map((column) => track(column, rooms)).join(' ')}}`;
  const hidden = (some: readonly Column[]) =>
    columns
      .map((column, place) => ({
        column,
        selector: `.${classOf(column, place).split(' ').at(-1)}`,
      }))
      .filter(({ column }) => !some.includes(column))
      .map(
        ({ column, selector }) =>
          `.header-row>${selector},.row>${selector}{display:none}${elsewhere[column.name] ?? ''}`,
      )
      .join('');
  const [all, ...less] = fits(columns, rooms);
  const hasCustomer = columns.some(({ name }) => name === 'customer');
  return [
    tracks(columns),
    hasCustomer ? '.who{display:none}' : '',
    ...less.map(
      (fit, step) =>
        `@container (max-width:${((less[step - 1] ?? all!).from - 0.01).toFixed(2)}em){${tracks(fit.columns)}${hidden(fit.columns)}}`,
    ),
  ].join('');
}
