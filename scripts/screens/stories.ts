import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cataloguePolicy, serveFolder } from '../../test/support/static.ts';
import { buildCatalogue } from '../build/catalogue.ts';
import { root } from '../root.ts';
import { takeAll, views } from './camera.ts';

interface Index {
  readonly entries: Readonly<Record<string, { readonly id: string; readonly type: string }>>;
}

/** Pictures of every story, from the static catalogue. @returns what the pages complained of */
export async function takeStories(browser: Browser, only: (name: string) => boolean) {
  // A folder of its own: a test may be building the catalogue anew meanwhile.
  const built = '.cache/screens/catalogue';
  await buildCatalogue(built);
  const folder = join(root, built);
  const index: Index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const ids = Object.values(index.entries)
    .filter(({ type, id }) => type === 'story' && only(id))
    .map(({ id }) => id);
  const server = await serveFolder(folder, cataloguePolicy);
  const complaints: string[] = [];
  try {
    for (const view of views) {
      const globals = `theme:${view.theme}`;
      const shots = ids.map((id) => ({
        name: `stories/${id}`,
        url: `${server.url}/iframe.html?viewMode=story&id=${id}&globals=${globals}`,
      }));
      complaints.push(...(await takeAll(browser, view, shots)));
    }
  } finally {
    await server.close();
  }
  return complaints;
}
