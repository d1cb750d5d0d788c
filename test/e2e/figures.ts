/** Figures worked out from the sandbox's API alone, never from a ledger, and as a person in `en-US` reads them. */
import { netVolumePart } from '@express-elements/contract';
import type Stripe from 'stripe';

/** @example money(-123456, 'usd') // '−$1,234.56' */
export function money(amount: number, currency: string, locale = 'en-US'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits).replace('-', '−');
}

/** available + pending of one currency. */
export async function totalOf(api: Stripe, account: string, currency: string): Promise<number> {
  const balance = await api.balance.retrieve({}, { stripeAccount: account });
  return [...balance.available, ...balance.pending]
    .filter((fund) => fund.currency === currency)
    .reduce((sum, fund) => sum + fund.amount, 0);
}

/** Every balance transaction since an instant, newest first: by time, then by id, as the list orders them. */
export async function rowsOf(
  api: Stripe,
  account: string,
  since = 0,
): Promise<readonly Stripe.BalanceTransaction[]> {
  const rows: Stripe.BalanceTransaction[] = [];
  const list = api.balanceTransactions.list(
    { created: { gte: since }, limit: 100 },
    { stripeAccount: account },
  );
  for await (const row of list) rows.push(row);
  return rows.toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
}

/** Net volume of rows: what counts into it, fees taken off. */
export const netVolume = (rows: readonly Stripe.BalanceTransaction[], currency: string): number =>
  rows
    .filter((row) => row.currency === currency && netVolumePart(row) !== null)
    .reduce((sum, row) => sum + row.net, 0);

/** Midnight that began the day, some days before the one that `now` is in, in a time zone: Unix seconds. */
export function dayStart(now: number, timeZone: string, daysBack: number): number {
  const parts = (at: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at * 1000);
  const [year = 0, month = 1, day = 1] = parts(now).split('-').map(Number);
  const wanted = new Date(Date.UTC(year, month - 1, day - daysBack)).toISOString().slice(0, 10);
  // The first hour that has the wanted date; zones are whole quarters of an hour.
  for (let at = Date.parse(wanted) / 1000 - 15 * 3600; ; at += 900)
    if (parts(at) === wanted) return at;
}
