import { invalid } from '../errors.ts';

/** The record with a number that was looked up before. */
export function recordAt<T>(records: readonly T[], n: number): T {
  const record = records[n];
  if (record === undefined) throw new RangeError(`There is no record ${n}.`);
  return record;
}

/** A filter that names an object: no such object means an empty list. */
export const chosen = <T>(value: string | undefined, find: (id: string) => T): T | undefined =>
  value === undefined ? undefined : find(value);

/** Not enough available money. */
export const insufficient = () =>
  invalid(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  );
