import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { scene, settled, signIn } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, a line each. It is put in past the page's policy, as a browser's extension would be. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run: unknown = Reflect.get(Reflect.get(globalThis, 'axe'), 'run');
    if (typeof run !== 'function') throw new Error('axe is not there.');
    const { violations } = await run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((violation: { id: string; nodes: { target: unknown }[] }) =>
      violation.nodes.map((node) => `${violation.id}: ${JSON.stringify(node.target)}`),
    );
  });
}

/** Each page and what must have settled on it before it is looked at. */
const pages = {
  '/dashboard': [
    'express-dashboard express-balance',
    'express-dashboard express-earnings',
    'express-dashboard express-transactions',
    'express-dashboard activity-hub',
  ],
  '/shop': ['express-balance', 'express-earnings', 'express-transactions', 'express-payments'],
  '/plain': ['express-balance'],
  '/quickstart': ['express-payments', 'express-payouts'],
} as const;

describe('every page', () => {
  const open = scene();

  for (const [path, hinted] of [
    ['/dashboard', ['/express/account']],
    ['/shop', ['/express/account', '/express/balance?early=true']],
    ['/plain', ['/express/account', '/express/balance?early=true']],
  ] as const)
    it(`${path} has its first answers under way before its scripts run, and asks for none twice`, async () => {
      const { page } = await open.visit();
      await signIn(page, open.demo.url, { to: path });
      await page.goto('about:blank');
      const asked: { path: string; kind: string }[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        asked.push({ path: pathname + search, kind: request.resourceType() });
      });
      await page.goto(open.demo.url + path);
      await settled(page, ...pages[path]);
      for (const each of hinted) {
        const times = asked.filter((request) => request.path === each);
        assert.equal(times.length, 1, each);
        assert.ok(asked.indexOf(times[0]!) < asked.findIndex(({ kind }) => kind === 'script'));
      }
    });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`the sign-in page is accessible and quiet (${colorScheme})`, async () => {
      const { page, complaints } = await open.visit({ colorScheme });
      await page.goto(open.demo.url);
      assert.deepEqual(await faultsOf(page), []);
      assert.deepEqual(complaints, []);
    });

    for (const [path, elements] of Object.entries(pages)) {
      it(`${path} is accessible and quiet (${colorScheme})`, async () => {
        const { page, complaints } = await open.visit({ colorScheme });
        await signIn(page, open.demo.url, { seller: 'de', to: path });
        await settled(page, ...elements);
        await page.locator('aside.sandbox summary').click();
        // At its place at the foot of the window it covers what one would scroll up from under it.
        await page
          .locator('aside.sandbox')
          .evaluate((aside) => aside.style.setProperty('position', 'static'));
        assert.deepEqual(await faultsOf(page), []);
        assert.deepEqual(complaints, []);
      });
    }
  }

  it('fits 320 px without a horizontal scroll', async () => {
    const { page } = await open.visit({ viewport: { width: 320, height: 640 } });
    for (const path of Object.keys(pages)) {
      await signIn(page, open.demo.url, { seller: 'de', to: path });
      await settled(page, ...pages[path as keyof typeof pages]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${path} is ${width} px wide`);
    }
  });

  it('carries the strict policy and what goes with it', async () => {
    for (const path of ['/', '/sign-in', '/assets/none.js']) {
      const answer = await fetch(open.demo.url + path);
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
    }
    const { headers } = await fetch(open.demo.url);
    const policy = headers.get('Content-Security-Policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ');
    assert.deepEqual(scripts, ["'self'", 'https://connect-js.stripe.com', 'https://js.stripe.com']);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
    assert.match(policy, /base-uri 'none'/);
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'unsafe-none');
  });

  it('is answered to this machine’s names only, and takes writes from its own pages only', async () => {
    const { url } = open.demo;
    const port = new URL(url).port;
    assert.equal((await fetch(`http://127.0.0.1:${port}`)).status, 200);
    const form = new URLSearchParams({ seconds: '60' });
    for (const headers of [{}, { Origin: 'https://evil.example' }, { Origin: 'null' }]) {
      const answer = await fetch(`${url}/panel/advance`, { method: 'POST', body: form, headers });
      assert.equal(answer.status, 403);
    }
  });
});
