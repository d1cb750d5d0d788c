import type { Messages } from './en.ts';

/** The languages besides English. A section that lacks one does not compile. */
export const languages = ['es', 'ja', 'ar'] as const;
export type Language = (typeof languages)[number];
export type SectionName = keyof Messages;

const isLanguage = (language: string): language is Language =>
  (languages as readonly string[]).includes(language);

/** A language's file has the texts under the section's name. */
type Loaders<Name extends SectionName> = Readonly<
  Record<Language, () => Promise<Pick<Messages, Name>>>
>;

/**
 * The texts of one element, or of a part that several have: English in the bundle of who names it, each other language
 * a file fetched when first asked for.
 */
export class Section<Name extends SectionName> {
  readonly name: Name;
  readonly #english: Messages[Name];
  readonly #fetch: (language: Language) => Promise<Messages[Name]>;
  readonly #loaded = new Map<string, Messages[Name]>();
  readonly #underway = new Map<string, Promise<void>>();

  constructor(name: Name, english: Messages[Name], loaders: Loaders<Name>) {
    this.name = name;
    this.#english = english;
    this.#fetch = async (language) => (await loaders[language]())[name];
  }

  /** Null until the language has come, and where there is none. */
  in(language: string): Messages[Name] | null {
    return language === 'en' ? this.#english : (this.#loaded.get(language) ?? null);
  }

  /** Fetches a language, null where that is not needed. A failed fetch is tried again when next asked for. */
  load(language: string): Promise<void> | null {
    if (!isLanguage(language) || this.#loaded.has(language)) return null;
    const known = this.#underway.get(language);
    if (known) return known;
    const fetching = this.#fetch(language)
      .then((texts) => void this.#loaded.set(language, texts))
      .finally(() => this.#underway.delete(language));
    this.#underway.set(language, fetching);
    return fetching;
  }
}
