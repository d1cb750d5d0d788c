import { ExpressError } from '../errors.ts';
import type { StripeGateway } from './gateway.ts';

/** Whose platform this is. */
export interface Platform {
  readonly id: string;
  readonly livemode: boolean;
  readonly displayName: string | null;
  readonly supportUrl: string | null;
}

const fail = (what: string, cause: unknown): never => {
  throw new ExpressError('unavailable', `Failed to start: ${what}`, { cause });
};

/** Asks Stripe whose key this is. Throws one sentence that names the setting at fault. */
export async function readPlatform(stripe: StripeGateway): Promise<Platform> {
  try {
    const [account, balance] = await Promise.all([
      stripe.call('GET /v1/account', {}, (api, options) =>
        api.accounts.retrieveCurrent({}, options),
      ),
      stripe.call('GET /v1/balance', {}, (api, options) => api.balance.retrieve({}, options)),
    ]);
    return {
      id: account.id,
      livemode: balance.livemode,
      displayName:
        account.settings?.dashboard.display_name ?? account.business_profile?.name ?? null,
      supportUrl: account.business_profile?.support_url ?? null,
    };
  } catch (error) {
    const status = error instanceof ExpressError ? error.stripe?.status : null;
    if (status === 401)
      return fail(
        'Stripe does not accept the secret key. Check the key that `stripe` was made with.',
        error,
      );
    if (status === 403)
      return fail(
        'the secret key may not read the platform’s account and balance. Give the restricted key that right.',
        error,
      );
    return fail(
      'Stripe could not be asked whose key this is. Check the network and try again.',
      error,
    );
  }
}

/** The publishable key must be of the same mode: the other one makes every Stripe component fail in the browser. */
export function checkPublishableKey(publishableKey: string, { livemode }: Platform): void {
  if (publishableKey.startsWith('pk_live_') === livemode) return;
  const [own, other] = livemode ? ['live', 'test'] : ['test', 'live'];
  fail(
    `\`publishableKey\` is a ${other} key and the secret key a ${own} one. Give both of one mode.`,
    null,
  );
}
