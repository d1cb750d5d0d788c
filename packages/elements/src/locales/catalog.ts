import type { Messages } from './en.ts';
import type { Section, SectionName } from './section.ts';
import { commonTexts, errorTexts } from './sections/common.ts';

type Shared = 'common' | 'errors';

/** The texts of the sections named, and what every element says. */
export type MessagesOf<Name extends SectionName = never> = Pick<Messages, Name | Shared>;

export interface Texts<Name extends SectionName = never> {
  /** The language of the words, for a `lang` attribute. */
  readonly language: string;
  /** The locale in which numbers and dates fit those words. */
  readonly locale: string;
  readonly messages: MessagesOf<Name>;
}

/** What an element says: its own sections and the shared ones, whole in one language or in English. */
export class Catalog<Name extends SectionName = never> {
  readonly #sections: readonly Section<SectionName>[];

  constructor(sections: readonly Section<Name>[]) {
    this.#sections = [commonTexts, errorTexts, ...sections];
  }

  /**
   * The texts to show now for a language tag: English until another language has come, and where there is none, so that
   * words, dates and numbers are always of one language.
   */
  for(tag: string): Texts<Name> {
    const { language } = new Intl.Locale(tag);
    const messages = this.#messages(language);
    if (messages) return { language, locale: tag, messages };
    return { language: 'en', locale: 'en', messages: this.#messages('en')! };
  }

  /** Fetches what a language lacks, null where that is nothing. A failed fetch leaves English and is tried again. */
  load(tag: string): Promise<void> | null {
    const { language } = new Intl.Locale(tag);
    const fetching = this.#sections.flatMap((section) => section.load(language) ?? []);
    return fetching.length > 0 ? Promise.all(fetching).then(() => undefined) : null;
  }

  #messages(language: string): MessagesOf<Name> | null {
    const texts = this.#sections.map((section) => [section.name, section.in(language)] as const);
    if (texts.some(([, text]) => text === null)) return null;
    return Object.fromEntries(texts) as MessagesOf<Name>;
  }
}
