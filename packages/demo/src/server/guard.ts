/** Which requests the demo answers. Signing in has no password, so it must not be reachable under any other name. */
import type { MiddlewareHandler } from 'hono';

/** The names under which a demo on this port may be called. */
export const hostsOf = (port: number): readonly string[] => [
  `localhost:${port}`,
  `127.0.0.1:${port}`,
];

/**
 * Only these hosts: a page elsewhere whose name is made to point at this machine (DNS rebinding) carries its own.
 */
export const onlyHosts =
  (hosts: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (hosts.includes(host)) return next();
    return context.text(`The demo answers at ${hosts.join(' and ')} only.`, 421);
  };

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The endpoint's own rule for writes, for the demo's own routes: from these pages, or not at all. */
export const onlyOwnWrites =
  (origins: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const own =
      context.req.header('Sec-Fetch-Site') === 'same-origin' ||
      origins.includes(context.req.header('Origin') ?? '');
    if (own || safe.has(context.req.method)) return next();
    return context.text('Only a page of the demo itself may do this.', 403);
  };
