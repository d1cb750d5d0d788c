/**
 * The real thing in a page without a server: a sandbox, the official SDK over its `fetch`, and the server kit in direct
 * mode. Stories run the same routes as production.
 */
import Stripe from 'stripe';
import {
  createSandbox,
  PUBLISHABLE_KEY,
  SECRET_KEY,
  type Sandbox,
} from '@express-elements/sandbox';
import { installStripeConnect } from '@express-elements/sandbox/connect';
import {
  createExpress,
  defaultRoles,
  direct,
  type Components,
  type Express,
  type Roles,
} from '@express-elements/server';

/** The catalogue's today, frozen: Monday, 23 November 2026, 19:30 in Berlin, 13:30 in New York. */
const NOW = Date.UTC(2026, 10, 23, 18, 30) / 1000;

let world: Sandbox | undefined;

/** One world a page, and Stripe's stand-in on it. */
function theWorld(): Sandbox {
  if (world) return world;
  world = createSandbox({ seed: 'market', now: NOW });
  const { fetch } = world;
  installStripeConnect(window, {
    fetch: (input, init) => fetch(input, init),
    baseUrl: location.origin,
  });
  return world;
}

export interface SignIn {
  /** The place in the sandbox's order of sellers. */
  readonly seller: number;
  readonly role: string;
}

/** Issuing and Treasury are for platforms that have them: no role of ours begins with them. */
const issuing: Components = {
  issuing_card: {
    card_management: true,
    card_spend_dispute_management: true,
    cardholder_management: true,
    spend_control_management: true,
  },
  issuing_cards_list: {
    disable_stripe_user_authentication: false,
    card_management: true,
    card_spend_dispute_management: true,
    cardholder_management: true,
    spend_control_management: true,
  },
  financial_account: {
    disable_stripe_user_authentication: false,
    external_account_collection: true,
    send_money: true,
    transfer_balance: true,
  },
  financial_account_transactions: { card_spend_dispute_management: true },
};

const roles: Roles = {
  ...defaultRoles,
  'owner with Issuing': {
    ...defaultRoles.owner,
    components: { ...defaultRoles.owner.components, ...issuing },
  },
};

const stripeOf = (sandbox: Sandbox): Stripe =>
  new Stripe(SECRET_KEY, {
    httpClient: Stripe.createFetchHttpClient((input: Request | string | URL, init?: RequestInit) =>
      sandbox.fetch(input, init),
    ),
  });

/** The newest object of a seller in the catalogue's world, for stories that show one. */
export async function newest(
  list: 'charges' | 'payouts' | 'disputes',
  seller = 0,
): Promise<Record<string, unknown>> {
  const sandbox = theWorld();
  const stripeAccount = sandbox.sellers[seller]?.account ?? '';
  const { data } = await stripeOf(sandbox)[list].list({ limit: 1 }, { stripeAccount });
  return { ...data[0] };
}

const hosts = new Map<string, Express>();

/** The host's back end for a sign-in. */
function hostFor({ seller, role }: SignIn): Express {
  const key = `${seller} ${role}`;
  const known = hosts.get(key);
  if (known) return known;
  const sandbox = theWorld();
  const account = sandbox.sellers[seller]?.account ?? '';
  const host = createExpress({
    stripe: stripeOf(sandbox),
    publishableKey: PUBLISHABLE_KEY,
    ledger: direct(),
    roles,
    webhooks: 'none',
    authorize: () => ({ account, role, viewer: 'catalogue', via: 'token' }),
    metadata: ['order_id'],
    loginOrigins: [location.origin],
    now: () => sandbox.now(),
  });
  hosts.set(key, host);
  return host;
}

/** What a story puts in place of one answer; the rest is answered by the host. */
export type Answer = (
  request: Request,
  host: (request: Request) => Promise<Response>,
) => Promise<Response>;

/** Answers by path under the endpoint (`/balance`); a whole endpoint by `*`. */
export type Answers = Readonly<Record<string, Answer>>;

export const endpoint = '/express';

/** The `fetch` of a provider. */
export function fetchFor(
  signIn: SignIn,
  answers: Answers,
): (request: Request) => Promise<Response> {
  const host = hostFor(signIn);
  return (request) => {
    const path = new URL(request.url).pathname.slice(endpoint.length);
    const answer = answers[path] ?? answers['*'];
    return answer ? answer(request, (asked) => host.fetch(asked)) : host.fetch(request);
  };
}
