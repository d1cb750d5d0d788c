import { answerHeaders, errorTypeOf, type ErrorBody } from '@express-elements/contract';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { ExpressError, toExpressError } from '../errors.ts';
import { randomId } from '../random.ts';
import type { Env, Host, RouteContext } from './host.ts';

const exposed = [...Object.values(answerHeaders), 'Retry-After', 'Content-Disposition'].join(', ');
const FRESH_FOR = '600';

/** Every answer: its id, the data's now, the account it is about, and no cache. */
export const answering = (host: Host) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('requestId', `exp_${randomId()}`);
    await next();
    const { headers } = c.res;
    headers.set(answerHeaders.requestId, c.get('requestId'));
    headers.set(answerHeaders.now, String(Math.floor(host.now())));
    headers.set('Cache-Control', 'no-store');
    headers.append('Vary', 'Origin');
    const visitor = c.get('visitor') as Env['Variables']['visitor'] | undefined;
    if (visitor) headers.set(answerHeaders.account, visitor.account);
  });

/** Cross-origin use by listed origins, and by no other. */
export const crossOrigin = ({ origins }: Host) =>
  createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header('Origin');
    const isListed = origin !== undefined && origins.has(origin);
    if (c.req.method === 'OPTIONS') {
      c.res = new Response(null, { status: 204 });
      if (isListed) allowAsked(c);
    } else await next();
    if (!isListed) return;
    c.res.headers.set('Access-Control-Allow-Origin', origin);
    c.res.headers.set('Access-Control-Allow-Credentials', 'true');
    c.res.headers.set('Access-Control-Expose-Headers', exposed);
  });

/** The answer to a preflight: a listed origin may send what headers its host needs. */
function allowAsked(c: RouteContext): void {
  const asked = c.req.header('Access-Control-Request-Headers');
  c.res.headers.set('Access-Control-Allow-Methods', 'GET, POST');
  c.res.headers.set('Access-Control-Max-Age', FRESH_FOR);
  if (asked) c.res.headers.set('Access-Control-Allow-Headers', asked);
}

/** What an error looks like on the wire. */
export const errorBody = (error: ExpressError, requestId: string): ErrorBody => ({
  error: {
    type: errorTypeOf(error.code),
    code: error.code,
    message: error.message,
    ...(error.param !== undefined && { param: error.param }),
    request_id: requestId,
  },
});

/** What the log may know: never Stripe's own message, which can name keys. */
function factsOf(error: ExpressError, c: RouteContext): Record<string, unknown> {
  const { cause } = error;
  return {
    code: error.code,
    request_id: c.get('requestId'),
    route: `${c.req.method} ${c.req.path}`,
    ...(error.stripe && { stripe: error.stripe }),
    ...(!error.stripe && cause instanceof Error && { reason: cause.stack ?? cause.message }),
  };
}

/** A body that Hono could not read is the client's doing. */
const fromHono = (thrown: Error): Error =>
  thrown instanceof HTTPException && thrown.status === 400
    ? new ExpressError('invalid_body', 'The body is not JSON.', { cause: thrown })
    : thrown;

/** Why this host does not start is its own business; a page hears only that it does not. */
const shownTo = (error: ExpressError): ExpressError =>
  error.code === 'unavailable'
    ? new ExpressError('unavailable', 'This is not available at the moment. Try again later.')
    : error;

/** Turns whatever was thrown into the contract's error. */
export const onError =
  (host: Host) =>
  (thrown: Error, c: RouteContext): Response => {
    const error = toExpressError(fromHono(thrown));
    if (error.status >= 500) host.log('error', error.message, factsOf(error, c));
    if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter));
    return c.json(errorBody(shownTo(error), c.get('requestId')), error.status);
  };
