import { currencies, type Currency } from '../world/currencies.ts';
import { invalid, missingParam, unknownParam } from './errors.ts';
import type { FormValue } from './form.ts';

/** Readers of parameters: each turns text into a value or says in Stripe's words, with the path, why not. */

export type Reader<T> = (value: FormValue | undefined, path: string) => T;
export type Value<R> = R extends Reader<infer T> ? T : never;

const absent = (value: FormValue | undefined): value is undefined => value === undefined;

export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value, path) =>
    absent(value) ? undefined : reader(value, path);

export const withDefault =
  <T>(reader: Reader<T>, fallback: T): Reader<T> =>
  (value, path) =>
    absent(value) ? fallback : reader(value, path);

/** An empty text takes the value away; here it reads as null. */
export const emptyable =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === '' ? null : reader(value, path);

export const string: Reader<string> = (value, path) => {
  if (absent(value)) throw missingParam(path);
  if (typeof value !== 'string')
    throw invalid(`Invalid string: ${path} must be a string`, { param: path });
  return value;
};

export const text =
  (max: number): Reader<string> =>
  (value, path) => {
    const read = string(value, path);
    if (read.length <= max) return read;
    throw invalid(`Invalid string: ${path} must be at most ${max} characters`, { param: path });
  };

export const integer: Reader<number> = (value, path) => {
  const read = string(value, path);
  if (/^-?\d{1,15}$/.test(read)) return Number(read);
  throw invalid(`Invalid integer: ${read}`, { code: 'parameter_invalid_integer', param: path });
};

export const between =
  (low: number, high: number): Reader<number> =>
  (value, path) => {
    const read = integer(value, path);
    if (read >= low && read <= high) return read;
    throw invalid(`Invalid value: ${path} must be between ${low} and ${high}`, {
      code: 'parameter_invalid_integer',
      param: path,
    });
  };

/** Amounts have at most eight digits. */
export const amount: Reader<number> = (value, path) => {
  const read = integer(value, path);
  if (read < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: path,
    });
  }
  if (read > 99_999_999) {
    throw invalid('Amount must be no more than 8 digits', {
      code: 'amount_too_large',
      param: path,
    });
  }
  return read;
};

export const boolean: Reader<boolean> = (value, path) => {
  const read = string(value, path);
  if (read === 'true' || read === 'false') return read === 'true';
  throw invalid(`Invalid boolean: ${read}`, { param: path });
};

export const oneOf =
  <const T extends readonly string[]>(choices: T): Reader<T[number]> =>
  (value, path) => {
    const read = string(value, path);
    const found = choices.find((choice) => choice === read);
    if (found !== undefined) return found;
    throw invalid(`Invalid ${path}: must be one of ${choices.join(', ')}`, { param: path });
  };

export const currency: Reader<Currency> = (value, path) => {
  const read = string(value, path).toLowerCase();
  const found = currencies.names.find((name) => name === read);
  if (found) return found;
  throw invalid(`Invalid currency: ${read}. The sandbox knows ${currencies.names.join(', ')}`, {
    param: path,
  });
};

export const list =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (value, path) => {
    if (absent(value)) throw missingParam(path);
    if (!Array.isArray(value)) throw invalid('Invalid array', { param: path });
    return value.map((item, n) => reader(item, `${path}[${n}]`));
  };

export const hash =
  <T>(reader: Reader<T>): Reader<Record<string, T>> =>
  (value, path) => {
    if (absent(value)) throw missingParam(path);
    if (typeof value === 'string' || Array.isArray(value))
      throw invalid('Invalid object', { param: path });
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, reader(item, `${path}[${key}]`)]),
    );
  };

const metadataValues = hash(text(500));

/** Up to 50 keys of up to 40 characters; an empty text takes all of them away, and reads as null. */
export const metadata: Reader<Record<string, string> | null> = (value, path) => {
  if (value === '') return null;
  const read = metadataValues(value, path);
  const keys = Object.keys(read);
  const long = keys.find((key) => key.length > 40);
  if (long)
    throw invalid(`Metadata key names can be up to 40 characters long: ${long}`, { param: path });
  if (keys.length > 50) throw invalid('Metadata can hold at most 50 keys', { param: path });
  return read;
};

/** What a call sent, merged into what stands there; an empty value takes its key away. */
export function mergeMetadata(
  old: Readonly<Record<string, string>>,
  sent: Readonly<Record<string, string>> | null | undefined,
): Record<string, string> {
  if (sent === null) return {};
  const merged = Object.entries({ ...old, ...sent }).filter(([, value]) => value !== '');
  return Object.fromEntries(merged);
}

export interface Range {
  readonly gte: number;
  readonly lte: number;
}

const bounds = object({
  gt: optional(integer),
  gte: optional(integer),
  lt: optional(integer),
  lte: optional(integer),
});

/** A number, or `[gt|gte|lt|lte]`; read as one closed range. */
export const range: Reader<Range> = (value, path) => {
  if (typeof value === 'string') {
    const exact = integer(value, path);
    return { gte: exact, lte: exact };
  }
  const { gt, gte, lt, lte } = bounds(value, path);
  return {
    gte: Math.max(gte ?? -Infinity, gt === undefined ? -Infinity : gt + 1),
    lte: Math.min(lte ?? Infinity, lt === undefined ? Infinity : lt - 1),
  };
};

export type Shape = Readonly<Record<string, Reader<unknown>>>;
export type Read<S extends Shape> = { [K in keyof S]: Value<S[K]> };

const join = (path: string, key: string): string => (path === '' ? key : `${path}[${key}]`);

/** Exactly these keys: another one is named in the error. */
export function object<S extends Shape>(shape: S): Reader<Read<S>> {
  return (value, path) => {
    if (absent(value)) throw missingParam(path);
    if (typeof value === 'string' || Array.isArray(value))
      throw invalid('Invalid object', { param: path });
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) throw unknownParam(join(path, stranger));
    return mapShape(shape, (reader, key) => reader(value[key], join(path, key)));
  };
}

/** `Read<S>` says of each key what its reader gives; TypeScript cannot follow that through a loop. */
function mapShape<S extends Shape>(
  shape: S,
  read: (reader: Reader<unknown>, key: string) => unknown,
): Read<S> {
  const entries = Object.entries(shape).map(([key, reader]) => [key, read(reader, key)]);
  return Object.fromEntries(entries);
}
