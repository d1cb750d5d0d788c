import type { Order, Row, Sort } from '@express-elements/contract';
import { ExpressError } from '../errors.ts';
import type { Place } from './ledger.ts';

/** A row's value under a sort. */
export const sortKey = (row: Row, sort: Sort): Place['key'] => row[sort];

/** A row's place under a sort. */
export const placeOf = (row: Row, sort: Sort): Place => ({ key: sortKey(row, sort), id: row.id });

// `<` on strings compares UTF-16 code units; ids and categories are ASCII, where that is Postgres's collate "C" too.
const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ascending: by key, then by id in code units. */
export function comparePlaces(a: Place, b: Place): number {
  const byKey =
    typeof a.key === 'number' && typeof b.key === 'number'
      ? compare(a.key, b.key)
      : compare(String(a.key), String(b.key));
  return byKey || compare(a.id, b.id);
}

/** How two rows compare in a list. Descending turns the id round with the key, so that both ways are one list. */
export function byPlace(sort: Sort, order: Order): (a: Row, b: Row) => number {
  const sign = order === 'asc' ? 1 : -1;
  return (a, b) => sign * comparePlaces(placeOf(a, sort), placeOf(b, sort));
}

const VERSION = 1;
const PRIME = 0x100000001b3n;
const MASK = (1n << 64n) - 1n;

/** FNV-1a, 64 bits. It tells one question from another and guards nothing: a cursor carries no authority. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = ((value ^ BigInt(byte)) * PRIME) & MASK;
  return value.toString(36);
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => compare(a, b)).map(([key, item]) => [key, sorted(item)]),
  );
};

/**
 * What a cursor belongs to: account, filters, sort and order, in any order of keys.
 *
 * @example digestOf({ account: 'acct_1', filters: { category: ['refund'] }, sort: 'created', order: 'desc' })
 */
export const digestOf = (question: Readonly<Record<string, unknown>>): string =>
  hash(JSON.stringify(sorted(question)));

const toBase64Url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64Url = (text: string): string => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

/** base64url of [version, key, id, digest]. */
export const encodeCursor = (place: Place, digest: string): string =>
  toBase64Url(JSON.stringify([VERSION, place.key, place.id, digest]));

function parse(cursor: string): unknown {
  try {
    return JSON.parse(fromBase64Url(cursor));
  } catch {
    // Whatever is wrong with it, it is no cursor of ours: the caller says so.
    return null;
  }
}

const isKey = (key: unknown): key is Place['key'] =>
  typeof key === 'string' ? key.length <= 100 : Number.isSafeInteger(key);

/** The place that a cursor stands for. One that is damaged, or of another question, is `invalid_cursor`. */
export function decodeCursor(
  cursor: string,
  digest: string,
  param: 'after' | 'before',
  keyType: 'number' | 'string',
): Place {
  const parts = cursor.length <= 1000 ? parse(cursor) : null;
  if (Array.isArray(parts) && parts.length === 4 && parts[0] === VERSION && parts[3] === digest) {
    const key: unknown = parts[1];
    const id: unknown = parts[2];
    if (isKey(key) && typeof key === keyType && typeof id === 'string' && id.length <= 400)
      return { key, id };
  }
  throw new ExpressError(
    'invalid_cursor',
    'This cursor belongs to another list. Ask for the first page again.',
    { param },
  );
}

/** What type of key a sort has. */
export const keyTypeOf = (sort: Sort): 'number' | 'string' =>
  sort === 'category' ? 'string' : 'number';

/**
 * The key that a jump means, `end` for the last page.
 *
 * @example jumpKey('-500', 'amount') // -500
 */
export function jumpKey(at: string, sort: Sort): Place['key'] | 'end' {
  if (at === 'end') return 'end';
  if (keyTypeOf(sort) === 'string') return at;
  const key = /^-?\d{1,16}$/.test(at) ? Number(at) : Number.NaN;
  if (Number.isSafeInteger(key)) return key;
  throw new ExpressError(
    'invalid_parameter',
    `"at" is a value of the sort key: for sort=${sort} a whole number, or "end".`,
    { param: 'at' },
  );
}
