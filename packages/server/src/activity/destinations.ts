import type { ActivityItem } from '@express-elements/contract';
import type Stripe from 'stripe';
import { destinationData } from './items.ts';

/**
 * Items with the bank's name and last four digits beside a destination's id, where the account still has it: a payout
 * to a bank account that was since removed keeps the id alone.
 */
export function withDestinations(
  items: readonly ActivityItem[],
  destinations: readonly Stripe.ExternalAccount[],
): ActivityItem[] {
  const known = new Map(destinations.map((destination) => [destination.id, destination]));
  return items.map((item) => {
    const { destination } = item.data;
    const found = typeof destination === 'string' ? known.get(destination) : undefined;
    if (!found) return item;
    const { name, last4 } = destinationData(found);
    return { ...item, data: { ...item.data, name: name ?? null, last4: last4 ?? null } };
  });
}
