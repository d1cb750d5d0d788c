/** Layout shift while the demo's pages load, at the first visit and at later ones. */
import type { Browser, Page } from 'playwright-core';
import type { Bench } from './bench.ts';
import { openSteadyBrowser } from './support/browser.ts';
import { seller, withDemo, type Who } from './support/demo.ts';

const pages = ['/dashboard', '/dashboard#transactions', '/dashboard#activity', '/shop', '/plain'];
const widths = [1280, 390];
/** What Stripe needs from a seller stands on top of these: who comes first cannot be told how tall. */
const needed = ['/dashboard', '/shop'];

const observe = `globalThis.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });`;

/** Everything has come that comes by itself. */
async function shiftOf(page: Page): Promise<number> {
  await page.waitForTimeout(4_000);
  return page.evaluate('globalThis.shift');
}

async function measure(
  browser: Browser,
  url: string,
  path: string,
  who: { readonly width: number; readonly who: Who },
) {
  const { context, page } = await seller(browser, url, who);
  try {
    const fresh = await context.newPage();
    await fresh.addInitScript(observe);
    await fresh.goto(url + path);
    const first = await shiftOf(fresh);
    await fresh.reload();
    const later = await shiftOf(fresh);
    await page.close();
    return { 'first visit': first, 'later visit': later };
  } finally {
    await context.close();
  }
}

export const bench: Bench = {
  about: 'layout shift while pages of the demo load',
  async run(report) {
    const browser = await openSteadyBrowser();
    try {
      await withDemo(browser, async (url) => {
        for (const width of widths)
          for (const [who, paths] of Object.entries({ us: pages, de: needed }))
            for (const path of paths) {
              const taken = await measure(browser, url, path, { width, who: who as Who });
              for (const [visit, value] of Object.entries(taken))
                report({
                  figure: `${path}, ${who}, ${width} px, ${visit}`,
                  value: Number(value.toFixed(4)),
                  unit: '',
                });
            }
      });
    } finally {
      await browser.close();
    }
  },
};
