/** The sandbox under the demo's own origin: what Stripe's frames would talk to, and the script that makes them. */
import { readFileSync } from 'node:fs';
import type { Sandbox } from '@express-elements/sandbox';
import { Hono, type Handler } from 'hono';

/**
 * What a page may show as a key: a client secret, or the publishable key. The secret key stays with the server,
 * although everybody knows it: through it any page in this browser could move the world's clock.
 */
const pageKey = /^Bearer (accs_secret__|pk_test_)/;

/** The request as the sandbox's API knows it: without the prefix of the demo. */
async function inner(request: Request, prefix: string): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(prefix.length);
  const { method, headers, signal } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, body });
}

/**
 * @param prefix where these routes are mounted
 * @param script the file of the built stand-in
 */
export function sandboxRoutes(sandbox: Sandbox, prefix: string, script: string): Hono {
  const app = new Hono();
  const source = readFileSync(script);

  app.get('/connect.js', (context) => {
    if (sandbox.faults.scriptBlocked) return context.body(null, 503);
    return context.body(source, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
  });
  app.all('/*', async (context) => {
    if (!pageKey.test(context.req.header('Authorization') ?? '')) {
      return context.text('Only what an account session grants is open here.', 401);
    }
    return sandbox.fetch(await inner(context.req.raw, prefix));
  });
  return app;
}

/** Where a login link of the sandbox leads: the page that stands where Stripe's hosted dashboard would be. */
export const loginPath = '/express/:account{acct_[A-Za-z0-9]+}/:token';

export const loginPage =
  (sandbox: Sandbox): Handler =>
  (context) =>
    sandbox.fetch(context.req.url);
