import { routes, type AccountSession } from '@express-elements/contract';
import { Hono } from 'hono';
import type Stripe from 'stripe';
import { ExpressError } from '../errors.ts';
import type { ComponentName, Components } from '../roles/components.ts';
import { grantedComponents } from '../roles/features.ts';
import { only } from './guards.ts';
import type { Env, Host } from './host.ts';
import { BODY_LIMIT, body, limit } from './validate.ts';

type Params = Stripe.AccountSessionCreateParams.Components;

/** What Stripe is asked for. A component without features goes without them: an empty hash cannot be sent. */
export function sessionComponents(components: Components): Params {
  const entries = Object.entries(components).map(([name, features]) => [
    name,
    Object.keys(features).length > 0 ? { enabled: true, features } : { enabled: true },
  ]);
  return Object.fromEntries(entries);
}

/** The component that a refusal of Stripe's names: `components[balances][features][instant_payouts]`. */
export function refusedComponent(error: unknown, components: Components): ComponentName | null {
  if (!(error instanceof ExpressError) || error.stripe?.status !== 400) return null;
  const name = /^components\[(\w+)\]/.exec(error.stripe.param ?? '')?.[1];
  const granted = Object.keys(components) as ComponentName[];
  return granted.find((component) => component === name) ?? null;
}

const without = (components: Components, name: ComponentName): Components =>
  Object.fromEntries(Object.entries(components).filter(([component]) => component !== name));

/** Asks for a session; a grant that Stripe refuses takes its component with it, and not the whole session. */
async function createSession(
  host: Host,
  account: string,
  components: Components,
): Promise<Stripe.AccountSession> {
  const ask = (granted: Components): Promise<Stripe.AccountSession> =>
    host.stripe.call('POST /v1/account_sessions', {}, (stripe, options) =>
      stripe.accountSessions.create({ account, components: sessionComponents(granted) }, options),
    );
  try {
    return await ask(components);
  } catch (error) {
    const refused = refusedComponent(error, components);
    if (refused === null || !(error instanceof ExpressError)) throw error;
    host.log(
      'warn',
      `Stripe refused \`${refused}\`, so this session goes without it. Change the role's components.`,
      {
        component: refused,
        stripe: error.stripe,
      },
    );
    return ask(without(components, refused));
  }
}

const grantsOf = (session: Stripe.AccountSession): AccountSession['components'] =>
  Object.fromEntries(
    Object.entries(session.components).map(([name, { enabled, features }]) => [
      name,
      { enabled, features: { ...features } },
    ]),
  );

/** `POST /account-session`: a new client secret each time, for what the role may. */
export const accountSession = (host: Host) =>
  new Hono<Env>().post(
    routes.accountSession.path,
    only((role) => Object.keys(grantedComponents(role.components, host.features)).length > 0),
    limit(BODY_LIMIT),
    body(routes.accountSession.body),
    async (c) => {
      const { account, role } = c.get('visitor');
      const components = grantedComponents(c.get('role').components, host.features);
      const session = await createSession(host, account, components);
      if (session.account !== account)
        throw new ExpressError('stripe_error', 'Stripe answered for another account. Try again.');
      return c.json({
        client_secret: session.client_secret,
        publishable_key: host.publishableKey,
        expires_at: session.expires_at,
        expires_in: Math.max(0, session.expires_at - host.wall()),
        livemode: session.livemode,
        account,
        components: grantsOf(session),
        role,
      } satisfies AccountSession);
    },
  );
