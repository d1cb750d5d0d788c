/** What the balance says, worked out without a DOM. Amounts in minor units, times in Unix seconds. */
import type {
  Balance,
  CurrencyBalance,
  Destination,
  PauseReason,
} from '@express-elements/contract';
import { dayKey, startOfDay } from '../../format/index.ts';

const NOON = 12 * 3600;

/**
 * Stripe dates what happens on a day (arrival, availability) by that day's midnight in UTC. The same day's noon in the
 * account's zone, so that it is written as that day.
 *
 * @example dayIn(1_795_737_600, 'America/New_York') // noon of Friday, 27 November, in New York
 */
export const dayIn = (date: number, timeZone: string): number =>
  startOfDay(dayKey(date, 'UTC'), timeZone) + NOON;

/** What comes next to the bank. `expected`: by the schedule, Stripe has made no payout yet, so no amount is known. */
export type NextPayout =
  | { readonly kind: 'paused' }
  | { readonly kind: 'manual' }
  | { readonly kind: 'none' }
  | { readonly kind: 'expected'; readonly day: number; readonly to: Destination | null }
  | {
      readonly kind: 'made';
      readonly day: number;
      readonly amount: number | null;
      readonly to: Destination | null;
      /** The payout whose rows Stripe can tell; null where it cannot. */
      readonly id: string | null;
    };

/** What is pending, on the day on which it becomes available. */
export interface SoonDay {
  readonly day: number;
  readonly amount: number;
}

export interface Headline {
  readonly currency: string;
  readonly total: number;
  readonly isNegative: boolean;
  /** What could be paid out now. */
  readonly available: number;
  /** The other currencies with what they hold; none is ever added to another. */
  readonly others: readonly { readonly currency: string; readonly total: number }[];
  readonly inTransit: {
    readonly amount: number;
    readonly count: number;
    readonly day: number | null;
  };
  /** What is pending, and on which days it becomes available, the first first; none where that is not known. */
  readonly soon: { readonly amount: number; readonly days: readonly SoonDay[] };
  readonly next: NextPayout;
  /** Why no further payout is made; null where nothing stops them. */
  readonly paused: PauseReason | null;
  /** Below zero, Stripe may take what is lacking from the seller's bank. */
  readonly isDebited: boolean;
  /** Set aside for refunds and disputes; null where there is nothing, or the platform has not enabled it. */
  readonly setAside: number | null;
  /** The seller could set money aside, which pays what a balance below zero lacks. */
  readonly canSetAside: boolean;
}

/** The currency that is shown first: the one asked for if the account has it, else the account's own. */
export const chosenCurrency = (
  { currencies }: Balance,
  wish: string | null,
): CurrencyBalance | null =>
  currencies.find(({ currency }) => currency === wish?.toLowerCase()) ?? currencies[0] ?? null;

function nextOf(
  { next_payout: payout, paused }: CurrencyBalance,
  { interval }: Balance['schedule'],
  timeZone: string,
): NextPayout {
  if (payout && payout.status !== 'expected') {
    const { amount, destination: to } = payout;
    const id = payout.reconciled ? payout.id : null;
    return { kind: 'made', day: dayIn(payout.arrival_date, timeZone), amount, to, id };
  }
  if (paused !== null) return { kind: 'paused' };
  if (payout)
    return { kind: 'expected', day: dayIn(payout.arrival_date, timeZone), to: payout.destination };
  return { kind: interval === 'manual' ? 'manual' : 'none' };
}

const soonDays = (dates: CurrencyBalance['pending_by_date'], timeZone: string): SoonDay[] =>
  (dates ?? [])
    .toSorted((one, other) => one.available_on - other.available_on)
    .map(({ available_on: date, amount }) => ({ day: dayIn(date, timeZone), amount }));

/** What is shown of a balance; null where it has no currency at all. */
export function headlineOf(
  balance: Balance,
  { wish, timeZone }: { readonly wish: string | null; readonly timeZone: string },
): Headline | null {
  const chosen = chosenCurrency(balance, wish);
  if (!chosen) return null;
  const { currency, total, pending, in_transit: transit, prefunding } = chosen;
  const setAside = prefunding ? prefunding.available + prefunding.pending : 0;
  return {
    currency,
    total,
    isNegative: total < 0,
    available: chosen.available,
    others: balance.currencies
      .filter((each) => each !== chosen)
      .map((each) => ({ currency: each.currency, total: each.total })),
    inTransit: {
      amount: transit.amount,
      count: transit.count,
      day: transit.next_arrival === null ? null : dayIn(transit.next_arrival, timeZone),
    },
    soon: { amount: pending, days: soonDays(chosen.pending_by_date, timeZone) },
    next: nextOf(chosen, balance.schedule, timeZone),
    paused: chosen.paused,
    isDebited: balance.debit_negative_balances,
    // A figure of nothing is no figure: money is set aside in Stripe's part.
    setAside: setAside === 0 ? null : setAside,
    canSetAside: prefunding !== null,
  };
}

/** The parts that a view of the element has. */
export const balanceViews = ['full', 'summary', 'stripe'] as const;
export type BalanceView = (typeof balanceViews)[number];

export const readView = (text: string | null): BalanceView =>
  balanceViews.find((view) => view === text) ?? 'full';
