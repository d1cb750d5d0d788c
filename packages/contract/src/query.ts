import * as v from 'valibot';

/** A whole number, written in decimal digits. */
export const integer = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,16}$/, 'a whole number'),
  v.transform(Number),
  v.safeInteger('a whole number below 2^53'),
);

/** Unix seconds, written in decimal digits. */
export const time = v.pipe(integer, v.minValue(0), v.maxValue(253_402_300_799));

export const boolean = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true'),
);

/**
 * Asked beside `/account`, before that has said what this sign-in may do: whoever may not see the answer is answered
 * 204, which says nothing, and not 403, which reads like a fault.
 */
export const early = v.optional(boolean);

/**
 * A query string as the object that a schema reads: `key[]` gathers into an array, a plain key may stand once.
 * A plain key that is repeated is kept as an array, so that the schema refuses it by name.
 *
 * @example queryObject(new URLSearchParams('category[]=payment&category[]=refund&limit=20'))
 * // { category: ['payment', 'refund'], limit: '20' }
 */
export function queryObject(params: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(params.keys())].map((key): [string, string | string[]] => {
    const values = params.getAll(key);
    if (key.endsWith('[]')) return [key.slice(0, -2), values];
    return [key, values.length === 1 ? values[0]! : values];
  });
  return Object.fromEntries(entries);
}

/** The query string of a question, leaving out what is not set: the way back of `queryObject`. */
export function queryString(
  query: Record<string, string | number | boolean | readonly string[] | undefined | null>,
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') for (const item of value) params.append(`${key}[]`, item);
    else params.append(key, String(value));
  }
  return params.toString();
}
