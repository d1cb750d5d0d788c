import type { Row } from '@express-elements/contract';
import { decimalsOf } from '../money.ts';

/**
 * The one way in which searched text and question become comparable. Never SQL's `lower`: databases and JavaScript
 * differ on Σ and İ. NFKC makes full-width digits and ligatures plain; what Postgres cannot store is taken out.
 *
 * @example normalise('MÜLLER ①') // 'müller 1'
 */
export const normalise = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFKC')
    .toLowerCase();

/** What a row is searched by, but for its ids and its amount: description, customer, last four digits, metadata. */
export function searchedText(
  row: Pick<Row, 'description' | 'customer' | 'last4' | 'metadata'>,
): string {
  const parts = [
    row.description,
    row.customer?.name,
    row.customer?.email,
    row.last4,
    ...Object.values(row.metadata),
  ];
  // Lines, so that no word is found across two fields.
  return normalise(parts.filter((part) => part).join('\n'));
}

/** What `q` asks for. */
export type SearchQuestion =
  /** The beginning of a row's id or of its source's, in Stripe's own letters. */
  | { readonly kind: 'id'; readonly prefix: string }
  /**
   * Every word is somewhere in the searched text, or (`amount` not null) the row's amount is this one:
   * see `amountsIn`.
   */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly amount: string | null };

const idPrefixes = 'txn|ch|py|re|pyr|dp|du|po|tr|trr|fee|fr|tu|rtx|ct|iauth|ipi|idp';
// A digit, a capital or nothing after the prefix: `re_design` is a word, `re_1Pgc` an id.
const looksLikeId = new RegExp(`^(?:${idPrefixes})_(?:$|\\w*[0-9A-Z]\\w*$)`);

const amountPattern = /^[-+]?\d[\d.,'\u2019\u00a0\u202f ]*$/;

/** The digits of a question that may be an amount, without currency signs; null where it can't be one. */
function amountText(question: string): string | null {
  const bare = question.replace(/\p{Sc}/gu, '').trim();
  return bare.length <= 24 && amountPattern.test(bare) ? bare : null;
}

/** What is asked for, null where nothing is. */
export function searchQuestion(q: string | undefined): SearchQuestion | null {
  const question = q?.trim();
  if (!question) return null;
  if (looksLikeId.test(question)) return { kind: 'id', prefix: question };
  const words = [...new Set(normalise(question).split(/\s+/u))].filter((word) => word !== '');
  if (words.length === 0) return null;
  return { kind: 'words', words, amount: amountText(question.normalize('NFKC')) };
}

const safe = (digits: string): number[] => {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? [value] : [];
};

/**
 * The absolute amounts, in the currency's minor unit, that a question may mean. A point or a comma may part decimals
 * or thousands; where both readings are possible (`1,234` of a currency with three decimals), both are meant.
 *
 * @example amountsIn('1.234,50', 'eur') // [123450]
 * @example amountsIn('12.50', 'jpy') // []
 */
export function amountsIn(amount: string, currency: string): number[] {
  const decimals = decimalsOf(currency);
  const plain = amount.replace(/^[-+]/, '').replace(/['\u2019\u00a0\u202f ]/g, '');
  const whole = /^(?:\d+|\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*))$/.test(plain)
    ? safe(plain.replace(/[.,]/g, '') + '0'.repeat(decimals))
    : [];
  const parts = /^(\d+|\d{1,3}(?:[.,]\d{3})+)([.,])(\d{1,3})$/.exec(plain);
  const [, before = '', mark = '', after = ''] = parts ?? [];
  if (!parts || after.length > decimals || before.includes(mark)) return whole;
  return [...whole, ...safe(before.replace(/[.,]/g, '') + after.padEnd(decimals, '0'))];
}

/** Whether a row answers a question: what both ledgers mean by `q`. */
export function matches(row: Row, question: SearchQuestion, text = searchedText(row)): boolean {
  if (question.kind === 'id')
    return (
      row.id.startsWith(question.prefix) || (row.source?.id.startsWith(question.prefix) ?? false)
    );
  if (question.words.every((word) => text.includes(word))) return true;
  return (
    question.amount !== null &&
    amountsIn(question.amount, row.currency).includes(Math.abs(row.amount))
  );
}
