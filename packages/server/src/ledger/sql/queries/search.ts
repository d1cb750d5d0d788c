/** The search as conditions. What matches is `search.ts` of the ledger; here is how it is found. */
import { amountsIn, searchQuestion, type SearchQuestion } from '../../search.ts';
import { every, likeText, some, sql, type Sql } from '../db/sql.ts';

type Words = Extract<SearchQuestion, { kind: 'words' }>;

/** Three letters or digits in a row: without them there is no trigram to look up. */
const hasTrigram = (word: string): boolean => /[\p{L}\p{N}]{3}/u.test(word);

const LAST = '\u{10FFFF}';

const startsWith = (column: Sql, prefix: string): Sql =>
  sql`(${column} >= ${prefix} and ${column} < ${prefix + LAST})`;

const idCondition = (prefix: string): Sql =>
  some([startsWith(sql`id`, prefix), startsWith(sql`source_id`, prefix)]);

const wordsCondition = (words: readonly string[]): Sql =>
  every(words.map((word) => sql`search like ${`%${likeText(word)}%`}`));

/** The amount that is meant, in each of the account's currencies. */
function amountCondition({ amount }: Words, currencies: readonly string[]): Sql | null {
  if (amount === null) return null;
  const meant = currencies.flatMap((currency) => {
    const amounts = amountsIn(amount, currency).flatMap((one) => [one, -one]);
    return amounts.length === 0
      ? []
      : [sql`(amount = any(${amounts}::bigint[]) and currency = ${currency})`];
  });
  return meant.length === 0 ? null : some(meant);
}

/** What is searched for, as a page's query wants it. */
export type Search =
  | { readonly kind: 'none' }
  /** One condition with an index of its own, or none needed. */
  | { readonly kind: 'plain'; readonly condition: Sql }
  /** Found month by month: `within` says of some months what must hold there. */
  | {
      readonly kind: 'words';
      readonly condition: Sql;
      readonly within: ((buckets: readonly string[], during: Sql) => Sql) | null;
    };

const or = (condition: Sql, other: Sql | null): Sql =>
  other === null ? condition : some([condition, other]);

export function searchOf(q: string | undefined, currencies: readonly string[]): Search {
  const question = searchQuestion(q);
  if (question === null) return { kind: 'none' };
  if (question.kind === 'id') return { kind: 'plain', condition: idCondition(question.prefix) };
  const words = wordsCondition(question.words);
  const amount = amountCondition(question, currencies);
  return {
    kind: 'words',
    condition: or(words, amount),
    within: question.words.some(hasTrigram)
      ? (buckets, during) =>
          or(
            sql`(bucket = any(${buckets}::text[]) and ${words})`,
            amount && sql`(${amount} and ${during})`,
          )
      : null,
  };
}

/** Whether a question needs the account's currencies before it can be asked. */
export function asksForAmounts(q: string | undefined): boolean {
  const question = searchQuestion(q);
  return question?.kind === 'words' && question.amount !== null;
}
