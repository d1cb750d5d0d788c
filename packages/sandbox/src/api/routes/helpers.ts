import type { Book } from '../../world/book.ts';
import { invalid } from '../errors.ts';
import { chargeIndex, intentIndex } from '../lookup.ts';
import { optional, string } from '../params.ts';

/** The record with a number that was looked up before. */
export function recordAt<T>(records: readonly T[], n: number): T {
  const record = records[n];
  if (record === undefined) throw new RangeError(`There is no record ${n}.`);
  return record;
}

/** A filter that names an object: no such object means an empty list. */
export const chosen = <T>(value: string | undefined, find: (id: string) => T): T | undefined =>
  value === undefined ? undefined : find(value);

/** What takes a payment back is listed by the payment. */
export const ofPaymentShape = { charge: optional(string), payment_intent: optional(string) };

/** Whether a payment (by its number in the book) is the one that was asked for; any is where none was. */
export function isAskedPayment(
  book: Book,
  sent: { readonly charge: string | undefined; readonly payment_intent: string | undefined },
): (charge: number | undefined) => boolean {
  const asked = [
    chosen(sent.charge, (id) => chargeIndex(book, id) ?? -1),
    chosen(sent.payment_intent, (id) => intentIndex(book, id) ?? -1),
  ];
  return (charge) => asked.every((one) => one === undefined || one === charge);
}

/** Not enough available money. */
export const insufficient = () =>
  invalid(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  );
