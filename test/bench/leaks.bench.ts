/** Elements that come and go a thousand times: what the page holds after, beside what it held after the first thousand. */
import type { Browser } from 'playwright-core';
import { rounded, type Bench, type Figure } from './bench.ts';
import { record } from './support/answers.ts';
import { openQuickBrowser, visit, type BenchPage } from './support/browser.ts';
import { servePage } from './support/pages.ts';

/** Until code is compiled and caches are full. */
const FIRST = 1_000;
const TIMES = 1_000;
const tags = [
  'express-balance',
  'express-transactions',
  'express-earnings',
  'activity-hub',
  'express-login-link',
  'express-diagnostics',
] as const;

interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
  readonly frames: number;
  readonly streams: number;
}

async function held(page: BenchPage): Promise<Held> {
  const heap = await page.heap();
  const { nodes, jsEventListeners } = await page.cdp.send('Memory.getDOMCounters');
  const open = await page.run<Pick<Held, 'timers' | 'frames' | 'streams'>>('bench.open()');
  return { heap, nodes, listeners: jsEventListeners, ...open };
}

async function measure(
  browser: Browser,
  url: string,
  tag: string,
  report: (figure: Figure) => void,
) {
  const page = await visit(browser, url);
  try {
    await page.run(`bench.rounds('${tag}', ${FIRST})`);
    const before = await held(page);
    await page.run(`bench.rounds('${tag}', ${TIMES})`);
    const after = await held(page);
    const grown = after.heap / before.heap;
    report({ figure: `heap after ${TIMES} mounts, ${tag}`, value: rounded(grown), unit: 'x' });
    for (const what of ['nodes', 'listeners', 'timers', 'frames', 'streams'] as const) {
      const value = after[what] - before[what];
      report({ figure: `${what} left by ${TIMES} mounts, ${tag}`, value, unit: what });
    }
  } finally {
    await page.close();
  }
}

export const bench: Bench = {
  about: `what ${TIMES} mounts and removals leave behind`,
  async run(report) {
    const files = { 'answers.json': JSON.stringify(await record(300)) };
    const browser = await openQuickBrowser();
    const server = await servePage('leaks', { files });
    try {
      for (const tag of tags) await measure(browser, server.url, tag, report);
    } finally {
      await browser.close();
      await server.close();
    }
  },
};
