/** The dashboard by keyboard alone: what a seller without a pointer can reach, in order, and what is said. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
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

/** Notes from now on what a list says to those who do not see it. */
async function hear(list: Locator): Promise<() => Promise<string[]>> {
  const notes = await list.evaluateHandle((element) => {
    const said: string[] = [];
    const status = element.shadowRoot?.querySelector('[role=status]');
    if (!status) throw new Error('The list has nothing to say things with.');
    const note = () => said.push((status.textContent ?? '').replaceAll(/[\s\u2066-\u2069]+/g, ' '));
    new MutationObserver(note).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return said;
  });
  return () => notes.jsonValue();
}

describe('the dashboard by keyboard alone', () => {
  const open = scene();

  async function dashboard() {
    const { page, complaints } = await open.visit();
    await signIn(page, open.demo.url);
    await settled(page, 'express-dashboard express-transactions', 'express-dashboard activity-hub');
    // Rows that arrive from an import under way would move what is walked through.
    await until(async () => {
      const sync = await page.request.get(`${open.demo.url}/express/sync`);
      return (await sync.json()).phase === 'current';
    });
    return { page, complaints };
  }

  /** The section of the transactions, reached by its tab. */
  async function transactions() {
    const { page, complaints } = await dashboard();
    await tabTo(page, /^tab Overview/);
    await page.keyboard.press('ArrowRight');
    const selector = 'express-transactions[slot="transactions"]';
    await settled(page, selector);
    return { page, complaints, list: page.locator(selector) };
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
    const { page, complaints, list } = await transactions();
    await tabTo(page, /^input Search/);
    await page.keyboard.type('refund');
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

  it('selects rows, says what they come to, and saves them', async () => {
    const { page, complaints, list } = await transactions();
    const heard = await hear(list);
    await tabTo(page, /^button Net$/);
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^input /, 'the box of the row');
    // One after the other: what follows at once is said in place of what it follows.
    const says = (words: string) =>
      until(async () => (await heard()).at(-1)?.startsWith(words) ?? false);
    await page.keyboard.press('Space');
    await says('1 selected');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+ArrowDown');
    await says('2 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await says('3 selected');
    const said = await heard();
    assert.deepEqual(
      said.map((words) => words.replace(/, net [−$\d.,]+$/, '')),
      ['1 selected', '2 selected', '3 selected'],
    );
    const bar = list.getByRole('group', { name: 'Selection' });
    assert.ok((await bar.innerText()).includes(said.at(-1)?.split(', net ')[1] ?? '?'));
    // Space on a row opens nothing, it lets the row go again.
    await page.keyboard.press('Space');
    await until(async () => (await heard()).at(-1)?.startsWith('2 selected') ?? false);
    assert.equal(await list.getByRole('dialog').count(), 0);
    for (let at = 0; at < 20 && (await focused(page)) !== 'button Export'; at += 1)
      await page.keyboard.press('Shift+Tab');
    const saving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = readFileSync(await (await saving).path(), 'utf8');
    assert.equal(file.trim().split('\r\n').length, 3, 'a line of headings and two rows');
    assert.equal((await heard()).at(-1), 'The file is ready');
    await tabTo(page, /^button Clear selection/);
    await page.keyboard.press('Enter');
    await until(async () => (await heard()).at(-1) === 'Nothing is selected');
    assert.deepEqual(complaints, []);
  });

  it('chooses columns, and comes back to the button', async () => {
    const { page, complaints, list } = await transactions();
    const heard = await hear(list);
    const headings = () => list.getByRole('columnheader').allInnerTexts();
    await tabTo(page, /^button Columns$/);
    await page.keyboard.press('Enter');
    const box = list.getByRole('checkbox', { name: 'Transaction', exact: true });
    await until(() => box.evaluate((input) => input.matches(':focus')));
    await page.keyboard.press('Alt+ArrowDown');
    await until(async () => (await heard()).at(-1) === 'Transaction: 2 of 6');
    assert.deepEqual((await headings()).slice(0, 2), ['Date', 'Transaction']);
    await until(() => box.evaluate((input) => input.matches(':focus')));
    await tabTo(page, /^button Move Status down/);
    await page.keyboard.press('Enter');
    await until(async () => (await heard()).at(-1) === 'Status: 4 of 6');
    await tabTo(page, /^button Reset/);
    await page.keyboard.press('Enter');
    assert.deepEqual((await headings()).slice(0, 3), ['Transaction', 'Date', 'Status']);
    await page.keyboard.press('Escape');
    await until(async () => (await focused(page)) === 'button Columns');
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
