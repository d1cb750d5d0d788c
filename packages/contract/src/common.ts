import * as v from 'valibot';

/** Three lower-case letters, as Stripe writes them (`usd`). */
export const currencySchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{3}$/, 'a lower-case currency code such as "usd"'),
);

/** An amount in the currency's minor unit (cents; whole yen), signed. Never a float. */
export const amountSchema = v.pipe(v.number(), v.safeInteger('an integer in minor units'));

/** Unix seconds. */
export const timeSchema = v.pipe(v.number(), v.safeInteger('Unix seconds'));

export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const moneySchema = v.object({ amount: amountSchema, currency: currencySchema });
export type Money = v.InferOutput<typeof moneySchema>;

/**
 * How much of the account's history an answer looked at. `complete`: every row that could match.
 * Otherwise `from` is the earliest `created` since which that holds (null where nothing is held yet).
 */
export const coversSchema = v.object({ from: v.nullable(timeSchema), complete: v.boolean() });
export type Covers = v.InferOutput<typeof coversSchema>;

/** A Connect element (its name without a prefix, such as `payment-details`) and the object it should open. */
export const opensSchema = v.object({ element: v.string(), id: v.nullable(v.string()) });
export type Opens = v.InferOutput<typeof opensSchema>;

/** A page of a list. The next page is `after=next_cursor`, the one before `before=previous_cursor`; null at an end. */
export const listOf = <T extends v.GenericSchema>(item: T) =>
  v.object({
    data: v.array(item),
    next_cursor: v.nullable(v.string()),
    previous_cursor: v.nullable(v.string()),
  });
