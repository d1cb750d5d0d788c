import { plural } from '../plural.ts';

const n = plural('en');

/** What each figure is: what counts into it, what does not. */
export const explain = {
  /** @param count how many, as written: 1,284 */
  showRows: (count: number, shown: string) =>
    n(count, { one: `Show the transaction`, other: `Show the ${shown} transactions` }),
  /** The list does not hold all the rows that make the figure. */
  partly: (date: string) =>
    `The list reaches back to ${date} and does not hold all that makes this figure.`,
  feesHint: 'Their fees add up to it.',
  total: {
    counts: 'What you have at Stripe: what can be paid out now, and what becomes available soon.',
    not: 'What is on the way to your bank has left it already. What is set aside or held in reserve is not in it.',
  },
  onTheWay: {
    counts: 'Payouts that Stripe has made and that have not reached your bank yet.',
    not: 'They are not in your total balance any more. Payouts that arrived, failed or were canceled do not count.',
  },
  soon: {
    counts:
      'Payments that came in, less refunds, disputes and fees, until the day Stripe makes them available.',
    not: 'What is available already is not in it. A payout needs some days more to reach your bank.',
  },
  nextMade: {
    counts: 'The payout that arrives first, and the day on which Stripe expects it at your bank.',
    not: 'Your bank may take a day or two longer, more so around holidays.',
  },
  nextExpected: {
    counts: 'By your payout schedule, the day on which the next payout should reach your bank.',
    not: 'Stripe has not made it yet, so its amount is not known. Holidays may put it off.',
  },
  nextNone: {
    counts:
      'The payout that arrives first: one that Stripe has made, or the next by your schedule.',
    not: 'There is none while payouts are paused, are made by hand, or there is nothing to pay out.',
  },
  setAside: {
    counts: 'Money that you put aside, from which refunds and disputes can be paid.',
    not: 'It is not in your total balance and is not paid out.',
  },
  net: {
    counts:
      'What you earned: payments, less refunds, disputes and fees, each on the day it happened.',
    not: 'Payouts, money added or set aside, reserves and bills that Stripe sends apart do not count.',
  },
  gross: {
    counts: 'Payments and transfers as they came in, before fees.',
    not: 'Nothing is taken off for refunds and disputes: they count apart, on their own day.',
  },
  refunds: {
    counts: 'What went back to customers, and payments that failed later.',
    not: 'A refund that failed came back to you and makes it smaller. The fee of a payment is as a rule not given back.',
  },
  disputes: {
    counts: "What customers' banks took back, less what you got back by winning.",
    not: 'The fee of a dispute counts as a fee.',
  },
  fees: {
    counts: 'What Stripe and the platform took off these payments, refunds and disputes.',
    not: 'Bills that are sent apart, such as a monthly fee, do not count.',
  },
};
