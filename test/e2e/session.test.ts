import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { scene, settled, signIn } from './support.ts';

/** Every element of the shop's page: three that Stripe draws, five of ours. */
const eight = [
  'activity-hub',
  'express-balance',
  'express-earnings',
  'express-login-link',
  'express-notification-banner',
  'express-payments',
  'express-payouts',
  'express-transactions',
] as const;

const asked = (requests: readonly Request[], path: string) =>
  requests.filter((request) => new URL(request.url()).pathname === path).length;

/** What the stand-in for connect.js counted on a page. */
const countsOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => Reflect.get(Reflect.get(globalThis, 'StripeConnect'), 'sandbox'));

/** Stripe's elements by tag, and whether only the document is around each. */
const stripeElements = (page: Page): Promise<readonly { tag: string; inDocument: boolean }[]> =>
  page.evaluate(() => {
    const found: { tag: string; inDocument: boolean }[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const tag = element.localName;
        const placed = tag.startsWith('stripe-connect-') && !tag.includes('sandbox');
        if (placed) found.push({ tag, inDocument: element.getRootNode() === document });
        // What Stripe's element holds inside is its own affair.
        else if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });

describe('a page with eight elements', () => {
  const open = scene();

  it('has one account session, one script, one stream, and never remounts what Stripe draws', async () => {
    const { page, complaints } = await open.visit();
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await signIn(page, open.demo.url, { seller: 'de', to: '/shop' });
    await settled(page, ...eight.filter((tag) => tag !== 'express-login-link'));
    assert.equal(await page.locator(eight.join(',')).count(), eight.length);

    await page.waitForFunction(
      () => Reflect.get(Reflect.get(globalThis, 'StripeConnect'), 'sandbox').mounted >= 3,
    );
    assert.equal(asked(requests, '/express/account-session'), 1);
    assert.equal(asked(requests, '/stripe/connect.js'), 1);
    assert.equal(asked(requests, '/express/live'), 1);
    assert.equal(asked(requests, '/express/account'), 1);
    const { scripts, inits, sessions, remounts, misplaced } = await countsOf(page);
    assert.deepEqual(
      { scripts, inits, sessions, remounts, misplaced },
      { scripts: 1, inits: 1, sessions: 1, remounts: 0, misplaced: 0 },
    );
    assert.deepEqual(complaints, []);
  });

  it('has no shadow root between any of Stripe’s elements and the document', async () => {
    const { page } = await open.visit();
    await signIn(page, open.demo.url, { seller: 'de', to: '/shop' });
    await settled(page, 'express-payments', 'express-payouts', 'express-notification-banner');
    const found = await stripeElements(page);
    assert.deepEqual(found.map(({ tag }) => tag).toSorted(), [
      'stripe-connect-notification-banner',
      'stripe-connect-payments',
      'stripe-connect-payouts',
    ]);
    assert.ok(found.every(({ inDocument }) => inDocument));
  });

  it('nor on the dashboard’s page, whatever section one looks at', async () => {
    const { page, complaints } = await open.visit();
    await signIn(page, open.demo.url, { seller: 'de' });
    await settled(page, 'express-dashboard express-balance');
    await page.locator('#tab-account').waitFor();
    const tabs = page.locator('express-dashboard').getByRole('tab');
    const count = await tabs.count();
    assert.ok(count >= 6, `${count} sections`);
    for (let index = 0; index < count; index += 1) {
      await tabs.nth(index).click();
      await page.waitForFunction(
        () => document.querySelectorAll('express-dashboard :state(loading)').length === 0,
      );
    }
    const found = await stripeElements(page);
    assert.ok(found.length >= 5, JSON.stringify(found));
    assert.ok(found.every(({ inDocument }) => inDocument));
    const { remounts, misplaced, inits } = await countsOf(page);
    assert.deepEqual({ remounts, misplaced, inits }, { remounts: 0, misplaced: 0, inits: 1 });
    assert.deepEqual(complaints, []);
  });
});
