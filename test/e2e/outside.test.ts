import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createSandbox } from '@express-elements/sandbox';
import { serveSandbox } from '@express-elements/sandbox/node';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../packages/demo/src/server/start.ts';
import { complaintsOf, openBrowser } from '../support/browser.ts';
import { money } from './figures.ts';
import { openDemo, settled, signIn, start, temporaryFolder } from './support.ts';

describe('the same pages with Stripe’s settings, before a far side of its own', () => {
  const folder = temporaryFolder();
  const sandbox = createSandbox({ now: start });
  const opened: { close(): unknown }[] = [];
  let demo: Demo;
  let browser: Browser;
  let far = '';

  before(async () => {
    const served = await serveSandbox(sandbox, { port: 0 });
    far = served.url;
    demo = await openDemo(folder, {
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
      STRIPE_ACCOUNT: sandbox.sellers[0]?.account,
      STRIPE_API_BASE: far,
      CONNECT_JS_URL: `${far}/connect.js`,
    });
    browser = await openBrowser();
    opened.push(served, demo, browser);
  });
  after(async () => {
    for (const each of opened.toReversed()) await each.close();
    sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('show the one seller’s figures, Stripe’s parts from over there, and no panel', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints = complaintsOf(page);
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/connect.js')) scripts.push(request.url());
    });
    await page.goto(demo.url);
    assert.equal(await page.locator('input[name="account"]').count(), 1);
    await signIn(page, demo.url, { to: '/shop' });
    await settled(page, 'express-balance', 'express-transactions', 'express-payments');
    assert.equal(await page.locator('aside.sandbox').count(), 0);
    assert.deepEqual(scripts, [`${far}/connect.js`]);
    const answer = await sandbox.fetch('/v1/balance', {
      headers: {
        Authorization: 'Bearer sk_test_sandbox',
        'Stripe-Account': sandbox.sellers[0]?.account ?? '',
      },
    });
    const { available, pending } = await answer.json();
    const total = available[0].amount + pending[0].amount;
    await page.locator('express-balance').getByText(money(total, 'usd')).first().waitFor();
    assert.deepEqual(complaints, []);
  });
});
