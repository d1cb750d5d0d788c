export type Param = string | number | boolean | undefined | readonly Param[] | Params;
export interface Params {
  readonly [key: string]: Param;
}

const pairs = (name: string, value: Param): [string, string][] => {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(`${name}[]`, item));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => pairs(`${name}[${key}]`, item));
  return [[name, String(value)]];
};

/**
 * Writes parameters as Stripe's API v1 reads them: form-encoded, nested by brackets.
 * @example encode({ expand: ['source'], created: { gte: 1 } }) // expand[]=source&created[gte]=1, escaped
 */
export const encode = (params: Params): string =>
  new URLSearchParams(
    Object.entries(params).flatMap(([key, value]) => pairs(key, value)),
  ).toString();
