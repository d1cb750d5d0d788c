import type { LiveTopic } from '@express-elements/contract';
import type Stripe from 'stripe';

/** What an event of each family changes. The first that fits decides; what is not here changes nothing shown. */
const topicsOfFamily: readonly (readonly [RegExp, readonly LiveTopic[]])[] = [
  [/^payout\./, ['balance', 'transactions', 'activity']],
  [/^charge\.dispute\./, ['balance', 'transactions', 'activity']],
  [
    /^(charge|refund|topup|transfer|application_fee|reserve)\./,
    ['balance', 'transactions', 'activity'],
  ],
  [/^balance\.available$/, ['balance', 'transactions', 'activity']],
  [/^balance_settings\./, ['balance', 'activity']],
  [/^(account|capability|person)\./, ['balance', 'activity']],
];

/** The topics of `GET /live` that an event touches. */
export const topicsOf = (type: Stripe.Event['type']): readonly LiveTopic[] =>
  topicsOfFamily.find(([family]) => family.test(type))?.[1] ?? [];
