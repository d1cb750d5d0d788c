/** A question as conditions over `express.rows`. What they mean is `direct/query.ts`. */
import {
  netVolumeAdjustments,
  netVolumeTypes,
  type TransactionFilters,
} from '@express-elements/contract';
import type { Question } from '../../ledger.ts';
import { every, raw, sql, type Sql } from '../db/sql.ts';
import { customerKey } from '../tables/rows.ts';

type Conditions = {
  readonly [Name in keyof Required<Omit<TransactionFilters, 'q'>>]: (
    value: NonNullable<TransactionFilters[Name]>,
  ) => Sql;
};

const netVolume = sql`(balance_type = 'payments' and (
  type = any(${Object.keys(netVolumeTypes)}::text[])
  or (type = 'adjustment' and reporting_category = any(${Object.keys(netVolumeAdjustments)}::text[]))))`;

/** One condition for each filter but the search, which is several questions: see search.ts. */
const conditions: Conditions = {
  category: (values) => sql`category = any(${values}::text[])`,
  type: (values) => sql`type = any(${values}::text[])`,
  currency: (value) => sql`currency = ${value}`,
  status: (value) => sql`status = ${value}`,
  source_status: (values) => sql`source_status = any(${values}::text[])`,
  balance_type: (values) => sql`balance_type = any(${values}::text[])`,
  net_volume: (value) => (value ? netVolume : raw('true')),
  payout: (value) => sql`(payout = ${value} and source_id is distinct from ${value})`,
  customer: (value) => sql`customer_key = ${customerKey(value)}`,
  amount_min: (value) => sql`(amount >= ${value} or amount <= ${-value})`,
  amount_max: (value) => sql`amount between ${-value} and ${value}`,
  from: (value) => sql`created >= ${value}`,
  to: (value) => sql`created < ${value}`,
  available_from: (value) => sql`available_on >= ${value}`,
  available_to: (value) => sql`available_on < ${value}`,
};

const names = Object.keys(conditions) as (keyof Conditions)[];

function conditionOf<Name extends keyof Conditions>(
  name: Name,
  filters: TransactionFilters,
): Sql | null {
  const value = filters[name];
  return value === undefined
    ? null
    : conditions[name](value as NonNullable<TransactionFilters[Name]>);
}

/** Every filter but the search, and the categories that the role may see. */
export function filtered({ filters, onlyCategories }: Question): Sql {
  const all = names.map((name) => conditionOf(name, filters)).filter((one) => one !== null);
  if (onlyCategories) all.push(conditions.category([...onlyCategories]));
  return every(all);
}

/** The filters that roll-ups know: each is one of their columns, or the time. */
const rolledUp = new Set<keyof TransactionFilters>([
  'category',
  'type',
  'currency',
  'status',
  'balance_type',
  'net_volume',
  'from',
  'to',
]);

/** Whether roll-ups can answer. */
export const isRolledUp = (filters: TransactionFilters): boolean =>
  Object.entries(filters).every(
    ([name, value]) => value === undefined || rolledUp.has(name as keyof TransactionFilters),
  );
