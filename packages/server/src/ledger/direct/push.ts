import {
  isTypedCategory,
  typesOfCategory,
  type Category,
  type TransactionFilters,
} from '@express-elements/contract';
import type { PageRequest, Question } from '../ledger.ts';

/** What Stripe's own list can be asked for. */
export interface Push {
  readonly type?: string | undefined;
  readonly currency?: string | undefined;
  readonly payout?: string | undefined;
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

/** Lists that are read together; more and a reading of everything costs less. */
const MOST_LISTS = 10;

const pushed = new Set<keyof TransactionFilters>([
  'category',
  'type',
  'currency',
  'payout',
  'from',
  'to',
]);

const pushOf = ({ currency, payout, from, to }: TransactionFilters): Push => ({
  currency,
  payout,
  from,
  before: to,
});

/** The categories that are asked for and may be seen; null: all. */
function wantedCategories({ filters, onlyCategories }: Question): readonly Category[] | null {
  if (!filters.category) return onlyCategories;
  return onlyCategories
    ? filters.category.filter((category) => onlyCategories.includes(category))
    : filters.category;
}

/** The types that the question comes down to: null for any, undefined where types alone cannot say. */
function wantedTypes(question: Question): readonly string[] | null | undefined {
  const wanted = wantedCategories(question);
  const { type } = question.filters;
  if (wanted === null) return type ? [...new Set(type)] : null;
  if (!wanted.every(isTypedCategory)) return undefined;
  const types = new Set<string>(wanted.flatMap((category) => typesOfCategory[category]));
  return type ? [...types].filter((one) => type.includes(one)) : [...types];
}

/**
 * The lists of Stripe's that together are the answer, row by row, to any depth; null where rows must be looked at to
 * tell: then the newest are scanned.
 */
export function listsOf(
  question: Question,
  { sort, order }: Pick<PageRequest, 'sort' | 'order'>,
): Push[] | null {
  if (sort !== 'created' || order !== 'desc') return null;
  const asked = Object.entries(question.filters).filter(([, value]) => value !== undefined);
  if (!asked.every(([name]) => pushed.has(name as keyof TransactionFilters))) return null;
  const types = wantedTypes(question);
  if (types === undefined || (types && types.length > MOST_LISTS)) return null;
  const push = pushOf(question.filters);
  return types ? types.map((type) => ({ ...push, type })) : [push];
}

/** The one list that a scan reads: all that can be asked of Stripe in one. */
export function scanOf(question: Question): Push {
  const types = wantedTypes(question);
  const type = types?.length === 1 ? types[0] : undefined;
  return { ...pushOf(question.filters), ...(type !== undefined && { type }) };
}
