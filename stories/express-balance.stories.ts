import type { Balance, CurrencyBalance } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-balance';
import { changed, failing, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'express-balance',
  component: 'express-balance',
  render: () => element('express-balance', { view: 'summary' }),
};
export default meta;

const first = (change: (balance: CurrencyBalance) => Partial<CurrencyBalance>) =>
  changed<Balance>('balance', (balance) => ({
    ...balance,
    currencies: balance.currencies.map((currency, index) =>
      index === 0 ? { ...currency, ...change(currency) } : currency,
    ),
  }));

const negative = first(() => ({
  total: -21_460,
  available: -21_460,
  pending: 0,
  pending_by_date: [],
  in_transit: { amount: 0, count: 0, next_arrival: null },
  next_payout: null,
}));
const nothing = first(() => ({
  total: 0,
  available: 0,
  pending: 0,
  pending_by_date: [],
  in_transit: { amount: 0, count: 0, next_arrival: null },
  instant_available: 0,
  next_payout: null,
}));
const paused = changed<Balance>('balance', (balance) => ({
  ...balance,
  schedule: { ...balance.schedule, payouts_enabled: false },
}));

export const Summary: StoryObj = { decorators: [inPage()] };
export const SeveralCurrencies: StoryObj = { decorators: [inPage({ signIn: { seller: 2 } })] };
export const NoDecimals: StoryObj = { decorators: [inPage({ signIn: { seller: 1 } })] };
/** The headline is ours; below it is what Stripe draws. */
export const Full: StoryObj = {
  render: () => element('express-balance', { view: 'full' }),
  decorators: [inPage({ signIn: { role: 'owner' } })],
};
export const StripeOnly: StoryObj = {
  render: () => element('express-balance', { view: 'stripe' }),
  decorators: [inPage({ signIn: { role: 'owner' }, note: 'Stripe draws this part.' })],
};
export const BelowZero: StoryObj = { decorators: [inPage({ answers: { '/balance': negative } })] };
export const NothingYet: StoryObj = { decorators: [inPage({ answers: { '/balance': nothing } })] };
export const PayoutsPaused: StoryObj = {
  decorators: [inPage({ answers: { '/balance': paused } })],
};
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/balance': pending } })] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/balance': failing(502, 'stripe_error', 'api') } })],
};
/** Support may not see the balance: the page's own content stands there. */
export const NotOffered: StoryObj = {
  render: () => element('express-balance', {}, 'Your balance is shown to owners.'),
  decorators: [inPage({ signIn: { role: 'support' } })],
};
