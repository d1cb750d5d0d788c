/** The catalogue, as static files under the strict policy: each story shows, complains of nothing, and is accessible. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { root } from '../../scripts/root.ts';
import { complaintsOf, openBrowser } from '../support/browser.ts';
import { cataloguePolicy, serveFolder, type StaticServer } from '../support/static.ts';

interface Story {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

const folder = join(root, 'storybook-static');
const index: { entries: Record<string, Story> } = JSON.parse(
  readFileSync(join(folder, 'index.json'), 'utf8'),
);
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Stories whose element stays in a state on purpose. */
const stays = (story: Story): string | null =>
  story.name === 'Loading' ? 'loading' : /^(Failed|Offline)$/.test(story.name) ? 'error' : null;

/** Stories about what is not there. */
const isAbsent = ({ name }: Story): boolean => /Not Offered|Banner Quiet/.test(name);

/** What a story that asks for a failure may say in the console: the answer it asked for. */
const asked = (story: Story, complaint: string): boolean =>
  story.name === 'Failed' && /No account session|502|503/.test(complaint);

let server: StaticServer;
let browser: Browser;

before(async () => {
  server = await serveFolder(folder, cataloguePolicy);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Without the catalogue's own run of axe, which would be in the way of ours. */
const urlOf = (story: Story, globals: string): string =>
  `${server.url}/iframe.html?viewMode=story&id=${story.id}&globals=a11y.manual:!true;${globals}`;

/** Until no element inside is loading, or until it is in the state that the story is about. */
async function settle(page: Page, story: Story): Promise<void> {
  const wanted = stays(story);
  await page.waitForFunction(
    ({ state, absent }) => {
      const provider = document.querySelector('express-provider');
      if (!provider) return false;
      const inside = [...provider.querySelectorAll('*')].filter((one) =>
        one.localName.includes('-'),
      );
      if (state) return inside.some((one) => one.matches(`:state(${state})`));
      if (inside.some((one) => one.matches(':state(error)'))) throw new Error('It failed.');
      // An element that was not granted is not loading either, and shows nothing.
      const shows = absent || inside.some((one) => one.matches(':state(ready), :state(empty)'));
      return shows && inside.every((one) => !one.matches(':state(loading)'));
    },
    { state: wanted, absent: isAbsent(story) },
    { timeout: 15_000, polling: 50 },
  );
}

interface Finding {
  readonly id: string;
  readonly targets: readonly string[];
}

const lookAt = (page: Page): Promise<Finding[]> =>
  page.evaluate(async () => {
    const { axe: checker } = window as typeof window & { axe: typeof import('axe-core') };
    const { violations } = await checker.run('#storybook-root', {
      // A story is a part of a page, not a page.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
    }));
  });

/** What moves, though the visitor asked for less motion: by element, in every shadow root. */
const movementsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
    return roots
      .flatMap((root) => root.getAnimations())
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        return `${target?.localName}.${target?.className}`;
      });
  });

async function show(context: BrowserContext, story: Story, globals: string): Promise<void> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  try {
    await page.goto(urlOf(story, globals));
    await settle(page, story);
    assert.deepEqual(await movementsOf(page), []);
    assert.deepEqual(await lookAt(page), []);
    assert.deepEqual(
      complaints.filter((complaint) => !asked(story, complaint)),
      [],
    );
  } finally {
    await page.close();
  }
}

describe('the catalogue', () => {
  test('has a story for every element', () => {
    const sources = readFileSync(join(root, 'packages/elements/src/elements/all.ts'), 'utf8');
    const tags = [...sources.matchAll(/\.\/([\w-]+)\/define\.ts/g)].map((match) => match[1]!);
    const files = ['connect', 'express-dashboard', ...tags]
      .map((name) => join(root, `stories/${name}.stories.ts`))
      .flatMap((file) => {
        try {
          return [readFileSync(file, 'utf8')];
        } catch (error) {
          // Most Connect elements stand together in one file.
          assert.equal((error as NodeJS.ErrnoException).code, 'ENOENT');
          return [];
        }
      })
      .join('\n')
      // However the formatter breaks a call.
      .replaceAll(/\(\s+/g, '(');
    const missing = tags.filter(
      (tag) =>
        tag !== 'express-provider' &&
        !files.includes(`element('${tag}'`) &&
        !files.includes(`component('${tag.replace('express-', '')}'`) &&
        !files.includes(`about('${tag.replace('express-', '')}'`),
    );
    assert.deepEqual(missing, []);
    assert.ok(tags.length > 20);
  });

  for (const theme of ['light', 'dark']) {
    describe(theme, { concurrency: 2 }, () => {
      let context: BrowserContext;
      before(async () => {
        context = await browser.newContext({
          viewport: { width: 1100, height: 900 },
          reducedMotion: 'reduce',
          colorScheme: theme === 'dark' ? 'dark' : 'light',
        });
        // By the browser's own hand: the policy lets no script in that the page does not bring.
        await context.addInitScript({ path: axe });
      });
      after(() => context.close());
      for (const story of stories)
        test(`${story.title}: ${story.name}`, () => show(context, story, `theme:${theme}`));
    });
  }

  test('a language and a direction are the toolbar’s to choose', async () => {
    const context = await browser.newContext();
    const story = stories.find(({ id }) => id === 'express-transactions--short');
    assert.ok(story);
    const page = await context.newPage();
    await page.goto(urlOf(story, 'language:es;direction:rtl'));
    await settle(page, story);
    await page.getByRole('heading', { name: 'Transacciones' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    await context.close();
  });
});
