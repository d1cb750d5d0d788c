/**
 * The first figure of express-balance beside bare connect-js in the same page, with the demo behind both: over the
 * loopback interface as it is, and as over a line of 10 Mbit/s on which an answer takes 40 ms (Stripe's script alone
 * is answered at once, which favours the bare page).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { root } from '../../scripts/root.ts';
import { percentile, rounded, type Bench } from './bench.ts';
import { openQuickBrowser } from './support/browser.ts';
import { seller, withDemo } from './support/demo.ts';
import { openFront } from './support/front.ts';
import { buildPage } from './support/pages.ts';

const ROUNDS = 12;
const visits = ['first', 'later'] as const;
/** Our page as it is, and with what `docs/mounting.md` says of preloading; and the bare one. */
const hints = ['/express/account', '/express/balance?early=true'].map(
  (href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`,
);
const names = ['ours', 'hinted', 'bare'] as const;
type Name = (typeof names)[number];

/** Bytes a second, and milliseconds until an answer begins. */
const lines = {
  loopback: { latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  '40 ms': { latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000 },
};

/** Gives the stand-in in the place of Stripe's script; it asks the folder it believes to have come from. */
async function standIn(cdp: CDPSession, url: string): Promise<void> {
  const script = readFileSync(join(root, 'packages/sandbox/dist/connect.js'), 'utf8');
  const from = JSON.stringify(`${url}/stripe/connect.js`);
  const whole = `Object.defineProperty(document, 'currentScript', { configurable: true, value: Object.assign(document.createElement('script'), { src: ${from} }) });\n${script}\ndelete document.currentScript;`;
  const body = Buffer.from(whole).toString('base64');
  const responseHeaders = [{ name: 'Content-Type', value: 'text/javascript' }];
  cdp.on('Fetch.requestPaused', ({ requestId }) => {
    const answer = { requestId, responseCode: 200, responseHeaders, body };
    // Who has left the page meanwhile needs no answer.
    cdp.send('Fetch.fulfillRequest', answer).catch(() => undefined);
  });
  await cdp.send('Fetch.enable', {
    patterns: [{ urlPattern: 'https://connect-js.stripe.com/*' }],
  });
}

/** Milliseconds until the first figure at a seller's first visit, and at the one after it. */
async function visitTwice(
  browser: Browser,
  demo: string,
  url: string,
  line: keyof typeof lines,
): Promise<number[]> {
  const { context, page } = await seller(browser, demo);
  try {
    const cdp = await context.newCDPSession(page);
    await standIn(cdp, url);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...lines[line] });
    const shown: number[] = [];
    for (const _ of visits) {
      // The page before is another's, and must have gone: the dashboard that sign-in led to is still at work.
      await page.goto('about:blank');
      await page.waitForTimeout(500);
      await page.goto(url);
      shown.push(await page.evaluate('bench.shown()'));
    }
    return shown;
  } finally {
    await context.close();
  }
}

export const bench: Bench = {
  about: 'the first figure, beside bare connect-js',
  async run(report) {
    const folders = {
      ours: await buildPage('headline-ours'),
      bare: await buildPage('headline-bare'),
    };
    const browser = await openQuickBrowser();
    try {
      await withDemo(browser, async (demo) => {
        for (const line of Object.keys(lines) as (keyof typeof lines)[]) {
          const taken: Record<Name, number[][]> = { ours: [], hinted: [], bare: [] };
          const fronts = {
            ours: await openFront(folders.ours, demo),
            hinted: await openFront(folders.ours, demo, hints.join('')),
            bare: await openFront(folders.bare, demo),
          };
          for (let round = -2; round < ROUNDS; round += 1)
            for (const name of names) {
              const shown = await visitTwice(browser, demo, fronts[name].url, line);
              if (round >= 0) taken[name].push(shown);
            }
          for (const [index, visit] of visits.entries()) {
            const median = (name: Name) =>
              percentile(
                taken[name].map((shown) => shown[index]!),
                0.5,
              );
            const at = `${visit} visit, ${line}`;
            const bare = median('bare');
            report({ figure: `bare connect-js, ${at}`, value: rounded(bare), unit: 'ms' });
            for (const name of ['ours', 'hinted'] as const) {
              const own = median(name);
              const what = name === 'ours' ? 'express-balance' : 'express-balance, preloaded';
              report({ figure: `${what}, ${at}`, value: rounded(own), unit: 'ms' });
              const value = rounded(own / bare);
              report({ figure: `${what}, ${at}`, value, unit: 'x', peer: 'bare connect-js' });
            }
          }
          for (const front of Object.values(fronts)) await front.close();
        }
      });
    } finally {
      await browser.close();
    }
  },
};
