import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cataloguePolicy, serveFolder } from '../../test/support/static.ts';
import { buildCatalogue } from '../build/catalogue.ts';
import { root } from '../root.ts';
import { takeAll, views, viewsOf, type Shot } from './camera.ts';

interface Index {
  readonly entries: Readonly<Record<string, { readonly id: string; readonly type: string }>>;
}

/** Builds and serves the catalogue, and gives the ids of its stories. */
async function withCatalogue(
  take: (url: string, ids: readonly string[]) => Promise<string[]>,
): Promise<string[]> {
  // A folder of its own: a test may be building the catalogue anew meanwhile.
  const built = '.cache/screens/catalogue';
  await buildCatalogue(built);
  const folder = join(root, built);
  const index: Index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const ids = Object.values(index.entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => id);
  const server = await serveFolder(folder, cataloguePolicy);
  try {
    return await take(server.url, ids);
  } finally {
    await server.close();
  }
}

const shotOf = (base: string, id: string, name: string, globals: string): Shot => ({
  name,
  url: `${base}/iframe.html?viewMode=story&id=${id}&globals=${globals}`,
});

/** Pictures of every story, from the static catalogue. @returns what the pages complained of */
export const takeStories = (browser: Browser, only: (name: string) => boolean) =>
  withCatalogue(async (url, all) => {
    const ids = all.filter(only);
    const complaints: string[] = [];
    for (const view of views) {
      const shots = ids.map((id) => shotOf(url, id, `stories/${id}`, `theme:${view.theme}`));
      complaints.push(...(await takeAll(browser, view, shots)));
    }
    return complaints;
  });

/** The stories that are kept in each language. */
const spoken = [
  'activity-hub--short',
  'express-balance--summary',
  'express-dashboard--overview',
  'express-earnings--chart',
  'express-transactions--short',
];

/** The toolbar's choices for each language: a seller whose money goes with it. */
const languages = {
  en: 'language:en;seller:0',
  es: 'language:es;seller:2',
  ja: 'language:ja;seller:1',
  ar: 'language:ar;seller:0;direction:rtl',
};

/** Pictures of the native elements in each language, 320, 768 and 1280 px wide. */
export const takeLanguages = (browser: Browser, only: (name: string) => boolean) =>
  withCatalogue(async (url, ids) => {
    const missing = spoken.filter((id) => !ids.includes(id));
    if (missing.length > 0) throw new Error(`The catalogue has no story ${missing.join(', ')}.`);
    const complaints: string[] = [];
    for (const view of viewsOf([320, 768, 1280])) {
      const shots = Object.entries(languages).flatMap(([language, globals]) =>
        spoken
          .map((id) =>
            shotOf(url, id, `languages/${id}-${language}`, `theme:${view.theme};${globals}`),
          )
          .filter(({ name }) => only(name)),
      );
      complaints.push(...(await takeAll(browser, view, shots)));
    }
    return complaints;
  });
