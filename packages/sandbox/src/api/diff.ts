type Hash = Readonly<Record<string, unknown>>;
const isHash = (value: unknown): value is Hash =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * `previous_attributes`: the old values of what changed, nested as the object is; a changed list whole.
 *
 * @example changesOf({ a: 1, b: { c: 2, d: 3 } }, { a: 1, b: { c: 5, d: 3 } }) // { b: { c: 2 } }
 */
export function changesOf(before: object, after: object): object {
  const old: Hash = { ...before };
  const now: Hash = { ...after };
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  const changed: [string, unknown][] = [];
  for (const key of keys) {
    const [a, b] = [old[key], now[key]];
    if (same(a, b)) continue;
    changed.push([key, isHash(a) && isHash(b) ? changesOf(a, b) : (a ?? null)]);
  }
  return Object.fromEntries(changed);
}
