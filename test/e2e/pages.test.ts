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

/** So that the panel at the foot, opened, covers nothing. */
const tall = { width: 1280, height: 5000 };

describe('every page', () => {
  const open = scene();

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`the sign-in page is accessible and quiet (${colorScheme})`, async () => {
      const { page, complaints } = await open.visit({ colorScheme });
      await page.goto(open.demo.url);
      assert.deepEqual(await faultsOf(page), []);
      assert.deepEqual(complaints, []);
    });

    for (const [path, elements] of Object.entries(pages)) {
      it(`${path} is accessible and quiet (${colorScheme})`, async () => {
        const { page, complaints } = await open.visit({ colorScheme, viewport: tall });
        await signIn(page, open.demo.url, { seller: 'de', to: path });
        await settled(page, ...elements);
        await page.locator('aside.sandbox summary').click();
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
    assert.match(policy, /script-src 'self' https:/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|localhost:(?!\d+)/);
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

describe('signing in', () => {
  const open = scene();

  it('needs nothing but the keyboard', async () => {
    const { page } = await open.visit();
    await page.goto(open.demo.url);
    await page.locator('input[name="account"]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dashboard');
    const second = open.demo.sandbox?.sellers[1]?.name ?? '';
    const menu = page.locator('[data-menu] summary');
    await menu.getByText(second).waitFor();
    await menu.getByText('Finance').waitFor();

    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('[data-menu]').getAttribute('open'), null);
    assert.ok(await menu.evaluate((element) => element === document.activeElement));
  });

  it('comes before every page, and leads to the one that was asked for', async () => {
    const { page } = await open.visit();
    await page.goto(`${open.demo.url}/shop`);
    await page.waitForURL('**/?to=/shop');
    await page.locator('form.sign-in button.primary').click();
    await page.waitForURL('**/shop');
    await page.locator('[data-menu] summary').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${open.demo.url}/`);
    await page.goto(`${open.demo.url}/dashboard`);
    await page.waitForURL('**/?to=/dashboard');
  });

  it('switches language and theme at once, elements included, and remembers them', async () => {
    const { page, complaints } = await open.visit();
    await signIn(page, open.demo.url, { to: '/shop' });
    await settled(page, 'express-transactions');
    await page.locator('[data-menu] summary').click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Tu tienda' }).waitFor();
    await page.locator('express-transactions').getByText('Transacciones').first().waitFor();
    await page.getByRole('button', { name: 'Oscuro' }).click();
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await background(), 'rgb(13, 15, 22)');
    await page.reload();
    await page.getByRole('heading', { name: 'Tu tienda' }).waitFor();
    assert.equal(await background(), 'rgb(13, 15, 22)');
    assert.deepEqual(complaints, []);
  });
});
