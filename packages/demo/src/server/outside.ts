/** Stripe itself, or a separately served stand-in: the settings are tried before anybody signs in. */
import { join } from 'node:path';
import Stripe from 'stripe';
import { sellerOf, type FarSide } from './far-side.ts';
import { SettingError, type OutsideStripe } from './settings.ts';

const portOf = ({ port, protocol }: URL): string =>
  port === '' ? (protocol === 'http:' ? '80' : '443') : port;

function clientOf({ secretKey, apiBase }: OutsideStripe): Stripe {
  if (apiBase === null) return new Stripe(secretKey);
  return new Stripe(secretKey, {
    host: apiBase.hostname,
    port: portOf(apiBase),
    protocol: apiBase.protocol === 'http:' ? 'http' : 'https',
  });
}

/** Which setting is to blame when a call to check them fails, in whole sentences; null where none of them is. */
function blame(
  error: unknown,
  settings: OutsideStripe,
): [setting: string, sentence: string] | null {
  const { account, apiBase } = settings;
  if (error instanceof Stripe.errors.StripeAuthenticationError) {
    return ['STRIPE_SECRET_KEY', 'STRIPE_SECRET_KEY is not a key that Stripe knows.'];
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const where = apiBase === null ? 'Stripe' : `STRIPE_API_BASE (${apiBase.origin})`;
    return ['STRIPE_API_BASE', `${where} cannot be reached: ${error.message}`];
  }
  if (
    error instanceof Stripe.errors.StripePermissionError ||
    error instanceof Stripe.errors.StripeInvalidRequestError
  ) {
    return [
      'STRIPE_ACCOUNT',
      `STRIPE_ACCOUNT ${account} is not a connected account of the platform that STRIPE_SECRET_KEY belongs to.`,
    ];
  }
  return null;
}

async function checked<T>(settings: OutsideStripe, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    const found = blame(cause, settings);
    if (found === null) throw cause;
    throw new SettingError(...found, { cause });
  }
}

/** @param data the demo's folder: this side keeps its ledger apart from the sandbox's */
export async function openOutside(settings: OutsideStripe, data: string): Promise<FarSide> {
  const stripe = clientOf(settings);
  const seller = await checked(settings, sellerOf(stripe, settings.account));
  const { apiBase, connectUrl, webhookSecret } = settings;
  return {
    stripe,
    publishableKey: settings.publishableKey,
    sellers: [seller],
    now: null,
    webhooks: webhookSecret === null ? 'none' : { secrets: [webhookSecret] },
    connectUrl: connectUrl?.href ?? null,
    loginOrigins: apiBase === null ? [] : [apiBase.origin],
    world: null,
    sandbox: null,
    undelivered: null,
    ledgerFolder: join(data, 'stripe', 'ledger'),
  };
}
