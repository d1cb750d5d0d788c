import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { money, rowsOf, totalOf } from './figures.ts';
import { scene, settled, signIn } from './support.ts';

describe('a demo without a database', () => {
  const open = scene({ EXPRESS_LEDGER: 'direct' });

  it('shows the same figures, straight from Stripe', async () => {
    const { page, complaints } = await open.visit();
    const account = open.demo.sandbox?.sellers[0]?.account ?? '';
    await signIn(page, open.demo.url, { to: '/shop' });
    await settled(page, 'express-balance', 'express-transactions', 'express-earnings');
    const total = await totalOf(open.api, account, 'usd');
    await page.locator('express-balance').getByText(money(total, 'usd')).first().waitFor();
    const [newest] = await rowsOf(open.api, account, (open.demo.sandbox?.now() ?? 0) - 7 * 86_400);
    const row = page.locator('express-transactions').getByRole('row').nth(1);
    assert.ok((await row.innerText()).includes(money(newest?.amount ?? 0, 'usd')));
    assert.deepEqual(complaints, []);
  });
});

describe('the way to Stripe’s own dashboard', () => {
  const open = scene({ EXPRESS_LEDGER: 'direct' });

  it('opens once, at the far side', async () => {
    const { page, context, complaints } = await open.visit();
    await signIn(page, open.demo.url, { to: '/shop' });
    const opened = context.waitForEvent('page', { timeout: 5000 }).catch(() => page);
    await page.locator('express-login-link').getByRole('button').click();
    const there = await opened;
    await there.getByRole('heading', { name: 'Express Dashboard (sandbox)' }).waitFor();
    await there.reload();
    await there.getByRole('heading', { name: 'This link has been used' }).waitFor();
    assert.deepEqual(complaints, []);
  });
});
