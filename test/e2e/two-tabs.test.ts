import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { money, totalOf } from './figures.ts';
import { scene, settled, signIn } from './support.ts';

describe('two tabs of one browser', () => {
  const open = scene();

  it('never show one seller’s figure beside another’s', async () => {
    const { page, context } = await open.visit();
    const [us, jp] = open.demo.sandbox?.sellers ?? [];
    assert.ok(us && jp);
    await signIn(page, open.demo.url, { seller: 'us', to: '/shop' });
    await settled(page, 'express-balance', 'express-transactions', 'express-earnings');
    const dollars = money(await totalOf(open.api, us.account, 'usd'), 'usd');
    await page.locator('express-balance').getByText(dollars).first().waitFor();

    // Whatever the first tab draws from now on, both currencies never stand on it at once.
    await page.evaluate(() => {
      const textOf = (node: Node): string =>
        node instanceof Element && node.shadowRoot
          ? textOf(node.shadowRoot) + Array.from(node.childNodes, textOf).join(' ')
          : node.nodeType === Node.TEXT_NODE
            ? (node.textContent ?? '')
            : Array.from(node.childNodes, textOf).join(' ');
      const seen: string[] = [];
      Reflect.set(globalThis, 'mixed', seen);
      const look = (): void => {
        const text = textOf(document.querySelector('main') ?? document.body);
        if (/\$\d/.test(text) && /[¥￥]\d/.test(text)) seen.push(text);
        requestAnimationFrame(look);
      };
      look();
    });

    const second = await context.newPage();
    await signIn(second, open.demo.url, { seller: 'jp', to: '/shop' });
    const yen = money(await totalOf(open.api, jp.account, 'jpy'), 'jpy');
    await second.locator('express-balance').getByText(yen).first().waitFor();

    await page.bringToFront();
    // The first tab hears of it at its next request.
    await page.evaluate(async () => {
      const elements = document.querySelectorAll('express-transactions, express-balance');
      for (const element of elements) {
        const refresh: unknown = Reflect.get(element, 'refresh');
        if (typeof refresh === 'function') await refresh.call(element);
      }
    });
    await page.locator('express-balance').getByText(yen).first().waitFor();
    await settled(page, 'express-transactions', 'express-earnings', 'express-payments');
    const mixed = await page.evaluate(() => Reflect.get(globalThis, 'mixed'));
    assert.deepEqual(mixed, []);
    assert.equal(await page.locator('main').getByText(dollars).count(), 0);
  });
});
