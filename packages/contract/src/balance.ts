import * as v from 'valibot';
import { amountSchema, countSchema, currencySchema, timeSchema } from './common.ts';
import { early } from './query.ts';

export const balanceQuerySchema = v.strictObject({ early });

/** Where a payout goes: enough to recognise it by, no more. */
export const destinationSchema = v.object({
  id: v.string(),
  type: v.picklist(['bank_account', 'card']),
  /** Bank name or card brand. */
  name: v.nullable(v.string()),
  last4: v.nullable(v.string()),
});
export type Destination = v.InferOutput<typeof destinationSchema>;

/**
 * Why Stripe pays nothing out: the seller owes it information (`requirements`), it looks at what it was given
 * (`verification`) or at the account (`review`), it refused the account (`rejected`), the platform stopped payouts
 * (`platform`), the bank account or card takes none (`destination`); `other` is what Stripe does not say.
 */
export const pauseReasons = [
  'requirements',
  'verification',
  'review',
  'rejected',
  'platform',
  'destination',
  'other',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const currencyBalanceSchema = v.object({
  currency: currencySchema,
  /** available + pending. What is on the way to the bank has left already and is not in it. */
  total: amountSchema,
  available: amountSchema,
  pending: amountSchema,
  /** When pending money becomes available; null where not known. */
  pending_by_date: v.nullable(
    v.array(v.object({ available_on: timeSchema, amount: amountSchema })),
  ),
  in_transit: v.object({
    amount: amountSchema,
    count: countSchema,
    next_arrival: v.nullable(timeSchema),
  }),
  instant_available: amountSchema,
  /** Money set aside for refunds and disputes; null where not enabled. */
  prefunding: v.nullable(v.object({ available: amountSchema, pending: amountSchema })),
  /** `expected`: Stripe has made no payout yet, the schedule says when; its amount is not known. */
  next_payout: v.nullable(
    v.object({
      /** Null where Stripe has made none yet. */
      id: v.nullable(v.string()),
      /** Stripe can tell which rows it is made of: `payout={id}` finds them. Automatic payouts alone. */
      reconciled: v.boolean(),
      status: v.picklist(['expected', 'pending', 'in_transit']),
      amount: v.nullable(amountSchema),
      arrival_date: timeSchema,
      destination: v.nullable(destinationSchema),
    }),
  ),
  /** Why no further payout of this currency is made; null where nothing stops them. What was sent before still arrives. */
  paused: v.nullable(v.picklist(pauseReasons)),
});
export type CurrencyBalance = v.InferOutput<typeof currencyBalanceSchema>;

export const balanceSchema = v.object({
  /** The account's default currency first, then by code. */
  currencies: v.array(currencyBalanceSchema),
  schedule: v.object({
    interval: v.picklist(['manual', 'daily', 'weekly', 'monthly']),
    weekly_payout_days: v.array(v.string()),
    monthly_payout_days: v.array(v.number()),
    delay_days: v.nullable(v.number()),
    /** False: Stripe pays nothing out now. */
    payouts_enabled: v.boolean(),
  }),
  /** Stripe takes from the seller's bank account what a balance below zero lacks. */
  debit_negative_balances: v.boolean(),
  as_of: timeSchema,
});
/** The answer of `GET /balance`. */
export type Balance = v.InferOutput<typeof balanceSchema>;
