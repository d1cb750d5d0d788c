/** What of a row a search has found. The endpoint found the row; this says by what, so that it can be marked. Pure. */
import type { Row } from '@express-elements/contract';
import { masked } from '../../format/index.ts';

type Searched = Pick<Row, 'id' | 'source' | 'customer' | 'last4' | 'description' | 'metadata'>;

/**
 * What was found in a row that the row does not show, as one more fact; '' where everything found is to be seen.
 *
 * @param shown all that the row shows
 * @example hiddenFact(row, 'Payment Ada Mensah · Order 42', 'ada@') // 'ada@example.com'
 */
export function hiddenFact(row: Searched, shown: string, query: string): string {
  const question = query.trim();
  if (question === '') return '';
  const id = [row.id, row.source?.id].find((each) => each?.startsWith(question));
  if (id && question.includes('_')) return id;
  const seen = shown.toLowerCase();
  const words = question.toLowerCase().split(/\s+/);
  const missing = words.filter((word) => !seen.includes(word));
  const facts = [row.customer?.email, row.customer?.name, row.last4 && masked(row.last4)]
    .concat(row.description, Object.values(row.metadata))
    .filter((fact) => typeof fact === 'string');
  return facts.find((fact) => missing.some((word) => fact.toLowerCase().includes(word))) ?? '';
}

const digits = (text: string): string => text.replace(/\D/g, '');
/** How many digits stand after the last point or comma, if it may part decimals. */
const decimals = (text: string): number => /[.,](\d{1,2})\D*$/.exec(text)?.[1]?.length ?? 0;

/**
 * Whether a question is this amount, as it is written.
 *
 * @example isAmount('12.5', '−$12.50') // true
 */
export function isAmount(query: string, written: string): boolean {
  const question = query.trim();
  if (!/^[-+\p{Sc}\s]*\d[\d.,'’\s\p{Sc}]*$/u.test(question)) return false;
  const rest = decimals(written) - decimals(question);
  return rest >= 0 && digits(question) + '0'.repeat(rest) === digits(written);
}
