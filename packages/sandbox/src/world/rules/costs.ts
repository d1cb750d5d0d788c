import type { Book } from '../book.ts';
import { calendarDate, DAY, startOfDay } from '../calendar.ts';
import type { World } from '../world.ts';

/** What Stripe charges apart from payments: on the first of each month, for the month before. */

const monthName = (at: number): string => {
  const { year, month } = calendarDate(at);
  return `${year}-${String(month).padStart(2, '0')}`;
};

/** Tax on Stripe's own fees, where the country has one. */
const taxPercent: Readonly<Record<string, number>> = { DE: 19, JP: 10 };

export function monthlyCharges(world: World, book: Book): void {
  if (book.account.platform || calendarDate(world.now).day !== 1) return;
  const { currency, country } = book.account;
  const { available } = book.ledger.funds(currency);
  const fee = currency === 'jpy' ? 220 : 200;
  if (available <= fee) return;
  const month = monthName(world.now - DAY);
  const row = { created: world.now, availableOn: world.now, fee: 0, currency };
  book.ledger.add({
    ...row,
    amount: -fee,
    type: 'stripe_fee',
    note: `Active account fee (${month})`,
  });
  const tax = Math.round((fee * (taxPercent[country] ?? 0)) / 100);
  if (tax > 0)
    book.ledger.add({
      ...row,
      amount: -tax,
      type: 'tax_fee',
      note: `Tax on Stripe fees (${month})`,
    });
}

/** Stripe charged too much or too little, and puts it right. */
export function correctFees(world: World, book: Book, amount: number): void {
  book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount,
    fee: 0,
    currency: book.account.currency,
    type: 'adjustment',
    adjustment: 'other_adjustment',
    note: `Correction of processing fees (${monthName(world.now - 30 * DAY)})`,
  });
}
