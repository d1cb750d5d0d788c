/** The first figure of express-balance beside bare connect-js in the same page, over the network of the demo. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { percentile, rounded, type Bench } from './bench.ts';
import { openQuickBrowser } from './support/browser.ts';
import { hang, seller, withDemo } from './support/demo.ts';
import { buildPage } from './support/pages.ts';

const ROUNDS = 12;
const stripe = 'https://connect-js.stripe.com/v1.0/connect.js';

/** The stand-in in the place of Stripe's script; it asks the folder it believes to have come from. */
function standIn(url: string): string {
  const script = readFileSync(join(root, 'packages/sandbox/dist/connect.js'), 'utf8');
  const from = JSON.stringify(`${url}/stripe/connect.js`);
  return `Object.defineProperty(document, 'currentScript', { configurable: true, value: Object.assign(document.createElement('script'), { src: ${from} }) });\n${script}\ndelete document.currentScript;`;
}

type Taken = Readonly<Record<'ours' | 'bare', Record<'first' | 'later', number[]>>>;

export const bench: Bench = {
  about: 'the first figure, beside bare connect-js',
  async run(report) {
    const pages = {
      ours: await buildPage('headline-ours'),
      bare: await buildPage('headline-bare'),
    };
    const browser = await openQuickBrowser();
    const visits = ['first', 'later'] as const;
    const taken = { ours: { first: [], later: [] }, bare: { first: [], later: [] } } as Taken;
    try {
      await withDemo(browser, async (url) => {
        const script = standIn(url);
        for (let round = -2; round < ROUNDS; round += 1)
          for (const name of ['ours', 'bare'] as const) {
            const { context, page } = await seller(browser, url);
            await hang(context, url, pages[name]);
            await context.route(stripe, (route) =>
              route.fulfill({ body: script, contentType: 'text/javascript' }),
            );
            for (const visit of visits) {
              await page.goto(`${url}/bench/`);
              const shown: number = await page.evaluate('bench.shown()');
              if (round >= 0) taken[name][visit].push(shown);
            }
            await context.close();
          }
      });
    } finally {
      await browser.close();
    }
    for (const visit of visits) {
      const [ours, bare] = [taken.ours, taken.bare].map((one) => percentile(one[visit], 0.5));
      const at = `${visit} visit`;
      report({ figure: `first figure, express-balance, ${at}`, value: rounded(ours!), unit: 'ms' });
      report({ figure: `component, bare connect-js, ${at}`, value: rounded(bare!), unit: 'ms' });
      const value = rounded(ours! / bare!);
      report({ figure: `first figure, ${at}`, value, unit: 'x', peer: 'bare connect-js' });
    }
  },
};
