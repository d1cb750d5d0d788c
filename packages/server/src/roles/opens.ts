import type { ActivityItem, Opens, Row } from '@express-elements/contract';
import type { ComponentName, Components } from './components.ts';

const opens = (components: Components, name: ComponentName, id: string | null): Opens | null =>
  components[name] ? { element: name.replaceAll('_', '-'), id } : null;

type WithRelated = Row & { readonly related: readonly Row[] };

/** The payment that a transaction is, or that it takes back. */
const paymentOf = ({ source, related }: WithRelated): string | null =>
  [source, ...related.map((row) => row.source)].find((one) => one?.object === 'charge')?.id ?? null;

/** What opens a transaction in Stripe's own words, where the role has the component for it. */
export function opensTransaction(transaction: WithRelated, components: Components): Opens | null {
  if (transaction.source?.object === 'payout')
    return opens(components, 'payout_details', transaction.source.id);
  const payment = paymentOf(transaction);
  return payment === null ? null : opens(components, 'payment_details', payment);
}

const text = (value: ActivityItem['data'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** What each kind of object opens. Requirements and bank accounts have no page of their own. */
const openers: Record<
  string,
  (item: Pick<ActivityItem, 'object' | 'data'>, components: Components) => Opens | null
> = {
  payout: ({ object }, components) => opens(components, 'payout_details', object.id),
  charge: ({ object }, components) => opens(components, 'payment_details', object.id),
  refund: ({ data }, components) => opensPayment(text(data['charge']), components),
  dispute: ({ data }, components) => opensPayment(text(data['charge']), components),
  account: (_, components) =>
    opens(components, 'account_onboarding', null) ?? opens(components, 'account_management', null),
  capability: (_, components) => opens(components, 'account_management', null),
  bank_account: (_, components) => opens(components, 'account_management', null),
  card: (_, components) => opens(components, 'account_management', null),
  balance_settings: (_, components) => opens(components, 'balances', null),
  balance: (_, components) => opens(components, 'balances', null),
  topup: (_, components) => opens(components, 'balances', null),
};

const opensPayment = (charge: string | null, components: Components): Opens | null =>
  charge === null ? null : opens(components, 'payment_details', charge);

/** What opens an item of the feed, or something that needs the seller. */
export function opensItem(
  item: Pick<ActivityItem, 'object' | 'data'>,
  components: Components,
): Opens | null {
  const opener = Object.hasOwn(openers, item.object.type) ? openers[item.object.type] : undefined;
  return opener?.(item, components) ?? null;
}
