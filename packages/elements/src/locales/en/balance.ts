import { plural } from '../plural.ts';

const n = plural('en');

/** express-balance */
export const balance = {
  label: 'Balance',
  total: 'Total balance',
  available: (amount: string) => `${amount} available now`,
  onTheWay: 'On the way to your bank',
  /** @param when the day the next of them arrives, '' where not known */
  payouts: (count: number, shown: string, when: string) =>
    n(count, {
      one: when ? `${shown} payout, ${when}` : `${shown} payout`,
      other: when ? `${shown} payouts, next ${when}` : `${shown} payouts`,
    }),
  nothingOnTheWay: 'No payout on its way',
  soon: 'Available soon',
  /** @param date the day by which all of it is available */
  by: (date: string) => `by ${date}`,
  /** @param date the one day on which it is */
  on: (date: string) => `on ${date}`,
  nothingSoon: 'Nothing pending',
  nextPayout: 'Next payout',
  /** By the schedule; Stripe has not made it yet. */
  nextExpected: 'Next payout, expected',
  /** @param amount of a payout that Stripe has made */
  ofAmount: (amount: string, to: string) => (to ? `${amount} to ${to}` : amount),
  /** Bank and last four digits. */
  account: (name: string, last4: string) => `${name} ••••\u00a0${last4}`,
  bankAccount: 'Bank account',
  card: 'Card',
  manualPayouts: 'When you ask for it',
  noPayout: 'None planned',
  paused: 'Paused',
  pausedTitle: 'Payouts are paused',
  /** @param platform its name, '' where not known */
  pausedWhy: {
    requirements: () => 'Stripe needs more information from you before it pays out again.',
    verification: () => 'Stripe is checking what you sent. There is nothing you need to do now.',
    review: () => 'Stripe is reviewing your account and writes to you if it needs anything.',
    rejected: (platform: string) =>
      `Stripe no longer pays out to this account. Ask ${platform || 'your platform'} what you can do.`,
    platform: (platform: string) =>
      `${platform || 'Your platform'} has stopped your payouts. Ask them what is needed.`,
    destination: () =>
      'The last payout could not reach your bank account. Correct it or add another.',
    other: () => 'Stripe pays nothing out at the moment. See what it needs from you.',
  },
  stillArrives: 'What is on its way still arrives.',
  negativeTitle: 'Your balance is below zero',
  negativeWhy:
    'Refunds, disputes and fees were more than your sales. Your next payments go towards this first.',
  negativeDebit: 'Stripe may also take it from your bank account.',
  seeNeeds: 'See what Stripe needs',
  changeBank: 'Change bank account',
  addMoney: 'Add money',
  /** @param platform its name, '' where not known */
  contact: (platform: string) => `Contact ${platform || 'your platform'}`,
  setAside: 'Set aside for refunds and disputes',
  manage: 'Manage payouts',
  hide: 'Hide payouts',
  failed: "We couldn't load your balance",
  stale: 'This may not be up to date.',
  empty: 'No balance yet',
  emptyHint: 'Your first payment will show here the moment it comes in.',
};
