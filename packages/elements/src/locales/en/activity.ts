import type { ActivityKind, NeedKind } from '@express-elements/contract';
import { plural } from '../plural.ts';

const n = plural('en');

/** What the words of an item are made of: amounts, dates and names already in words, '' where not known. */
export interface ItemWords {
  readonly amount: string;
  /** A date in the account's time zone. */
  readonly date: string;
  /** Bank and last four digits. */
  readonly bank: string;
  /** Whose payment it was and what for. */
  readonly about: string;
  readonly reason: string;
}

type Say = (words: ItemWords) => string;

const titles: Record<ActivityKind, Say> = {
  payout_upcoming: ({ amount }) => `Payout of ${amount} is coming up`,
  payout_sent: ({ amount }) => `Payout of ${amount} on its way`,
  payout_paid: ({ amount }) => `Payout of ${amount} arrived`,
  payout_failed: ({ amount }) => `Payout of ${amount} failed`,
  payout_canceled: ({ amount }) => `Payout of ${amount} canceled`,
  refund_created: ({ amount }) => `${amount} refunded`,
  refund_failed: ({ amount }) => `Refund of ${amount} failed`,
  dispute_opened: ({ amount }) => `Dispute of ${amount} opened`,
  dispute_funds_withdrawn: ({ amount }) => `${amount} withdrawn for a dispute`,
  dispute_funds_reinstated: ({ amount }) => `${amount} returned from a dispute`,
  dispute_evidence_due: ({ amount }) => `Dispute of ${amount} waits for your reply`,
  dispute_won: ({ amount }) => `Dispute of ${amount} won`,
  dispute_lost: ({ amount }) => `Dispute of ${amount} lost`,
  dispute_closed: ({ amount }) => `Dispute of ${amount} closed`,
  payment_first: ({ amount }) => `Your first payment: ${amount}`,
  payment_received: ({ amount }) => `Payment of ${amount}`,
  requirements_due: () => 'Stripe needs more information',
  payouts_paused: () => 'Payouts paused',
  payouts_resumed: () => 'Payouts resumed',
  capability_changed: () => 'What you can accept has changed',
  bank_account_added: () => 'Bank account added',
  bank_account_changed: () => 'Bank account changed',
  bank_account_removed: () => 'Bank account removed',
  payout_schedule_changed: () => 'Payout schedule changed',
  account_updated: () => 'Account details updated',
  balance_negative: ({ amount }) => `Balance fell below zero: ${amount}`,
  balance_topped_up: ({ amount }) => `${amount} added to your balance`,
};

const arrives: Say = ({ date, bank }) => (date ? `Arrives ${date}` : bank);
const about: Say = (words) => words.about;
const bank: Say = (words) => words.bank;
const nothing: Say = () => '';

const details: Record<ActivityKind, Say> = {
  payout_upcoming: arrives,
  payout_sent: arrives,
  payout_paid: bank,
  payout_failed: ({ reason, bank: to }) => reason || to,
  payout_canceled: bank,
  refund_created: about,
  refund_failed: about,
  dispute_opened: about,
  dispute_funds_withdrawn: about,
  dispute_funds_reinstated: about,
  dispute_evidence_due: ({ date }) => (date ? `Evidence due ${date}` : ''),
  dispute_won: about,
  dispute_lost: about,
  dispute_closed: about,
  payment_first: about,
  payment_received: about,
  requirements_due: ({ date }) => (date ? `Due ${date}` : ''),
  payouts_paused: ({ reason }) => reason,
  payouts_resumed: nothing,
  capability_changed: nothing,
  bank_account_added: bank,
  bank_account_changed: ({ bank: to }) => (to ? `Now ${to}` : ''),
  bank_account_removed: bank,
  payout_schedule_changed: nothing,
  account_updated: nothing,
  balance_negative: () => 'The payments after it go towards it first.',
  balance_topped_up: nothing,
};

const needTitles: Record<NeedKind, Say> = {
  dispute_evidence_due: ({ amount }) => `Dispute of ${amount}`,
  requirements_due: () => 'Stripe needs more information',
  payout_failed: ({ amount }) => `Payout of ${amount} failed`,
  bank_account_errored: ({ bank: to }) => (to ? `Replace ${to}` : 'Replace your bank account'),
};

const needActions: Record<NeedKind, string> = {
  dispute_evidence_due: 'Reply',
  requirements_due: 'Add details',
  payout_failed: 'Details',
  bank_account_errored: 'Replace',
};

/** activity-hub */
export const activity = {
  title: 'Activity',
  bell: (unread: number, shown: string) =>
    unread === 0
      ? 'Activity'
      : n(unread, { one: `Activity, ${shown} unread`, other: `Activity, ${shown} unread` }),
  unread: (count: number, shown: string) =>
    n(count, { one: `${shown} unread`, other: `${shown} unread` }),
  isUnread: 'Unread',
  markAllRead: 'Mark all read',
  markRead: 'Mark as read',
  needsYou: 'Needs you',
  today: 'Today',
  yesterday: 'Yesterday',
  kinds: {
    label: 'Show',
    all: 'All',
    payments: 'Payments',
    payouts: 'Payouts',
    refunds: 'Refunds',
    disputes: 'Disputes',
    account: 'Account',
  },
  titles,
  details,
  /** Several payments in one line. @param sums what they come to, a currency each */
  payments: (count: number, shown: string, sums: string) =>
    n(count, { one: `${shown} payment: ${sums}`, other: `${shown} payments: ${sums}` }),
  /** After some names. */
  others: (count: number, shown: string) =>
    n(count, { one: `${shown} other`, other: `${shown} others` }),
  needTitles,
  needActions,
  /** @param days whole days until the deadline, negative once past */
  evidenceDue: (days: number, shown: string) =>
    days < 0
      ? 'Evidence is overdue'
      : days === 0
        ? 'Evidence due today'
        : n(days, { one: 'Evidence due tomorrow', other: `Evidence due in ${shown} days` }),
  due: (days: number, shown: string) =>
    days < 0
      ? 'Overdue'
      : days === 0
        ? 'Due today'
        : n(days, { one: 'Due tomorrow', other: `Due in ${shown} days` }),
  more: 'Show earlier activity',
  seeAll: 'See all activity',
  arrived: (count: number, shown: string) =>
    n(count, { one: `${shown} new activity`, other: `${shown} new activities` }),
  history: (days: string) => `Activity of the last ${days} days`,
  empty: 'Nothing yet',
  emptyHint: 'Payouts, refunds, disputes and changes to your account will show here.',
  emptyKind: 'Nothing of this kind',
  failed: "We couldn't load your activity",
  /** Stripe's codes for why a payout failed, in the seller's words. */
  payoutFailures: {
    account_closed: 'The bank account is closed. Add another.',
    account_frozen: 'The bank account is frozen. Ask your bank.',
    no_account: 'The bank account could not be found. Check its number.',
    invalid_account_number: 'The account number is not valid. Check it.',
    incorrect_account_holder_name: 'The account holder’s name is not right. Check it.',
    debit_not_authorized: 'Your bank does not allow this. Ask your bank.',
    insufficient_funds: 'There was not enough money for it.',
    declined: 'Your bank declined it. Ask your bank.',
    could_not_process: 'Your bank could not process it.',
    other: 'Your bank sent it back.',
  } as Record<string, string>,
};
