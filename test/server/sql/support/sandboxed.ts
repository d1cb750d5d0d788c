import { createSandbox, SECRET_KEY, type Sandbox } from '@express-elements/sandbox';
import Stripe from 'stripe';
import type { LedgerAccount } from '../../../../packages/server/src/ledger/ledger.ts';
import { fromStripe } from '../../../../packages/server/src/stripe/errors.ts';
import type { StripeGateway } from '../../../../packages/server/src/stripe/gateway.ts';

export interface Sandboxed {
  readonly sandbox: Sandbox;
  /** The SDK over the sandbox, and a gateway that waits for no limit. */
  readonly sdk: Stripe;
  readonly stripe: StripeGateway;
  account(id: string): Promise<LedgerAccount>;
}

/** A world of its own, whose clock stands still. */
export function sandboxed(options: Parameters<typeof createSandbox>[0]): Sandboxed {
  const sandbox = createSandbox(options);
  const sdk = new Stripe(SECRET_KEY, {
    httpClient: Stripe.createFetchHttpClient(sandbox.fetch),
    maxNetworkRetries: 0,
  });
  return {
    sandbox,
    sdk,
    stripe: {
      async call(_endpoint, { account }, run) {
        try {
          return await run(sdk, account === undefined ? {} : { stripeAccount: account });
        } catch (error) {
          throw fromStripe(error);
        }
      },
    },
    async account(id) {
      const account = await sdk.accounts.retrieve(id);
      return {
        id,
        timeZone: account.settings?.dashboard.timezone ?? 'UTC',
        defaultCurrency: account.default_currency ?? 'usd',
        created: account.created ?? null,
      };
    },
  };
}

/** What Stripe's balance says: available + pending, by currency. */
export async function balanceOf(sdk: Stripe, account: string): Promise<Map<string, number>> {
  const balance = await sdk.balance.retrieve({}, { stripeAccount: account });
  const sums = new Map<string, number>();
  for (const { currency, amount } of [...balance.available, ...balance.pending])
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return sums;
}
