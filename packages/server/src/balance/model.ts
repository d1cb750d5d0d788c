import type {
  Balance,
  CurrencyBalance,
  Destination,
  PauseReason,
  Row,
} from '@express-elements/contract';
import type Stripe from 'stripe';
import { currencyOrder } from '../ledger/earnings.ts';
import {
  businessDaysAfter,
  businessDaysBetween,
  dateAt,
  nextPayoutDate,
  type Schedule,
} from './schedule.ts';

const DAY = 86_400;
/** Business days from a payout to the bank where the account has had no payout to learn it from. */
const USUAL_LAG = 2;

/** What the balance is made from, all read at one time. */
export interface BalanceFacts {
  readonly balance: Stripe.Balance;
  readonly settings: Stripe.BalanceSettings;
  /** The latest payouts, of every status. */
  readonly payouts: readonly Stripe.Payout[];
  readonly externalAccounts: readonly Stripe.ExternalAccount[];
  /** Rows that are pending, null where the ledger has not seen them all. */
  readonly pendingRows: readonly Row[] | null;
  readonly account: {
    readonly payoutsEnabled: boolean;
    /** Stripe's `requirements.disabled_reason`. */
    readonly disabledReason: string | null;
    /** Something is past due. */
    readonly isPastDue: boolean;
    readonly defaultCurrency: string;
    readonly timeZone: string;
  };
  /** The platform has prefunding switched on. */
  readonly prefunding: boolean;
  readonly now: number;
}

type Amounts = readonly { readonly amount: number; readonly currency: string }[];

const amountIn = (amounts: Amounts | undefined, currency: string): number =>
  (amounts ?? [])
    .filter((one) => one.currency === currency)
    .reduce((sum, { amount }) => sum + amount, 0);

const intervals = ['manual', 'daily', 'weekly', 'monthly'] as const;

function scheduleOf({ settings, account }: BalanceFacts): Balance['schedule'] {
  const { payouts, settlement_timing: timing } = settings.payments;
  const schedule = payouts?.schedule;
  return {
    interval: intervals.find((interval) => interval === schedule?.interval) ?? 'manual',
    weekly_payout_days: [...(schedule?.weekly_payout_days ?? [])],
    monthly_payout_days: [...(schedule?.monthly_payout_days ?? [])],
    delay_days: timing.delay_days_override ?? timing.delay_days ?? null,
    payouts_enabled: account.payoutsEnabled && payouts?.status !== 'disabled',
  };
}

/** How a destination is recognised. */
export const destinationOf = (account: Stripe.ExternalAccount): Destination => ({
  id: account.id,
  type: account.object,
  name: (account.object === 'bank_account' ? account.bank_name : account.brand) ?? null,
  last4: account.last4 ?? null,
});

/** Where the next payout of a currency goes: its default account. */
function defaultAccount(
  accounts: readonly Stripe.ExternalAccount[],
  currency: string,
): Stripe.ExternalAccount | undefined {
  const own = accounts.filter((account) => account.currency === currency);
  return own.find(({ default_for_currency: isDefault }) => isDefault) ?? own[0];
}

/** Stripe sends nothing there until the seller has replaced or corrected it. */
const isBroken = ({ status }: Stripe.ExternalAccount): boolean =>
  status === 'errored' || status === 'verification_failed';

/** What Stripe's `disabled_reason` means for a seller, by what it begins with; it adds reasons at any time. */
const disabledReasons: readonly (readonly [string, PauseReason])[] = [
  ['requirements.pending_verification', 'verification'],
  ['requirements.', 'requirements'],
  ['action_required.', 'requirements'],
  ['under_review', 'review'],
  ['listed', 'review'],
  ['rejected.', 'rejected'],
  ['platform_paused', 'platform'],
];

/** Why no payout of a currency is made; null where nothing stops it. */
function pauseOf(
  currency: string,
  isEnabled: boolean,
  { account, externalAccounts }: BalanceFacts,
): PauseReason | null {
  const { disabledReason, isPastDue } = account;
  const target = defaultAccount(externalAccounts, currency);
  const isStuck = target !== undefined && isBroken(target);
  if (isEnabled) return isStuck ? 'destination' : null;
  const said = disabledReasons.find(([start]) => disabledReason?.startsWith(start))?.[1];
  // A bank account that failed is itself what Stripe then requires: the plainer word of the two.
  if (isStuck && (said === undefined || said === 'requirements')) return 'destination';
  return said ?? (isPastDue ? 'requirements' : externalAccounts.length ? 'other' : 'destination');
}

function destinationOfPayout(payout: Stripe.Payout, facts: BalanceFacts): Destination | null {
  const id = typeof payout.destination === 'string' ? payout.destination : payout.destination?.id;
  const known = facts.externalAccounts.find((account) => account.id === id);
  return known ? destinationOf(known) : null;
}

/** When pending money becomes available; null where the rows do not add up to what Stripe says is pending. */
function pendingByDate(
  rows: readonly Row[] | null,
  currency: string,
  pending: number,
): CurrencyBalance['pending_by_date'] {
  const own = (rows ?? []).filter(
    (row) => row.currency === currency && row.balance_type === 'payments',
  );
  const sum = own.reduce((total, { net }) => total + net, 0);
  if (rows === null || sum !== pending) return null;
  const byDate = new Map<number, number>();
  for (const { available_on: date, net } of own) byDate.set(date, (byDate.get(date) ?? 0) + net);
  return [...byDate]
    .map(([available_on, amount]) => ({ available_on, amount }))
    .toSorted((a, b) => a.available_on - b.available_on);
}

const isOnItsWay = ({ status }: Stripe.Payout): boolean =>
  status === 'pending' || status === 'in_transit';

const byArrival = (a: Stripe.Payout, b: Stripe.Payout): number =>
  a.arrival_date - b.arrival_date || (a.id < b.id ? -1 : 1);

/** How many business days the account's money takes to its bank, as the last automatic payout took. In UTC, as Stripe dates arrivals. */
function lagOf(payouts: readonly Stripe.Payout[], currency: string): number {
  const last = payouts
    .filter((payout) => payout.automatic && payout.currency === currency)
    .toSorted((a, b) => b.created - a.created)[0];
  return last
    ? businessDaysBetween(dateAt(last.created, 'UTC'), dateAt(last.arrival_date, 'UTC'))
    : USUAL_LAG;
}

/** From which date there is something to pay out: null where nothing will be. */
function readyOn(
  { available, pending, pending_by_date: byDate }: CurrencyBalance,
  today: number,
  delayDays: number,
): number | null {
  if (available > 0) return today;
  if (available + pending <= 0) return null;
  if (byDate === null) return today + delayDays * DAY;
  let sum = available;
  for (const { available_on: date, amount } of byDate) {
    sum += amount;
    if (sum > 0) return dateAt(date, 'UTC');
  }
  return null;
}

/** The payout that the schedule will make next, where Stripe has made none yet. */
function expectedPayout(
  balance: CurrencyBalance,
  schedule: Balance['schedule'],
  facts: BalanceFacts,
): CurrencyBalance['next_payout'] {
  if (balance.paused !== null) return null;
  const target = defaultAccount(facts.externalAccounts, balance.currency);
  const timeZone =
    facts.settings.payments.settlement_timing.start_of_day?.timezone ?? facts.account.timeZone;
  const today = dateAt(facts.now, timeZone);
  const ready = readyOn(balance, today, schedule.delay_days ?? 0);
  const date = ready === null ? null : nextPayoutDate(schedule satisfies Schedule, today, ready);
  if (date === null) return null;
  return {
    id: null,
    reconciled: false,
    status: 'expected',
    amount: null,
    arrival_date: businessDaysAfter(date, lagOf(facts.payouts, balance.currency)),
    destination: target ? destinationOf(target) : null,
  };
}

function nextPayout(
  balance: CurrencyBalance,
  onItsWay: readonly Stripe.Payout[],
  schedule: Balance['schedule'],
  facts: BalanceFacts,
): CurrencyBalance['next_payout'] {
  const [first] = onItsWay;
  if (!first) return expectedPayout(balance, schedule, facts);
  return {
    id: first.id,
    reconciled: first.automatic && first.reconciliation_status === 'completed',
    status: first.status === 'in_transit' ? 'in_transit' : 'pending',
    amount: first.amount,
    arrival_date: first.arrival_date,
    destination: destinationOfPayout(first, facts),
  };
}

function currencyBalance(
  currency: string,
  schedule: Balance['schedule'],
  facts: BalanceFacts,
): CurrencyBalance {
  const { balance } = facts;
  const prefunding = facts.prefunding ? balance.refund_and_dispute_prefunding : undefined;
  const onItsWay = facts.payouts
    .filter((payout) => payout.currency === currency && isOnItsWay(payout))
    .toSorted(byArrival);
  const available = amountIn(balance.available, currency);
  const pending = amountIn(balance.pending, currency);
  const held: CurrencyBalance = {
    currency,
    total: available + pending,
    available,
    pending,
    pending_by_date: pendingByDate(facts.pendingRows, currency, pending),
    in_transit: {
      amount: onItsWay.reduce((sum, { amount }) => sum + amount, 0),
      count: onItsWay.length,
      next_arrival: onItsWay[0]?.arrival_date ?? null,
    },
    instant_available: amountIn(balance.instant_available, currency),
    prefunding: prefunding
      ? {
          available: amountIn(prefunding.available, currency),
          pending: amountIn(prefunding.pending, currency),
        }
      : null,
    next_payout: null,
    paused: pauseOf(currency, schedule.payouts_enabled, facts),
  };
  return { ...held, next_payout: nextPayout(held, onItsWay, schedule, facts) };
}

/** The answer of `GET /balance`. Pure: what it says comes from the facts alone. */
export function balanceAnswer(facts: BalanceFacts): Balance {
  const { balance, account, payouts } = facts;
  const schedule = scheduleOf(facts);
  const currencies = [
    account.defaultCurrency,
    ...[...balance.available, ...balance.pending].map(({ currency }) => currency),
    ...(balance.refund_and_dispute_prefunding?.available ?? []).map(({ currency }) => currency),
    ...payouts.filter(isOnItsWay).map(({ currency }) => currency),
  ];
  return {
    currencies: currencyOrder(currencies, account.defaultCurrency).map((currency) =>
      currencyBalance(currency, schedule, facts),
    ),
    schedule,
    debit_negative_balances: facts.settings.payments.debit_negative_balances ?? false,
    as_of: facts.now,
  };
}
