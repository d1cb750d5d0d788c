import { categories, categoryOf, type Category, type Summary } from '@express-elements/contract';
import type { LedgerAccount, Question } from '../../ledger.ts';
import { filtered, isRolledUp } from './filters.ts';
import { groupsOfRows, groupsOfSpan, type Group } from './sums.ts';
import { wholeCondition, type Walk } from './walk.ts';

type Sum = Summary['sums'][number];

const categoryOfGroup = ({ type, reporting_category }: Group): Category =>
  categoryOf(type, reporting_category);

function sumsOf(groups: readonly Group[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { currency, count, amount, fee, net } of groups) {
    const sum = sums.get(currency) ?? { currency, count: 0, amount: 0, fee: 0, net: 0 };
    sums.set(currency, {
      currency,
      count: sum.count + count,
      amount: sum.amount + amount,
      fee: sum.fee + fee,
      net: sum.net + net,
    });
  }
  return [...sums.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function countsOf(groups: readonly Group[]): Summary['by_category'] {
  const counts = new Map<Category, number>();
  for (const group of groups) {
    const category = categoryOfGroup(group);
    counts.set(category, (counts.get(category) ?? 0) + group.count);
  }
  return categories.flatMap((category) => {
    const count = counts.get(category) ?? 0;
    return count === 0 ? [] : [{ category, count }];
  });
}

/** The question as if no category were chosen: `by_category` counts every one that the role may see. */
export const anyCategory = ({ filters, onlyCategories }: Question): Question => {
  const { category: _, ...rest } = filters;
  return { filters: rest, onlyCategories };
};

/** Roll-ups know time by whole days: the span is asked apart from the other filters. */
const withoutTime = ({ filters, onlyCategories }: Question): Question => {
  const { from: _from, to: _to, ...rest } = filters;
  return { filters: rest, onlyCategories };
};

/** Roll-ups have no category of their own, but all that makes one. */
const groupsFor = async (
  walk: Walk,
  account: LedgerAccount,
  question: Question,
): Promise<Group[]> => {
  if (!isRolledUp(question.filters))
    return groupsOfRows(walk.db, walk.account, await wholeCondition(walk));
  const { from = null, to = null } = question.filters;
  const groups = await groupsOfSpan(walk.db, walk.account, {
    span: { from, to },
    timeZone: account.timeZone,
    condition: filtered({ ...withoutTime(question), onlyCategories: null }),
  });
  const { onlyCategories: only } = question;
  return only ? groups.filter((group) => only.includes(categoryOfGroup(group))) : groups;
};

/** Count, sums and counts by category. `walk` asks for any category. */
export async function summaryOf(
  walk: Walk,
  account: LedgerAccount,
  question: Question,
): Promise<Omit<Summary, 'covers'>> {
  const all = await groupsFor(walk, account, anyCategory(question));
  const chosen = question.filters.category;
  const wanted = chosen && new Set<Category>(chosen);
  const matching = wanted ? all.filter((group) => wanted.has(categoryOfGroup(group))) : all;
  return {
    count: matching.reduce((count, group) => count + group.count, 0),
    sums: sumsOf(matching),
    by_category: countsOf(all),
  };
}
