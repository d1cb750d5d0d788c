import * as v from 'valibot';
import { categories } from './categories.ts';
import {
  amountSchema,
  countSchema,
  coversSchema,
  currencySchema,
  listOf,
  opensSchema,
  timeSchema,
} from './common.ts';
import { payoutPartsSchema } from './payout-parts.ts';
import { boolean, early, integer, time } from './query.ts';

export const categorySchema = v.picklist(categories);

export const sorts = ['created', 'amount', 'net', 'category', 'available_on'] as const;
export type Sort = (typeof sorts)[number];
export const orders = ['asc', 'desc'] as const;
export type Order = (typeof orders)[number];

export const balanceTypes = [
  'payments',
  'issuing',
  'refund_and_dispute_prefunding',
  'risk_reserved',
] as const;

/** The generic words for a row, for the elements to say in the seller's language. */
export const descriptionKeys = [
  'payment_from_platform',
  'payment',
  'refund',
  'refund_failed',
  'payment_failed',
  'dispute_withdrawn',
  'dispute_reinstated',
  'payout',
  'payout_canceled',
  'payout_failed',
  'transfer',
  'transfer_reversed',
  'fee',
  'tax',
  'top_up',
  'top_up_reversed',
  'reserve_held',
  'reserve_released',
  'adjustment',
  'other',
] as const;
export type DescriptionKey = (typeof descriptionKeys)[number];

export const rowSchema = v.object({
  id: v.string(),
  created: timeSchema,
  available_on: timeSchema,
  status: v.picklist(['available', 'pending']),
  /** Stripe's `type`; open: Stripe adds to it. */
  type: v.string(),
  reporting_category: v.string(),
  category: categorySchema,
  amount: amountSchema,
  /** Positive when charged. */
  fee: amountSchema,
  /** amount − fee: the effect on the balance. */
  net: amountSchema,
  currency: currencySchema,
  balance_type: v.string(),
  source: v.nullable(
    v.object({ id: v.string(), object: v.string(), status: v.nullable(v.string()) }),
  ),
  /** The automatic payout in which the row left, once Stripe has reconciled it. */
  payout: v.nullable(v.string()),
  /** The platform's own words for it (the charge's `description`), null where it set none. */
  description: v.nullable(v.string()),
  description_key: v.picklist(descriptionKeys),
  customer: v.nullable(v.object({ name: v.nullable(v.string()), email: v.nullable(v.string()) })),
  last4: v.nullable(v.string()),
  /** Only the keys that the host chose to show. */
  metadata: v.record(v.string(), v.string()),
});
export type Row = v.InferOutput<typeof rowSchema>;

/** A repeated parameter, written `key[]=a&key[]=b`. */
const many = <T extends v.GenericSchema<string, string>>(item: T) => v.optional(v.array(item));

const filterEntries = {
  category: many(categorySchema),
  type: many(v.string()),
  currency: v.optional(currencySchema),
  status: v.optional(v.picklist(['available', 'pending'])),
  source_status: many(v.string()),
  balance_type: many(v.picklist(balanceTypes)),
  /** `true` keeps the rows that count into net volume. */
  net_volume: v.optional(boolean),
  /** The rows a payout is made of, without the payout's own row. */
  payout: v.optional(v.pipe(v.string(), v.regex(/^po_\w+$/, 'a payout id (po_…)'))),
  /** An exact e-mail, in lower case. */
  customer: v.optional(v.pipe(v.string(), v.toLowerCase())),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  /** Absolute minor units, inclusive: 500 to 1000 finds −700 as well. */
  amount_min: v.optional(v.pipe(integer, v.minValue(0))),
  amount_max: v.optional(v.pipe(integer, v.minValue(0))),
  /** `created`, inclusive. */
  from: v.optional(time),
  /** `created`, exclusive. */
  to: v.optional(time),
  available_from: v.optional(time),
  available_to: v.optional(time),
} as const;

/** The names that `/account` may list in `capabilities.transactions.filters`. */
export const transactionFilters = [
  'category',
  'type',
  'currency',
  'status',
  'source_status',
  'balance_type',
  'net_volume',
  'payout',
  'customer',
  'q',
  'amount_min',
  'amount_max',
  'from',
  'to',
  'available_from',
  'available_to',
] as const satisfies readonly (keyof typeof filterEntries)[];
export type TransactionFilterName = (typeof transactionFilters)[number];

export const filtersSchema = v.strictObject(filterEntries);
/** Which rows: the same question for the list, its summary and its export. */
export type TransactionFilters = v.InferOutput<typeof filtersSchema>;

const pageEntries = {
  sort: v.optional(v.picklist(sorts), 'created'),
  order: v.optional(v.picklist(orders), 'desc'),
  limit: v.optional(v.pipe(integer, v.minValue(1), v.maxValue(100)), '50'),
  after: v.optional(v.string()),
  before: v.optional(v.string()),
  /** Jump: a value of the sort key (Unix seconds, minor units, a category), or `end`. */
  at: v.optional(v.pipe(v.string(), v.maxLength(64))),
} as const;

export const transactionsQuerySchema = v.strictObject({ ...filterEntries, ...pageEntries, early });
export type TransactionsQuery = v.InferOutput<typeof transactionsQuerySchema>;

export const exportQuerySchema = v.strictObject({
  ...filterEntries,
  sort: pageEntries.sort,
  order: pageEntries.order,
});
export type ExportQuery = v.InferOutput<typeof exportQuerySchema>;

export const transactionsSchema = v.object({ ...listOf(rowSchema).entries, covers: coversSchema });
export type Transactions = v.InferOutput<typeof transactionsSchema>;

export const summarySchema = v.object({
  count: countSchema,
  /** One entry a currency, by code; currencies are never added. */
  sums: v.array(
    v.object({
      currency: currencySchema,
      count: countSchema,
      amount: amountSchema,
      fee: amountSchema,
      net: amountSchema,
    }),
  ),
  /** Counts as if no category were chosen, in the order of `categories`, without zeros. */
  by_category: v.array(v.object({ category: categorySchema, count: countSchema })),
  covers: coversSchema,
  /** Where `payout` is asked for: how that payout comes to its amount. Absent where the role sees no payouts. */
  payout_parts: v.optional(payoutPartsSchema),
});
export type Summary = v.InferOutput<typeof summarySchema>;

export const transactionSchema = v.object({
  ...rowSchema.entries,
  fee_details: v.array(
    v.object({
      type: v.string(),
      amount: amountSchema,
      currency: currencySchema,
      description: v.nullable(v.string()),
    }),
  ),
  /** What the customer paid, where it was converted: amount × rate = the row's amount. */
  exchange: v.nullable(
    v.object({ rate: v.number(), amount: amountSchema, currency: currencySchema }),
  ),
  /** Rows of the same payment: its refunds, its disputes, the payment itself; by created. */
  related: v.array(rowSchema),
  /** Null where Stripe has no component for it, or the role may not use it. */
  opens: v.nullable(opensSchema),
  /** Of a payout's own row: what it is made of. */
  payout_parts: v.optional(payoutPartsSchema),
});
/** The answer of `GET /transactions/:id`. */
export type Transaction = v.InferOutput<typeof transactionSchema>;
