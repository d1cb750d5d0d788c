import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayStart, money, netVolume, rowsOf, totalOf } from './figures.ts';
import { scene, sellers, settled, signIn, until, type Arrival } from './support.ts';

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

  for (const seller of Object.keys(sellers) as NonNullable<Arrival['seller']>[]) {
    it(`lead by keys alone to rows that add up to them, in the shop in ${seller.toUpperCase()}`, async () => {
      const { account = '', currency = '' } = open.demo.sandbox?.sellers[sellers[seller]] ?? {};
      const { page, complaints } = await open.visit();
      await signIn(page, open.demo.url, { seller });
      await settled(page, 'express-balance', 'express-earnings');
      // Until the ledger is whole there is no link, for its rows would not add up.
      await until(
        () =>
          page.evaluate(async () => {
            const response = await fetch('/express/sync');
            const { covers } = await response.json();
            return covers.complete === true;
          }),
        { timeoutMs: 90_000, what: 'The import' },
      );

      const balance = await open.api.balance.retrieve({}, { stripeAccount: account });
      const pending = balance.pending
        .filter((fund) => fund.currency === currency)
        .reduce((sum, { amount }) => sum + amount, 0);
      const payouts = await open.api.payouts.list({ limit: 100 }, { stripeAccount: account });
      const moving = payouts.data
        .filter(({ status }) => status === 'pending' || status === 'in_transit')
        .filter((payout) => payout.currency === currency)
        .reduce((sum, { amount }) => sum + amount, 0);
      const total = await totalOf(open.api, account, currency);
      const figures: readonly (readonly [string, string, number])[] = [
        ['Total balance', 'Net', total],
        ['Available soon', 'Net', pending],
        ['On the way to your bank', 'Amount', -moving],
      ];
      const active = () =>
        page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.ariaLabel ?? element?.textContent.trim() ?? '';
        });
      for (const [label, column, amount] of figures) {
        const mark = page
          .locator('express-balance')
          .getByRole('button', { name: `What is “${label}”?` });
        await mark.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: label, exact: true });
        await dialog.waitFor();
        await until(async () => (await active()) === label, { what: 'The focus on its heading' });
        // Escape leads back to where one was.
        await page.keyboard.press('Escape');
        await until(async () => (await active()) === `What is “${label}”?`, {
          what: 'The way back',
        });
        await page.keyboard.press('Enter');
        await until(async () => (await active()) === label, { what: 'The focus on its heading' });
        await page.keyboard.press('Tab');
        assert.equal(await active(), 'Close');
        if (amount === 0) {
          await page.keyboard.press('Escape');
          continue;
        }
        const link = dialog.getByRole('button', { name: /^Show the / });
        await link.waitFor();
        await page.keyboard.press('Tab');
        assert.match(await active(), /^Show the /);
        await page.keyboard.press('Enter');
        const list = page.locator('express-transactions:not([limit])');
        const totals = list.getByRole('group', { name: 'Totals of what is shown' });
        await totals.getByText(`${column} ${money(amount, currency)}`).waitFor();
        assert.equal(await active(), 'Transactions');
        await page.getByRole('tab', { name: 'Overview' }).click();
      }
      assert.deepEqual(complaints, []);
    });
  }
});
