/** The dashboard by keyboard alone: what a seller without a pointer can reach, in order, and what is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { scene, settled, signIn, until } from './support.ts';

/** The element that has the focus, through every shadow root: its role or tag, and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const role = at?.getAttribute('role') ?? at?.localName;
    // A row's button says what the row is about; the row tells it from its neighbours.
    const row = at?.closest('.rows [role="row"]');
    const name = row?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    return `${role} ${name.replaceAll(/\s+/g, ' ').trim()}`;
  });

/** Presses Tab until the focus is where it was to come, and says what it passed. */
async function tabTo(page: Page, wanted: RegExp, most = 80): Promise<string[]> {
  const passed: string[] = [];
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (wanted.test(here)) return passed;
    passed.push(here);
  }
  throw new Error(`Tab never came to ${wanted}, only to:\n${passed.join('\n')}`);
}

describe('the dashboard by keyboard alone', () => {
  const open = scene();

  async function dashboard() {
    const { page, complaints } = await open.visit();
    await signIn(page, open.demo.url);
    await settled(page, 'express-dashboard express-transactions', 'express-dashboard activity-hub');
    return { page, complaints };
  }

  it('skips the tabs, or goes through them by arrow keys', async () => {
    const { page, complaints } = await dashboard();
    await tabTo(page, /^button Skip to the section/);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'tab Overview');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'tab Transactions');
    await page.keyboard.press('End');
    assert.equal(await focused(page), 'tab Account');
    await page.keyboard.press('Home');
    assert.equal(await focused(page), 'tab Overview');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    assert.match(await focused(page), /^tabpanel/);
    assert.deepEqual(complaints, []);
  });

  it('searches the list, opens a row, and comes back to it', async () => {
    const { page, complaints } = await dashboard();
    await tabTo(page, /^tab Overview/);
    await page.keyboard.press('ArrowRight');
    await settled(page, 'express-transactions[slot="transactions"]');
    await tabTo(page, /^input Search/);
    await page.keyboard.type('refund');
    const list = page.locator('express-transactions[slot="transactions"]');
    await list.locator('[role="row"] mark').first().waitFor();
    await tabTo(page, /^button Net$/);
    await page.keyboard.press('Tab');
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    assert.notEqual(second, first);
    await page.keyboard.press('Enter');
    await list.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await list.getByRole('dialog').waitFor({ state: 'hidden' });
    await until(async () => (await focused(page)) === second);
    assert.deepEqual(complaints, []);
  });

  it('marks an item of the feed as read and opens another', async () => {
    const { page, complaints } = await dashboard();
    await tabTo(page, /^tab Overview/);
    await tabTo(page, /^button Mark as read/);
    const marked = await focused(page);
    await page.keyboard.press('Enter');
    await until(async () => (await focused(page)) !== marked);
    assert.match(await focused(page), /^(button|div) /);
    const item = await focused(page);
    assert.ok(item.includes(marked.replace(/^button Mark as read: /, '')));
    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog', { name: /Payout|Payment/ });
    await details.waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    assert.deepEqual(complaints, []);
  });
});
