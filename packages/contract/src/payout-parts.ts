import * as v from 'valibot';
import { amountSchema, countSchema, currencySchema, timeSchema } from './common.ts';

/** Why nobody can say what a payout is made of, or that it can be said. */
export const payoutStates = [
  /** Its rows are `payout=…`, and they add up with the differences. */
  'known',
  /** Stripe, or the import, is still working it out. */
  'in_progress',
  /** The seller or the platform chose the amount: it is of no rows in particular. */
  'manual',
] as const;
export type PayoutState = (typeof payoutStates)[number];

/** What lies between the rows' sum and what was sent. */
export const payoutDifferences = [
  /** What the payout itself cost. */
  'fee',
  /** The currency is paid out in whole hundreds; the rest stays for the next payout. */
  'rounding',
  /** Rows beyond those that this server looks at. */
  'not_counted',
  /** Positive: taken from what was in the balance before. Negative: stayed there, as under a negative balance. */
  'balance',
] as const;
export type PayoutDifference = (typeof payoutDifferences)[number];

/** What a payout is made of: `amount` = `rows.net` + Σ `differences`, to the cent. */
export const payoutPartsSchema = v.object({
  /** `po_…` */
  payout: v.string(),
  /** What was sent; negative where it was taken from the bank. */
  amount: amountSchema,
  currency: currencySchema,
  /** Stripe's status of the payout. */
  status: v.string(),
  /** A day, as its midnight in UTC. */
  arrival_date: timeSchema,
  state: v.picklist(payoutStates),
  /** All its rows, whatever else is filtered by; null unless `known`. */
  rows: v.nullable(v.object({ count: countSchema, net: amountSchema })),
  /** Without zeros; empty where the rows are all of it. */
  differences: v.array(v.object({ reason: v.picklist(payoutDifferences), amount: amountSchema })),
});
export type PayoutParts = v.InferOutput<typeof payoutPartsSchema>;
