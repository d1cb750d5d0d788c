/** What stories put in place of one answer of the host. Each is checked against the contract before it is given. */
import { routes, type ErrorBody, type ErrorCode, type RouteName } from '@express-elements/contract';
import { parse } from 'valibot';
import type { Answer } from './stack.ts';

/** Never comes: the element stays as it is while loading. */
export const pending: Answer = (request) =>
  new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });

/** The connection is lost. */
export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** An error of the contract. */
export const failing =
  (status: number, code: ErrorCode, type: ErrorBody['error']['type']): Answer =>
  (request, host) =>
    // The host's own answer gives the headers that every answer has.
    host(request).then((real) => {
      const error = {
        type,
        code,
        message: 'Stripe could not be reached.',
        request_id: 'req_8Kd2mVtQx1',
      };
      const headers = new Headers(real.headers);
      headers.set('Content-Type', 'application/json');
      headers.set('Request-Id', error.request_id);
      return new Response(JSON.stringify({ error } satisfies ErrorBody), { status, headers });
    });

/** The host's answer, changed; what comes out must still be of the contract. */
export const changed =
  <T>(name: RouteName, change: (answer: T) => T): Answer =>
  async (request, host) => {
    const real = await host(request);
    const route = routes[name];
    if (!real.ok || !('answer' in route)) return real;
    const answer = parse(route.answer, change(await real.json()));
    return new Response(JSON.stringify(answer), { status: real.status, headers: real.headers });
  };
