import { loginLinkBodySchema, routes, type LoginLink } from '@express-elements/contract';
import { Hono } from 'hono';
import { checkAccount } from '../auth/authorize.ts';
import { ExpressError } from '../errors.ts';
import { dashboardOf } from './account.ts';
import { only } from './guards.ts';
import type { Env, Host, RouteContext } from './host.ts';
import { BODY_LIMIT, limit, mediaTypeOf, parseBody, parseJson } from './validate.ts';

const STRIPE = 'https://connect.stripe.com';

/** Whether a link leads where login links lead. Nothing else is ever followed, whoever answered it. */
export function isLoginLink(url: string, origins: ReadonlySet<string>): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return (origin === STRIPE || origins.has(origin)) && username === '' && password === '';
}

async function mint(host: Host, account: string): Promise<string> {
  const state = await host.accounts.state(account);
  if (dashboardOf(state) !== 'express')
    throw new ExpressError('not_allowed', 'This account has no Express Dashboard.');
  const { url } = await host.stripe.call('POST /v1/accounts/:id/login_links', {}, (api, options) =>
    api.accounts.createLoginLink(account, {}, options),
  );
  if (isLoginLink(url, host.loginOrigins)) return url;
  host.log(
    'error',
    'A login link leads to a host that is not Stripe’s, so it was not followed. Add its origin to `loginOrigins` if it is a stand-in of yours.',
  );
  throw new ExpressError('stripe_error', 'Stripe gave no usable link. Try again.');
}

/** The body of either way of asking, and whether it was a form. */
async function readBody(
  c: RouteContext,
): Promise<{ isForm: boolean; expected: string | undefined }> {
  const media = mediaTypeOf(c.req.header('Content-Type'));
  if (media === 'application/x-www-form-urlencoded') {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    return { isForm: true, expected: parseBody(loginLinkBodySchema, form).expected_account };
  }
  if (media === 'application/json') {
    const body = parseBody(loginLinkBodySchema, parseJson(await c.req.text()));
    return { isForm: false, expected: body.expected_account };
  }
  throw new ExpressError('unsupported_media_type', 'Send a form, or the body as application/json.');
}

/** `POST /login-link`: minted at the click, never kept. A form is led there at once, so it works without script. */
export const loginLink = (host: Host) =>
  new Hono<Env>().post(
    routes.loginLink.path,
    only((role) => role.login_link),
    limit(BODY_LIMIT),
    async (c) => {
      const { account } = c.get('visitor');
      const { isForm, expected } = await readBody(c);
      checkAccount(expected, account);
      const url = await mint(host, account);
      if (isForm) return c.redirect(url, 303);
      return c.json({ url } satisfies LoginLink);
    },
  );
