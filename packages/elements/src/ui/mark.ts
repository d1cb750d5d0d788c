import { html, type TemplateResult } from 'lit';

/** A stretch of text, and whether the search found it. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

const letters = (text: string): string =>
  // Length-keeping: a lower-cased text of another length (İ) would shift every place after it.
  [...text]
    .map((letter) =>
      letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
    )
    .join('');

/**
 * Where the words of a question stand in a text. Overlaps are joined, nothing is lost: the stretches together are the
 * text.
 *
 * @example findWords('Ada Mensah', 'mens') // [{ text: 'Ada ', … }, { text: 'Mens', found: true }, { text: 'ah', … }]
 */
export function findWords(text: string, question: string): readonly Stretch[] {
  const words = letters(question).split(/\s+/).filter(Boolean);
  const low = letters(text);
  const found = Array.from({ length: text.length }, () => false);
  for (const word of words)
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length))
      found.fill(true, at, at + word.length);
  const stretches: Stretch[] = [];
  for (let from = 0, to = 1; from < text.length; from = to, to += 1) {
    while (to < text.length && found[to] === found[from]) to += 1;
    stretches.push({ text: text.slice(from, to), found: found[from] ?? false });
  }
  return stretches;
}

/** A text with what a search found in it marked. Text nodes only: whatever the text says, it stays text. */
export const marked = (text: string, question: string): TemplateResult | string =>
  question.trim() === ''
    ? text
    : html`${findWords(text, question).map((stretch) =>
        stretch.found ? html`<mark>${stretch.text}</mark>` : stretch.text,
      )}`;
