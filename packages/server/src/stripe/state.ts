/** What several routes read of an account's present state. */
import type Stripe from 'stripe';
import type { StripeGateway } from './gateway.ts';

const DAY = 86_400;
/** A payout that is still on its way was made within this time; so was one whose failure is still open. */
const PAYOUT_DAYS = 60;
/** Networks give some weeks to answer a dispute, and an appeal some more. */
const DISPUTE_DAYS = 180;
const BATCH = 100;

interface Listed<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
}

/** Every item of a list, a hundred at a time. */
export async function all<T extends { readonly id: string }>(
  list: (startingAfter: { starting_after?: string }) => Promise<Listed<T>>,
): Promise<T[]> {
  const items: T[] = [];
  for (;;) {
    const last = items.at(-1);
    const page = await list(last ? { starting_after: last.id } : {});
    items.push(...page.data);
    if (!page.has_more || page.data.length === 0) return items;
  }
}

/** The payouts of the last two months, newest first. */
export const recentPayouts = (
  stripe: StripeGateway,
  account: string,
  now: number,
): Promise<Stripe.Payout[]> =>
  all((after) =>
    stripe.call('GET /v1/payouts', { account }, (api, options) =>
      api.payouts.list(
        { limit: BATCH, created: { gte: now - PAYOUT_DAYS * DAY }, ...after },
        options,
      ),
    ),
  );

/** The disputes that may still be open. */
export const recentDisputes = (
  stripe: StripeGateway,
  account: string,
  now: number,
): Promise<Stripe.Dispute[]> =>
  all((after) =>
    stripe.call('GET /v1/disputes', { account }, (api, options) =>
      api.disputes.list(
        { limit: BATCH, created: { gte: now - DISPUTE_DAYS * DAY }, ...after },
        options,
      ),
    ),
  );

/** Bank accounts and cards that payouts go to. */
export const externalAccounts = (
  stripe: StripeGateway,
  account: string,
): Promise<Stripe.ExternalAccount[]> =>
  all((after) =>
    stripe.call('GET /v1/accounts/:id/external_accounts', {}, (api, options) =>
      api.accounts.listExternalAccounts(account, { limit: BATCH, ...after }, options),
    ),
  );
