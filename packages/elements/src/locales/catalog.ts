import { en, type Messages } from './en.ts';

/** The languages besides English, each fetched when first asked for. */
const loaders = {
  es: async () => (await import('./es.ts')).es,
} as const satisfies Record<string, () => Promise<Messages>>;
type Language = keyof typeof loaders;

const loaded = new Map<Language, Messages>();
const underway = new Map<Language, Promise<void>>();

/** Every language there are texts in. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

const isLoadable = (language: string): language is Language => Object.hasOwn(loaders, language);

export interface Texts {
  /** The language of the words, for a `lang` attribute. */
  readonly language: string;
  /** The locale in which numbers and dates fit those words. */
  readonly locale: string;
  readonly messages: Messages;
}

const english: Texts = { language: 'en', locale: 'en', messages: en };

/**
 * The texts to show now for a language tag: English until another language has come, and where there is none, so that
 * words, dates and numbers are always of one language.
 */
export function textsFor(tag: string): Texts {
  const { language } = new Intl.Locale(tag);
  if (language === 'en') return { ...english, locale: tag };
  const messages = isLoadable(language) ? loaded.get(language) : undefined;
  return messages ? { language, locale: tag, messages } : english;
}

/** Fetches a language, null where that is not needed. A failed fetch leaves English and is tried again when next asked for. */
export function load(tag: string): Promise<void> | null {
  const { language } = new Intl.Locale(tag);
  if (!isLoadable(language) || loaded.has(language)) return null;
  const known = underway.get(language);
  if (known) return known;
  const fetching = loaders[language]()
    .then((messages) => void loaded.set(language, messages))
    .finally(() => underway.delete(language));
  underway.set(language, fetching);
  return fetching;
}
