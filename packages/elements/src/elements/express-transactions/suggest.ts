/** What a seller may have meant by words that match nothing: words of rows that were shown, spelt almost so. Pure. */
import type { Row } from '@express-elements/contract';

/** Shorter words are near to too many others. */
const SHORTEST = 4;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words by which rows are found: of their customers and descriptions. */
export function wordsOf(rows: readonly Row[]): Set<string> {
  const texts = rows.flatMap(({ customer, description }) => [
    customer?.name ?? '',
    customer?.email ?? '',
    description ?? '',
  ]);
  return new Set(texts.flatMap(wordsIn).filter((word) => word.length >= SHORTEST));
}

/**
 * How many letters must be put in, taken out, changed, or swapped with their neighbour (the optimal string alignment).
 *
 * @example distance('mensha', 'mensah') // 1
 */
export function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          last[j]! + 1,
          row[j - 1]! + 1,
          last[j - 1]! + same,
          swapped ? before[j - 2]! + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** One slip in a short word, two in a longer one. */
const slips = (word: string): number => (word.length < 7 ? 1 : 2);

/** The known word that is nearest, null where none is near; the word itself where it is known or begins a known one. */
function nearest(word: string, known: ReadonlySet<string>): string | null {
  if (word.length < SHORTEST) return word;
  let found: string | null = null;
  let least = slips(word) + 1;
  for (const other of known) {
    if (other.startsWith(word)) return word;
    if (Math.abs(other.length - word.length) >= least) continue;
    const far = distance(word, other);
    if (far < least) [found, least] = [other, far];
  }
  return found;
}

/**
 * Another question that the rows would answer; null where there is none.
 *
 * @example suggest('ada mensha', rowsOfAdaMensah) // 'ada mensah'
 */
export function suggest(question: string, rows: readonly Row[]): string | null {
  const known = wordsOf(rows);
  const asked = wordsIn(question);
  const meant = asked.map((word) => nearest(word, known));
  if (meant.includes(null)) return null;
  const other = meant.join(' ');
  return other === asked.join(' ') ? null : other;
}
