import { queryObject } from '@express-elements/contract';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import { ExpressError } from '../errors.ts';
import type { Env } from './host.ts';

/** Ours are a few hundred bytes; a webhook holds a whole object of Stripe's. */
export const BODY_LIMIT = 64 * 1024;
export const WEBHOOK_LIMIT = 1024 * 1024;

type QuerySchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** What is wrong with a value, after “is not valid:”. */
function wordOf(issue: v.BaseIssue<unknown>, param = ''): string {
  if (issue.type === 'picklist' && issue.expected)
    return `give one of ${issue.expected.replace(/[()]/g, '').replaceAll(' | ', ', ')}`;
  if (issue.type === 'array') return `write it as ${param}[]=…, once for each value`;
  const words = issue.message.replace(/^Invalid \w+: /, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** What is wrong with a query, in the contract's words. */
function queryError(issue: v.BaseIssue<unknown>): ExpressError {
  const param = String(issue.path?.[0]?.key ?? '');
  if (issue.input === undefined)
    return new ExpressError('missing_parameter', `"${param}" is missing.`, { param });
  return new ExpressError(
    'invalid_parameter',
    `"${param}" is not valid: ${wordOf(issue, param)}.`,
    {
      param,
    },
  );
}

/** The query of a request as its schema reads it. The first thing wrong with it is the error. */
export function parseQuery<Schema extends QuerySchema>(
  schema: Schema,
  params: URLSearchParams,
): v.InferOutput<Schema> {
  const asked = queryObject(params);
  const unknown = [...params.keys()]
    .map((key) => key.replace(/\[\]$/, ''))
    .find((key) => !Object.hasOwn(schema.entries, key));
  if (unknown !== undefined)
    throw new ExpressError('unsupported_parameter', `This route takes no parameter "${unknown}".`, {
      param: unknown,
    });
  const parsed = v.safeParse(schema, asked, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw queryError(parsed.issues[0]);
}

/** In the route line: the query, read by its schema. */
export const query = <Schema extends QuerySchema>(schema: Schema) =>
  validator('query', (_, c) => parseQuery(schema, new URL(c.req.url).searchParams));

export const mediaTypeOf = (header: string | undefined): string =>
  (header ?? '').split(';')[0]!.trim().toLowerCase();

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExpressError('invalid_body', 'The body is not JSON.', { cause: error });
  }
}

/** A body as its schema reads it. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  // To Valibot a list is an object too.
  if (Array.isArray(body)) throw new ExpressError('invalid_body', 'The body is a list.');
  const parsed = v.safeParse(schema, body, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const param = v.getDotPath(issue);
  throw new ExpressError('invalid_body', `The body is not valid: ${wordOf(issue)}.`, {
    param: param ?? undefined,
  });
}

/** In the route line: a JSON body, read by its schema. */
export const body = <Schema extends v.GenericSchema>(schema: Schema) =>
  validator('json', (value: unknown, c): v.InferOutput<Schema> => {
    if (mediaTypeOf(c.req.header('Content-Type')) !== 'application/json')
      throw new ExpressError('unsupported_media_type', 'Send the body as application/json.');
    return parseBody(schema, value);
  });

/** In the route line: a body of at most so many bytes. */
export const limit = (maxSize: number) => {
  const guard = bodyLimit({
    maxSize,
    onError: () => {
      throw new ExpressError('too_large', `The body is larger than ${maxSize} bytes.`);
    },
  });
  return createMiddleware<Env>((c, next) => guard(c, next));
};
