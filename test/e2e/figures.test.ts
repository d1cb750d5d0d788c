import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayStart, money, netVolume, rowsOf, totalOf } from './figures.ts';
import { scene, sellers, settled, signIn, type Arrival } from './support.ts';

describe('the figures on the page are the sandbox’s, to the cent', () => {
  const open = scene();

  for (const seller of Object.keys(sellers) as NonNullable<Arrival['seller']>[]) {
    it(`of the shop in ${seller.toUpperCase()}`, async () => {
      const { account = '', currency = '' } = open.demo.sandbox?.sellers[sellers[seller]] ?? {};
      const { page } = await open.visit();
      await signIn(page, open.demo.url, { seller, to: '/shop' });
      await settled(page, 'express-balance', 'express-transactions', 'express-earnings');

      const total = await totalOf(open.api, account, currency);
      await page.locator('express-balance').getByText(money(total, currency)).first().waitFor();

      const rows = await rowsOf(open.api, account);
      const list = page.locator('express-transactions').getByRole('row');
      for (const [index, row] of rows.slice(0, 5).entries()) {
        const text = await list.nth(index + 1).innerText();
        assert.ok(text.includes(money(row.amount, row.currency)), `${row.id}: ${text}`);
      }
      const { settings } = await open.api.accounts.retrieve(account);
      const zone = settings?.dashboard.timezone ?? 'UTC';
      // Four weeks: today and the 27 days before, each as long as it is in the account's zone.
      const since = dayStart(open.demo.sandbox?.now() ?? 0, zone, 27);
      const earned = netVolume(
        rows.filter((row) => row.created >= since),
        currency,
      );
      await page.locator('express-earnings').getByText(money(earned, currency)).first().waitFor();

      const sum = rows
        .filter((row) => row.currency === currency && row.balance_type === 'payments')
        .reduce((all, row) => all + row.net, 0);
      assert.equal(sum, total);
    });
  }
});
