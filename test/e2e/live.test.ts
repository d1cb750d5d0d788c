import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { money, rowsOf, totalOf } from './figures.ts';
import { scene, settled, signIn, until } from './support.ts';

/** How many times more there is to do on this machine than it can do at once. */
const crowd = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

/**
 * What is promised: two seconds after something has happened, the page shows it. Where other programs keep the
 * machine busy, they take their share of the time.
 */
const promptly = { timeout: 2000 * crowd } as const;

const openPanel = (page: Page) => page.locator('aside.sandbox summary').click();

/** Does something in the panel, and resolves when the sandbox has answered. */
async function act(page: Page, button: string): Promise<void> {
  await page.locator('aside.sandbox').getByRole('button', { name: button }).click();
  await page.locator('aside.sandbox:not([data-busy])').waitFor();
}

/** @example dayOf(1_795_521_600) // '24 Nov' */
const dayOf = (now: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'America/New_York',
  }).format(now * 1000);

const shown = [
  'express-balance',
  'express-transactions',
  'express-earnings',
  'activity-hub',
] as const;

describe('a page that is open while something happens', () => {
  const open = scene();
  const account = () => open.demo.sandbox?.sellers[0]?.account ?? '';

  /** The overview of the American shop, its page marked so that a reload would show. */
  async function overview() {
    const { page, complaints } = await open.visit();
    await signIn(page, open.demo.url);
    await settled(page, ...shown.map((tag) => `express-dashboard ${tag}`));
    // What happens while earlier rows are still on their way is another story.
    await until(async () => {
      const sync = await page.request.get(`${open.demo.url}/express/sync`);
      return (await sync.json()).phase === 'current';
    });
    await page.evaluate(() => Reflect.set(globalThis, 'sameDocument', true));
    await openPanel(page);
    const same = () => page.evaluate(() => Reflect.get(globalThis, 'sameDocument') === true);
    return { page, complaints, same };
  }

  it('shows a payment in the list, the balance and the hub within two seconds, without a reload', async () => {
    const { page, complaints, same } = await overview();
    await page.locator('aside.sandbox input').fill('1234.56');
    await act(page, 'Take a payment');
    await page.locator('aside.sandbox output').getByText('$1,234.56').waitFor(promptly);
    const list = page.locator('express-transactions');
    await list.getByText('$1,234.56').first().waitFor(promptly);
    const total = await totalOf(open.api, account(), 'usd');
    await page.locator('express-balance').getByText(money(total, 'usd')).first().waitFor(promptly);
    // Alone, or in a line with the payments before it.
    const told = page.locator('activity-hub').getByText(/^(Payment of|\d+ payments:) \$1,/);
    await told.first().waitFor(promptly);
    const [newest] = await rowsOf(open.api, account(), open.demo.sandbox?.now());
    assert.equal(newest?.amount, 123_456);
    assert.ok(await same());
    assert.deepEqual(complaints, []);
  });

  it('shows a dispute among what needs the seller', async () => {
    const { page, complaints, same } = await overview();
    await act(page, 'Open a dispute');
    const { data } = await open.api.disputes.list({ limit: 1 }, { stripeAccount: account() });
    const words = `Dispute of ${money(data[0]?.amount ?? 0, data[0]?.currency ?? '')}`;
    await page.locator('activity-hub').getByText(words).first().waitFor(promptly);
    assert.ok(await same());
    assert.deepEqual(complaints, []);
  });

  it('moves with the clock: today, the balance, the payouts, the chart', async () => {
    const { page, complaints, same } = await overview();
    const chart = page.locator('express-earnings');
    await chart.getByRole('button', { name: 'Show table' }).click();
    const before = await totalOf(open.api, account(), 'usd');
    await act(page, '+2 days');

    const today = dayOf(open.demo.sandbox?.now() ?? 0);
    await page.locator('aside.sandbox time').getByText(today).waitFor(promptly);
    await chart.getByText(today).first().waitFor(promptly);
    const total = await totalOf(open.api, account(), 'usd');
    assert.notEqual(total, before);
    await page.locator('express-balance').getByText(money(total, 'usd')).first().waitFor(promptly);
    const { data } = await open.api.payouts.list({ limit: 1 }, { stripeAccount: account() });
    const newest = `Payout of ${money(data[0]?.amount ?? 0, 'usd')}`;
    await page.locator('activity-hub').getByText(newest).first().waitFor(promptly);
    assert.ok(await same());
    assert.deepEqual(complaints, []);
  });

  it('shows a payout that failed', async () => {
    const { page, complaints, same } = await overview();
    // The whole feed: in the overview's short one, what else it brings may come first.
    await page.locator('#tab-activity').click();
    await settled(page, 'activity-hub[slot="activity"]');
    await act(page, 'Fail a payout');
    const { data } = await open.api.payouts.list(
      { limit: 1, status: 'failed' },
      { stripeAccount: account() },
    );
    const words = `Payout of ${money(data[0]?.amount ?? 0, data[0]?.currency ?? '')} failed`;
    await page.locator('activity-hub[slot="activity"]').getByText(words).first().waitFor(promptly);
    assert.ok(await same());
    assert.deepEqual(complaints, []);
  });
});
