import { en } from './en.ts';
import type { Word } from './en.ts';
import { es } from './es.ts';

export type { Word } from './en.ts';

const languages: Readonly<Record<string, Readonly<Record<Word, string>>>> = { en, es };

/** The words of a locale: Spanish where it asks for it, else English, as a stand-in may. */
export const wordsOf = (locale: string): Readonly<Record<Word, string>> =>
  languages[new Intl.Locale(locale).language] ?? en;
