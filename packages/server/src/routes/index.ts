import { Hono } from 'hono';
import { account } from './account.ts';
import { accountSession } from './account-session.ts';
import { activity, activityRead } from './activity.ts';
import { answering, crossOrigin, onError } from './answer.ts';
import { balance } from './balance.ts';
import { earnings } from './earnings.ts';
import { exportCsv } from './export.ts';
import { knownRoute, signedIn } from './guards.ts';
import type { Env, Host } from './host.ts';
import { live } from './live.ts';
import { loginLink } from './login-link.ts';
import { openapi } from './openapi.ts';
import { summary } from './summary.ts';
import { sync } from './sync.ts';
import { transaction } from './transaction.ts';
import { transactions } from './transactions.ts';
import { webhooks } from './webhooks.ts';

/** Every route of the contract, under the host's base. */
export function app(host: Host, base: string): Hono<Env> {
  const hono = new Hono<Env>();
  hono.onError(onError(host));
  hono.use(answering(host), crossOrigin(host), knownRoute(base));

  const routes = hono.basePath(base);
  routes.route('/', openapi());
  routes.route('/', webhooks(host));

  routes.use(signedIn(host));
  routes.route('/', account(host));
  routes.route('/', accountSession(host));
  routes.route('/', balance(host));
  routes.route('/', transactions(host));
  routes.route('/', summary(host));
  routes.route('/', exportCsv(host));
  routes.route('/', transaction(host));
  routes.route('/', earnings(host));
  routes.route('/', activity(host));
  routes.route('/', activityRead(host));
  routes.route('/', live(host));
  routes.route('/', sync(host));
  routes.route('/', loginLink(host));
  return hono;
}
