import * as v from 'valibot';
import {
  amountSchema,
  countSchema,
  currencySchema,
  listOf,
  opensSchema,
  timeSchema,
} from './common.ts';
import { integer } from './query.ts';

export const activityKinds = [
  'payout_upcoming',
  'payout_sent',
  'payout_paid',
  'payout_failed',
  'payout_canceled',
  'refund_created',
  'refund_failed',
  'dispute_opened',
  'dispute_funds_withdrawn',
  'dispute_funds_reinstated',
  'dispute_evidence_due',
  'dispute_won',
  'dispute_lost',
  'dispute_closed',
  'payment_first',
  'payment_received',
  'requirements_due',
  'payouts_paused',
  'payouts_resumed',
  'capability_changed',
  'bank_account_added',
  'bank_account_changed',
  'bank_account_removed',
  'payout_schedule_changed',
  'account_updated',
  'balance_negative',
  'balance_topped_up',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const activityKindSchema = v.picklist(activityKinds);

/** Facts for the words of an item: names, last4, reasons, dates. Never sentences. */
const dataSchema = v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])));

export const activityItemSchema = v.object({
  /** `kind:object_id:state`: the same fact is the same item, however often or in what order Stripe tells it. */
  id: v.string(),
  kind: activityKindSchema,
  created: timeSchema,
  object: v.object({ id: v.string(), type: v.string() }),
  amount: v.nullable(amountSchema),
  currency: v.nullable(currencySchema),
  data: dataSchema,
  /**
   * Null where the server keeps no read marks. A payment received is never unread, nor is what is older than a week:
   * both are true.
   */
  read: v.nullable(v.boolean()),
  opens: v.nullable(opensSchema),
});
export type ActivityItem = v.InferOutput<typeof activityItemSchema>;

/** In the order in which a seller should see them: what is past due first, then by deadline. */
export const needKinds = [
  'dispute_evidence_due',
  'requirements_due',
  'payout_failed',
  'bank_account_errored',
] as const;
export type NeedKind = (typeof needKinds)[number];

export const needSchema = v.object({
  id: v.string(),
  kind: v.picklist(needKinds),
  created: v.nullable(timeSchema),
  deadline: v.nullable(timeSchema),
  object: v.object({ id: v.string(), type: v.string() }),
  amount: v.nullable(amountSchema),
  currency: v.nullable(currencySchema),
  data: dataSchema,
  opens: v.nullable(opensSchema),
});
/** Something that waits for the seller, from Stripe's present state. */
export type Need = v.InferOutput<typeof needSchema>;

export const activityQuerySchema = v.strictObject({
  kind: v.optional(v.array(activityKindSchema)),
  limit: v.optional(v.pipe(integer, v.minValue(1), v.maxValue(100)), '50'),
  after: v.optional(v.string()),
  before: v.optional(v.string()),
});
export type ActivityQuery = v.InferOutput<typeof activityQuerySchema>;

export const activitySchema = v.object({
  ...listOf(activityItemSchema).entries,
  needs_you: v.array(needSchema),
  /** Null where the server keeps no read marks. */
  unread: v.nullable(countSchema),
});
/** The answer of `GET /activity`. */
export type Activity = v.InferOutput<typeof activitySchema>;

export const activityReadBodySchema = v.union([
  v.strictObject({
    ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.minLength(1), v.maxLength(100)),
  }),
  /** Everything created up to and including this time. */
  v.strictObject({ through: timeSchema }),
]);
export type ActivityReadBody = v.InferOutput<typeof activityReadBodySchema>;
export const activityReadSchema = v.object({ unread: countSchema });
export type ActivityRead = v.InferOutput<typeof activityReadSchema>;
