/** The pages as Vite built them, with what only the server knows filled in. Nothing is put in as script or style. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { directionOf, isWord, say, type Language } from '../words.ts';
import type { Html, Preferences } from './parts.ts';

/** What goes into a page: `<!--name-->` becomes HTML, `{name}` in an attribute an escaped value. */
export interface Fill {
  readonly parts: Readonly<Record<string, Html | ''>>;
  readonly values: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text as it may stand in an element or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

const wordOf = (language: Language, key: string): string => {
  if (!isWord(key))
    throw new Error(`A page asks for the words "${key}", which are not in the table.`);
  return escaped(say(language, key));
};

/** Fills in the words: `data-t` is an element's text, `data-t-label` its accessible name. */
const translated = (page: string, language: Language): string =>
  page
    .replaceAll(
      /(\bdata-t="([\w.]+)"[^>]*>)[^<]*/g,
      (_all, start: string, key: string) => start + wordOf(language, key),
    )
    .replaceAll(
      /\bdata-t-label="([\w.]+)"/g,
      (all, key: string) => `${all} aria-label="${wordOf(language, key)}"`,
    );

/**
 * One page. Words are filled in before parts, for a part brings its own.
 */
export async function render(
  page: string,
  { language, theme }: Preferences,
  { parts, values }: Fill,
): Promise<string> {
  const ready = new Map<string, string>();
  for (const [name, part] of Object.entries(parts)) ready.set(name, String(await part));
  return translated(page, language)
    .replace(
      '<html lang="en"',
      `<html lang="${language}" dir="${directionOf(language)}" data-theme="${theme}"`,
    )
    .replaceAll(/\{([a-z-]+)\}/g, (gap, name: string) => {
      const value = values[name];
      return value === undefined ? gap : escaped(value);
    })
    .replaceAll(/<!--([a-z-]+)-->/g, (gap, name: string) => ready.get(name) ?? gap);
}

/** Reads every built page at the start: name without ending → HTML. */
export function readPages(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.html'))
    : [];
  if (names.length === 0) {
    throw new Error(`The demo's pages are not built (${folder} has none): npm run build -- demo.`);
  }
  return new Map(
    names.map((name) => [basename(name, '.html'), readFileSync(join(folder, name), 'utf8')]),
  );
}
