import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scene, settled, signIn } from './support.ts';

describe('signing in', () => {
  const open = scene({ EXPRESS_LEDGER: 'direct' });

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
