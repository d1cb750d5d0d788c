/** Our list beside AG Grid Community and Tabulator: the same rows, the same screen, one page each. */
import type { Browser } from 'playwright-core';
import { percentile, rounded, type Bench, type Figure } from './bench.ts';
import { record } from './support/answers.ts';
import { openQuickBrowser, visit } from './support/browser.ts';
import { servePage } from './support/pages.ts';
import { ensurePeers, versionOf } from './support/peers.ts';

const ROWS = 100_000;
const ROUNDS = 5;
/** Five seconds at sixty frames: a hundred screens. */
const FRAMES = 300;

/** Each list as its makers have it for many rows. */
const peers = {
  'AG Grid, client-side rows': { page: 'list-ag-grid', query: '' },
  'AG Grid, infinite rows': { page: 'list-ag-grid', query: '?infinite' },
  'Tabulator, all rows': { page: 'list-tabulator', query: '' },
  'Tabulator, progressive': { page: 'list-tabulator', query: '?paged' },
} as const;
const ours = 'express-transactions';
const subjects = { [ours]: { page: 'list-ours', query: '' }, ...peers };

interface Taken {
  readonly 'first rows': number;
  readonly 'p95 frame while scrolling': number;
  readonly heap: number;
  readonly 'most nodes': number;
  readonly 'frames without rows': number;
  readonly 'screens scrolled': number;
}
const units: Readonly<Record<keyof Taken, string>> = {
  'first rows': 'ms',
  'p95 frame while scrolling': 'ms',
  heap: 'MB',
  'most nodes': 'nodes',
  'frames without rows': 'frames',
  'screens scrolled': 'screens',
};
/** What is compared, less being better. */
const compared = ['first rows', 'p95 frame while scrolling', 'heap', 'most nodes'] as const;

async function measure(browser: Browser, url: string): Promise<Taken> {
  const page = await visit(browser, url);
  try {
    await page.run(`bench.prepare(${ROWS})`);
    const before = await page.heap();
    const first = await page.run<number>('bench.first()');
    const scrolled = await page.run<{ taken: number[]; screens: number }>(
      `bench.scroll(${FRAMES})`,
    );
    const heap = (await page.heap()) - before;
    const seen = await page.run<{ nodes: number; bare: number }>(`bench.look(${FRAMES / 3})`);
    return {
      'first rows': first,
      'p95 frame while scrolling': percentile(scrolled.taken, 0.95),
      heap: heap / 1e6,
      'most nodes': seen.nodes,
      'frames without rows': seen.bare,
      'screens scrolled': scrolled.screens,
    };
  } finally {
    await page.close();
  }
}

/** All of one figure's rounds as one number: the median, so that a busy moment of the machine counts for little. */
const median = (rounds: readonly Taken[], figure: keyof Taken): number =>
  percentile(
    rounds.map((each) => each[figure]),
    0.5,
  );

function compare(rounds: ReadonlyMap<string, readonly Taken[]>, report: (figure: Figure) => void) {
  for (const figure of compared) {
    const value = median(rounds.get(ours) ?? [], figure);
    const beside = Object.keys(peers).map(
      (peer) => [peer, median(rounds.get(peer) ?? [], figure)] as const,
    );
    const [peer, best] = beside.toSorted(([, one], [, other]) => one - other)[0]!;
    report({ figure, value: rounded(value / best), unit: 'x', peer: `${peer} (the best)` });
  }
}

export const bench: Bench = {
  about: `${ROWS} rows: our list beside AG Grid and Tabulator`,
  async run(report) {
    ensurePeers();
    const files = { 'answers.json': JSON.stringify(await record()) };
    const browser = await openQuickBrowser();
    const pages = [...new Set(Object.values(subjects).map(({ page }) => page))];
    const servers = new Map(
      await Promise.all(
        pages.map(
          async (page) =>
            [page, await servePage(page, { hasPeers: page !== 'list-ours', files })] as const,
        ),
      ),
    );
    const rounds = new Map<string, Taken[]>(Object.keys(subjects).map((name) => [name, []]));
    try {
      // One after the other in each round, so that a busy machine is busy for all of them.
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [name, { page, query }] of Object.entries(subjects))
          rounds.get(name)?.push(await measure(browser, `${servers.get(page)?.url}/${query}`));
    } finally {
      await browser.close();
      await Promise.all([...servers.values()].map((server) => server.close()));
    }
    for (const [name, taken] of rounds)
      for (const [figure, unit] of Object.entries(units)) {
        const value = rounded(median(taken, figure as keyof Taken));
        report({ figure: `${figure}, ${name}`, value, unit });
      }
    compare(rounds, report);
    process.stderr.write(
      `AG Grid ${versionOf('ag-grid-community')}, Tabulator ${versionOf('tabulator-tables')}\n`,
    );
  },
};
