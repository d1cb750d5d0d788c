/** The marketplace: its pages, its sign-in, and the one handler of Express Elements mounted in it. */
import { serveStatic } from '@hono/node-server/serve-static';
import { csp } from '@express-elements/server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { isLanguage, isTheme } from '../words.ts';
import type { FarSide } from './far-side.ts';
import { hostsOf, onlyHosts, onlyOwnWrites } from './guard.ts';
import { render, type Fill } from './pages.ts';
import { panelRoutes } from './panel.ts';
import {
  doorway,
  header,
  panel,
  roleCards,
  sellerCards,
  type Preferences,
  type Who,
} from './parts.ts';
import { loginPage, loginPath, sandboxRoutes } from './sandbox-routes.ts';
import { isRole, type Sessions } from './session.ts';
import { sandboxPath } from './world.ts';

export interface AppDeps {
  readonly port: number;
  readonly far: FarSide;
  /** `createExpress(…).fetch` */
  readonly express: (request: Request) => Promise<Response>;
  readonly sessions: Sessions;
  /** Built pages by name. */
  readonly pages: ReadonlyMap<string, string>;
  /** The folder in which the pages' scripts and styles stand. */
  readonly dist: string;
  /** The built stand-in for connect.js. */
  readonly connectScript: string;
}

/** Pages for those who are signed in; `bell` puts the activity hub into the head. */
const inside = {
  dashboard: { bell: false },
  shop: { bell: true },
  plain: { bell: false },
  quickstart: { bell: false },
} as const satisfies Record<string, { bell: boolean }>;
type PageName = keyof typeof inside;
const isInside = (name: string): name is PageName => Object.hasOwn(inside, name);

/** Where a form may send one back to: a page of ours, whatever it says. */
const safePath = (value: unknown): string => {
  const name = typeof value === 'string' ? value.replace(/^\//, '') : '';
  return isInside(name) ? `/${name}` : '/';
};

const cookies = { language: 'rocket_language', theme: 'rocket_theme' } as const;

function preferencesOf(context: Context): Preferences {
  const language = getCookie(context, cookies.language);
  const theme = getCookie(context, cookies.theme);
  const asked = context.req.header('Accept-Language')?.slice(0, 2);
  return {
    language: [language, asked].find(isLanguage) ?? 'en',
    theme: isTheme(theme) ? theme : 'auto',
  };
}

/** What every answer of the demo's own carries. The endpoint brings its own headers. */
function guarded({ far }: AppDeps): MiddlewareHandler {
  // Beside the demo's own origin, the sandbox needs none.
  const { connectUrl } = far;
  const standIns =
    connectUrl !== null && URL.canParse(connectUrl) ? [new URL(connectUrl).origin] : [];
  const policy = csp({ connectOrigins: standIns, formAction: far.loginOrigins });
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
    if (!headers.get('Content-Type')?.startsWith('text/html')) return;
    headers.set('Cache-Control', 'no-store');
    for (const [name, value] of Object.entries(policy)) headers.set(name, value);
  };
}

const bell = html`<activity-hub endpoint="/express" variant="bell"></activity-hub>`;

type WhoIs = (request: Request) => Promise<Who | null>;

const whoIsBy =
  ({ far, sessions }: AppDeps): WhoIs =>
  async (request) => {
    const signIn = await sessions.read(request);
    const seller = far.sellers.find(({ account }) => account === signIn?.account);
    return signIn === null || seller === undefined ? null : { signIn, seller };
  };

/** The marketplace's own pages. */
function pageRoutes({ far, pages }: AppDeps, whoIs: WhoIs): Hono {
  const app = new Hono();

  const page = async (context: Context, name: string, fill: Fill) => {
    const source = pages.get(name);
    if (source === undefined) return context.notFound();
    return context.html(await render(source, preferencesOf(context), fill));
  };

  app.get('/', async (context) => {
    const prefs = preferencesOf(context);
    const who = await whoIs(context.req.raw);
    return page(context, 'index', {
      parts: {
        header: doorway(prefs),
        sellers: sellerCards(far.sellers, who?.seller ?? far.sellers[0]),
        roles: roleCards(prefs.language, who?.signIn.role ?? 'owner'),
      },
      values: { to: safePath(context.req.query('to')) },
    });
  });

  app.get('/:page', async (context) => {
    const name = context.req.param('page');
    if (!isInside(name)) return context.notFound();
    const who = await whoIs(context.req.raw);
    if (who === null) return context.redirect(`/?to=/${name}`, 303);
    const prefs = preferencesOf(context);
    return page(context, name, {
      parts: {
        header: header(prefs, who, `/${name}`, inside[name].bell ? bell : ''),
        panel: far.now === null ? '' : panel(prefs.language, who.seller, far.now()),
      },
      values: { 'connect-url': far.connectUrl ?? '', 'publishable-key': far.publishableKey },
    });
  });
  return app;
}

/** Signing in and out, and what the marketplace remembers of a browser. */
function formRoutes({ far, sessions }: AppDeps): Hono {
  const app = new Hono();

  app.post('/sign-in', async (context) => {
    const { account, role, to } = await context.req.parseBody();
    const seller = far.sellers.find((known) => known.account === account);
    if (seller === undefined || !isRole(role))
      return context.text('Choose a shop and a role.', 400);
    context.header('Set-Cookie', await sessions.begin({ account: seller.account, role }));
    const path = safePath(to);
    return context.redirect(path === '/' ? '/dashboard' : path, 303);
  });

  app.post('/sign-out', (context) => {
    context.header('Set-Cookie', sessions.end());
    return context.redirect('/', 303);
  });

  app.post('/preferences', async (context) => {
    const { language, theme, to } = await context.req.parseBody();
    const options = { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 365 * 86_400 } as const;
    if (isLanguage(language)) setCookie(context, cookies.language, language, options);
    if (isTheme(theme)) setCookie(context, cookies.theme, theme, options);
    if (context.req.header('Accept')?.includes('application/json')) return context.body(null, 204);
    return context.redirect(safePath(to), 303);
  });
  return app;
}

/** The route of Stripe's own quickstart, and nothing more: an account session's client secret. */
function quickstartRoute({ far }: AppDeps, whoIs: WhoIs): Hono {
  const app = new Hono();
  app.post('/account_session', async (context) => {
    const who = await whoIs(context.req.raw);
    if (who === null) return context.json({ error: 'Sign in first.' }, 401);
    const { client_secret } = await far.stripe.accountSessions.create({
      account: who.seller.account,
      components: { payments: { enabled: true }, payouts: { enabled: true } },
    });
    return context.json({ client_secret }, 200, { 'Cache-Control': 'no-store' });
  });
  return app;
}

/** The files that Vite made. Their names carry a digest of what is in them. */
const assets = (dist: string) =>
  serveStatic({
    root: dist,
    onFound: (_path, context) =>
      void context.header('Cache-Control', 'public, max-age=31536000, immutable'),
  });

export function createApp(deps: AppDeps): Hono {
  const { port, far, express, dist, connectScript } = deps;
  const hosts = hostsOf(port);
  const whoIs = whoIsBy(deps);
  const app = new Hono();

  app.use(onlyHosts(hosts));
  if (far.sandbox !== null) app.get(loginPath, guarded(deps), loginPage(far.sandbox));
  // The endpoint has rules of its own for who may write, and webhooks come from no page.
  app.all('/express/*', (context) => express(context.req.raw));
  app.use(guarded(deps));
  if (far.sandbox !== null) {
    app.route(sandboxPath, sandboxRoutes(far.sandbox, sandboxPath, connectScript));
  }
  app.use(onlyOwnWrites(hosts.map((host) => `http://${host}`)));
  app.get('/assets/*', assets(dist));
  app.route('/', formRoutes(deps));
  app.route('/', quickstartRoute(deps, whoIs));
  if (far.sandbox !== null) {
    const sellerOf = async (request: Request) => (await whoIs(request))?.seller ?? null;
    app.route('/panel', panelRoutes(far.sandbox, sellerOf));
  }
  app.route('/', pageRoutes(deps, whoIs));
  return app;
}
