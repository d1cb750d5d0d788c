import { plural } from '../plural.ts';

const n = plural('en');

/** What several elements say. */
export const common = {
  retry: 'Retry',
  close: 'Close',
  apply: 'Apply',
  reset: 'Reset',
  clear: 'Clear',
  clearAll: 'Clear all',
  copy: 'Copy',
  copied: 'Copied',
  seeAll: 'See all',
  loading: 'Loading…',
  /** The “?” beside a figure. @param label the figure's */
  whatIs: (label: string) => `What is “${label}”?`,
  from: 'From',
  to: 'to',
  today: 'Today',
  justNow: 'just now',
  /** @param city the time zone's city, such as New York */
  zoneTime: (city: string) => `${city} time`,
  inZone: (city: string) => `In the account's time zone, ${city}`,
  /** @param date the day since which the figures are whole */
  since: (date: string) => `since ${date}`,
  requestId: (id: string) => `Request ${id}`,
  selected: (count: number, shown: string) =>
    n(count, { one: `${shown} selected`, other: `${shown} selected` }),
};

/** Why something could not be loaded: one plain sentence each, with what to do where that helps. */
export const errors = {
  offline: 'The connection was lost. Your money is not affected.',
  timeout: 'This took too long. Your money is not affected.',
  rate_limited: 'There were too many requests. Please wait a moment.',
  signed_out: 'Your session has ended. Please sign in again.',
  not_allowed: 'You do not have access to this.',
  account_changed: 'You are signed in to another account. Please reload the page.',
  not_found: 'It is no longer there.',
  unavailable: 'The service is not available right now. Your money is not affected.',
  blocked: "Stripe's part did not come. The connection or an ad blocker may be the reason.",
  unknown: 'Something went wrong. Your money is not affected.',
};
export type ErrorKind = keyof typeof errors;
