import type { Balance, CurrencyBalance, PauseReason } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-transactions';
import { changed, failing, pending } from './support/answers.ts';
import { element, inPage, readyIn } from './support/page.ts';

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
const paused = (reason: PauseReason) =>
  changed<Balance>('balance', (balance) => ({
    ...balance,
    schedule: { ...balance.schedule, payouts_enabled: false },
    currencies: balance.currencies.map((currency) => ({ ...currency, paused: reason })),
  }));
const nothingSent = { in_transit: { amount: 0, count: 0, next_arrival: null }, next_payout: null };
const bankFailed = first(() => ({ ...nothingSent, paused: 'destination' }));
const byHand = changed<Balance>('balance', (balance) => ({
  ...balance,
  schedule: { ...balance.schedule, interval: 'manual' },
  currencies: balance.currencies.map((currency) => ({ ...currency, ...nothingSent })),
}));
const expected = first(({ next_payout: next }) => ({
  in_transit: nothingSent.in_transit,
  next_payout: next && { ...next, id: null, reconciled: false, status: 'expected', amount: null },
}));
const setAside = first(() => ({ prefunding: { available: 50_000, pending: 0 } }));
/** Six currencies, of which the long figures of one are the widest there are. */
const many = changed<Balance>('balance', (balance) => {
  const [own] = balance.currencies;
  if (!own) return balance;
  const others = ['aud', 'cad', 'chf', 'idr', 'jpy'].map((currency, index) => ({
    ...own,
    currency,
    total: 120_410 * (index + 1) ** 4,
  }));
  const wide = { total: 1_234_567_890, available: 900_000_000, pending: 334_567_890 };
  return { ...balance, currencies: [{ ...own, ...wide, pending_by_date: null }, ...others] };
});

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
/** Stripe needs something: what was sent before still arrives. */
export const PayoutsPaused: StoryObj = {
  decorators: [inPage({ answers: { '/balance': paused('requirements') } })],
};
export const UnderReview: StoryObj = {
  decorators: [inPage({ answers: { '/balance': paused('review') } })],
};
export const PausedByThePlatform: StoryObj = {
  decorators: [inPage({ answers: { '/balance': paused('platform') } })],
};
export const BankAccountFailed: StoryObj = {
  decorators: [inPage({ answers: { '/balance': bankFailed } })],
};
export const PayoutsByHand: StoryObj = {
  decorators: [inPage({ answers: { '/balance': byHand } })],
};
/** By the schedule: Stripe has made no payout yet, so nobody knows its amount. */
export const PayoutExpected: StoryObj = {
  decorators: [inPage({ answers: { '/balance': expected } })],
};
export const MoneySetAside: StoryObj = {
  decorators: [inPage({ answers: { '/balance': setAside } })],
};
export const ManyCurrencies: StoryObj = {
  decorators: [inPage({ answers: { '/balance': many } })],
};
/** What a figure is, and a link to the rows that add up to it, for there is a list on the page. */
export const Explained: StoryObj = {
  render: () => {
    const both = document.createElement('div');
    both.append(element('express-balance', { view: 'summary' }), element('express-transactions'));
    return both;
  },
  decorators: [inPage()],
  play: async ({ canvasElement }) => {
    await readyIn(canvasElement, 'express-transactions');
    const balance = await readyIn(canvasElement, 'express-balance');
    balance.querySelector<HTMLElement>('[part~="soon"] [part="explain"]')?.click();
  },
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
