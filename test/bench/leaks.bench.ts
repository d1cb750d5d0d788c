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

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  readonly nodes: readonly number[];
}

/**
 * Bytes of everything that can be reached, the document's own objects included, as a snapshot counts them: what the
 * heap says it uses has things in it that are only waiting to be swept, up to a tenth.
 */
async function reachable({ cdp }: BenchPage): Promise<number> {
  let text = '';
  const add = ({ chunk }: { chunk: string }) => {
    text += chunk;
  };
  cdp.on('HeapProfiler.addHeapSnapshotChunk', add);
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', {});
  cdp.off('HeapProfiler.addHeapSnapshotChunk', add);
  const { snapshot, nodes }: Snapshot = JSON.parse(text);
  const fields = snapshot.meta.node_fields;
  const size = fields.indexOf('self_size');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) bytes += nodes[node + size] ?? 0;
  return bytes;
}

async function held(page: BenchPage): Promise<Held> {
  const heap = await reachable(page);
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
