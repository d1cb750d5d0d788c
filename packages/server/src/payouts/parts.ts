import type { PayoutParts } from '@express-elements/contract';
import type Stripe from 'stripe';
import type { LedgerAccount } from '../ledger/ledger.ts';
import type { Host } from '../routes/host.ts';
import { ifFound } from '../stripe/errors.ts';
import { partsOf, stateOf } from './parts.model.ts';

const retrieve = ({ stripe }: Host, account: string, id: string): Promise<Stripe.Payout | null> =>
  ifFound(
    stripe.call('GET /v1/payouts/:id', { account }, (api, options) =>
      api.payouts.retrieve(id, { expand: ['balance_transaction'] }, options),
    ),
  );

/** How a payout comes to its amount; null where the account has none of this id. */
export async function payoutParts(
  host: Host,
  account: LedgerAccount,
  id: string,
): Promise<PayoutParts | null> {
  const payout = await retrieve(host, account.id, id);
  if (!payout) return null;
  const isTold = stateOf(payout) === 'known';
  return partsOf(payout, isTold ? await host.ledger.for(account).payoutSums(id) : null);
}
