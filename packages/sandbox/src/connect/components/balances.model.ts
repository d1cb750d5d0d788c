import type Stripe from 'stripe';
import type { Text } from '../shared/text.ts';

/** What one currency of an account holds, in minor units. */
export interface Purse {
  readonly currency: string;
  readonly total: number;
  readonly available: number;
  readonly pending: number;
  /** Payouts that left the balance and have not arrived. */
  readonly onTheWay: number;
  readonly instant: number;
  /** Set apart for refunds and disputes; null where the account has no such balance. */
  readonly setApart: number | null;
}

export type Bank = Stripe.BankAccount | Stripe.Card;

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

const sumOf = (amounts: readonly Amount[] | undefined, currency: string): number =>
  (amounts ?? [])
    .filter((one) => one.currency === currency)
    .reduce((sum, one) => sum + one.amount, 0);

/** The balance by currency, the account's own first. Total is available + pending, as in Stripe's dashboard. */
export const purses = (
  balance: Stripe.Balance,
  payouts: readonly Stripe.Payout[],
  home: string | undefined,
): Purse[] => {
  const moving = payouts.filter((one) => one.status === 'pending' || one.status === 'in_transit');
  const lists = [balance.available, balance.pending, balance.instant_available ?? [], moving];
  const all = new Set(lists.flatMap((list) => list.map((one) => one.currency)));
  const currencies = [...all].toSorted(
    (one, other) => Number(other === home) - Number(one === home),
  );
  const apart = balance.refund_and_dispute_prefunding?.available;
  return currencies.map((currency) => {
    const available = sumOf(balance.available, currency);
    const pending = sumOf(balance.pending, currency);
    return {
      currency,
      total: available + pending,
      available,
      pending,
      onTheWay: sumOf(moving, currency),
      instant: sumOf(balance.instant_available, currency),
      setApart: apart ? sumOf(apart, currency) : null,
    };
  });
};

/** Where a payout in a currency goes when nothing else is chosen. */
export const defaultBank = (banks: readonly Bank[], currency: string): Bank | undefined => {
  const fitting = banks.filter((bank) => bank.currency === currency);
  return fitting.find((bank) => bank.default_for_currency) ?? fitting[0];
};

/** How an external account is named everywhere: its bank or brand and the last digits. */
export const bankName = (bank: Bank): string =>
  `${bank.object === 'card' ? bank.brand : (bank.bank_name ?? '')} \u2022\u2022\u2022\u2022 ${bank.last4}`.trim();

/** Whether a bank account can no longer be paid out to. */
export const isBroken = (bank: Bank): boolean =>
  bank.status === 'errored' || bank.status === 'verification_failed';

/** As balance settings have it, and the account's older mirror of them. */
interface Schedule {
  readonly interval: string | null;
  readonly weekly_payout_days?: readonly string[];
  readonly monthly_payout_days?: readonly number[];
}

/** When payouts leave, as a sentence. */
export const scheduleSentence = (schedule: Schedule | null | undefined, text: Text): string => {
  if (schedule?.interval === 'weekly')
    return text.say('everyWeek', {
      days: text.list((schedule.weekly_payout_days ?? []).map((day) => text.weekday(day))),
    });
  if (schedule?.interval === 'monthly')
    return text.say('everyMonth', {
      days: text.list((schedule.monthly_payout_days ?? []).map(String)),
    });
  return text.say(schedule?.interval === 'daily' ? 'everyDay' : 'manually');
};
