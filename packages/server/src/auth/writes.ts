import { ExpressError } from '../errors.ts';

/**
 * Whether a write may pass: it comes from our own page, from a listed origin, or with a token that no other site can
 * make a browser send. Never compared with Host or X-Forwarded-*, which proxies and clients write.
 */
export function mayWrite(
  headers: Headers,
  origins: ReadonlySet<string>,
  byToken: boolean,
): boolean {
  if (byToken) return true;
  if (headers.get('Sec-Fetch-Site') === 'same-origin') return true;
  const origin = headers.get('Origin');
  return origin !== null && origin !== 'null' && origins.has(origin);
}

export function checkWrite(headers: Headers, origins: ReadonlySet<string>, byToken: boolean): void {
  if (mayWrite(headers, origins, byToken)) return;
  throw new ExpressError(
    'bad_origin',
    'This request does not come from a page of this site. Add its origin to `origins`, or sign in with a token.',
  );
}
