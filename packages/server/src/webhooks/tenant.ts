import type Stripe from 'stripe';

const isAccount = (value: unknown): value is string =>
  typeof value === 'string' && /^acct_[A-Za-z0-9]{1,64}$/.test(value);

const destinationOf = (transfer: Stripe.Transfer): unknown =>
  typeof transfer.destination === 'string' ? transfer.destination : transfer.destination?.id;

/** The platform's own events that are about one connected account. Nothing else without `account` is anybody's. */
const tenants: Partial<Record<Stripe.Event['type'], (event: Stripe.Event) => unknown>> = {
  'transfer.created': (event) =>
    event.type === 'transfer.created' && destinationOf(event.data.object),
  'transfer.reversed': (event) =>
    event.type === 'transfer.reversed' && destinationOf(event.data.object),
  'transfer.updated': (event) =>
    event.type === 'transfer.updated' && destinationOf(event.data.object),
};

/** The connected account that a webhook is about; null: acknowledged and shown to nobody. */
export function tenantOf(event: Stripe.Event): string | null {
  const account = event.account ?? tenants[event.type]?.(event);
  return isAccount(account) ? account : null;
}
