import { answerHeaders, routes, type Route } from '@express-elements/contract';
import { createMiddleware } from 'hono/factory';
import { checkAccount, visitorOf } from '../auth/authorize.ts';
import { checkWrite } from '../auth/writes.ts';
import { ExpressError } from '../errors.ts';
import type { Role } from '../roles/roles.ts';
import type { Env, Host } from './host.ts';

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);

const known = (Object.values(routes) as Route[]).map((route) => ({
  route,
  pattern: patternOf(route.path),
}));

/** The route that a path leads to. `/transactions/summary` is no id. */
export function routeOf(path: string): Route | null {
  const here = known.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route);
  return here.find((route) => route.path === path) ?? here[0] ?? null;
}

/** First of all: is there such a route, and with this method? */
export const knownRoute = (base: string) =>
  createMiddleware<Env>(async (c, next) => {
    const { path, method } = c.req;
    const route = path.startsWith(`${base}/`) ? routeOf(path.slice(base.length)) : null;
    if (!route) throw new ExpressError('not_found', 'There is no such route.');
    // HEAD too: it would start a stream that nobody reads.
    if (route.method !== method) {
      c.header('Allow', route.method);
      throw new ExpressError('method_not_allowed', `This route takes ${route.method}.`);
    }
    await next();
  });

/** Who is it, is it still the same account as the page thinks, and may it write from where it stands? */
export const signedIn = (host: Host) =>
  createMiddleware<Env>(async (c, next) => {
    const visitor = await visitorOf(host.authorize, c.req.raw, host.log);
    c.set('visitor', visitor);
    checkAccount(c.req.header(answerHeaders.account), visitor.account);
    if (c.req.method === 'POST') checkWrite(c.req.raw.headers, host.origins, visitor.byToken);
    c.set('role', roleOf(host, visitor.role));
    await host.ready();
    await next();
  });

function roleOf({ roles }: Host, name: string): Role {
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role) return role;
  throw new ExpressError('not_allowed', 'This sign-in has no role here.');
}

/** In the route line: only for roles that may. */
export const only = (may: (role: Role) => boolean) =>
  createMiddleware<Env>(async (c, next) => {
    if (!may(c.get('role')))
      throw new ExpressError('not_allowed', 'This sign-in may not see or do this.');
    await next();
  });

/** The same in a route that takes `early`: a question that came early is answered nothing in place of a refusal. */
export const onlyOrNothing = (may: (role: Role) => boolean) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.req.query('early') === 'true' && !may(c.get('role'))) return c.body(null, 204);
    return only(may)(c, next);
  });
