import * as v from 'valibot';
import { timeSchema } from './common.ts';

export const accountSessionBodySchema = v.strictObject({});

export const accountSessionSchema = v.object({
  /** Grants what `components` says to whoever holds it: never logged, stored or put in a URL. */
  client_secret: v.string(),
  publishable_key: v.string(),
  expires_at: timeSchema,
  /** Seconds from this answer until it expires, by the wall clock: a browser counts them on its monotonic clock. */
  expires_in: v.number(),
  livemode: v.boolean(),
  account: v.string(),
  /** What Stripe granted, by component key (`payment_details`), with effective features. */
  components: v.record(
    v.string(),
    v.object({ enabled: v.boolean(), features: v.optional(v.record(v.string(), v.boolean())) }),
  ),
  role: v.string(),
});
export type AccountSession = v.InferOutput<typeof accountSessionSchema>;
