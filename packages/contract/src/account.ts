import * as v from 'valibot';
import { activityKindSchema } from './activity.ts';
import { countSchema, currencySchema, timeSchema } from './common.ts';
import { comparisons, intervals } from './earnings.ts';
import { sorts, transactionFilters } from './transactions.ts';

export const roles = ['owner', 'finance', 'support', 'viewer'] as const;

/** What this sign-in may read and do here. The role is already counted in: what is null or absent is not drawn. */
export const capabilitiesSchema = v.object({
  account_session: v.boolean(),
  /** What a session is asked for, by Stripe's names of components: `balances`. What it grants, the session says. */
  components: v.array(v.string()),
  login_link: v.boolean(),
  balance: v.boolean(),
  transactions: v.nullable(
    v.object({
      filters: v.array(v.picklist(transactionFilters)),
      sorts: v.array(v.picklist(sorts)),
      search: v.boolean(),
      summary: v.boolean(),
      details: v.boolean(),
      export: v.boolean(),
      jump: v.boolean(),
      payout_of_row: v.boolean(),
      customer_join: v.boolean(),
    }),
  ),
  earnings: v.nullable(
    v.object({
      intervals: v.array(v.picklist(intervals)),
      compare: v.array(v.picklist(comparisons)),
      breakdown: v.boolean(),
    }),
  ),
  activity: v.nullable(
    v.object({
      kinds: v.array(activityKindSchema),
      /** False: the server keeps no read marks and `read` is null; the browser may keep its own. */
      read_marks: v.boolean(),
      /** How far back the feed goes; null where there is no limit. */
      history_days: v.nullable(countSchema),
    }),
  ),
  sync: v.boolean(),
  live: v.nullable(
    v.variant('transport', [
      v.object({ transport: v.literal('sse') }),
      v.object({ transport: v.literal('poll'), seconds: countSchema }),
    ]),
  ),
});
export type Capabilities = v.InferOutput<typeof capabilitiesSchema>;

export const accountSchema = v.object({
  account: v.object({
    id: v.string(),
    display_name: v.nullable(v.string()),
    country: v.string(),
    default_currency: currencySchema,
    /** IANA name; every date an element shows is in it. Stripe: `settings.dashboard.timezone`. */
    time_zone: v.string(),
    dashboard: v.picklist(['express', 'full', 'none']),
    payouts_enabled: v.boolean(),
    charges_enabled: v.boolean(),
    disabled_reason: v.nullable(v.string()),
    requirements: v.object({
      due: countSchema,
      past_due: countSchema,
      deadline: v.nullable(timeSchema),
    }),
  }),
  platform: v.object({
    display_name: v.nullable(v.string()),
    icon_url: v.nullable(v.string()),
    support_url: v.nullable(v.string()),
  }),
  livemode: v.boolean(),
  role: v.string(),
  capabilities: capabilitiesSchema,
});
/** The answer of `GET /account`. */
export type AccountAnswer = v.InferOutput<typeof accountSchema>;
