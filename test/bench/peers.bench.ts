/**
 * Our list of transactions beside JustiFi's and Adyen's: the same rows, each asked of its own host's shapes. Writes
 * the measured table of `docs/comparison.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { root } from '../../scripts/root.ts';
import { strictPolicy } from '../support/static.ts';
import type { Bench, Figure } from './bench.ts';
import { record, type Recorded } from './support/answers.ts';
import { openSteadyBrowser } from './support/browser.ts';
import { farSides, type FarSide } from './support/far-sides.ts';
import { buildPage, laxPolicy } from './support/pages.ts';
import { ensurePeers, versionOf } from './support/peers.ts';
import { serveFolder } from '../support/static.ts';

const lists = {
  'express-transactions': { page: 'peer-ours', version: () => 'this repository' },
  'JustiFi payments-list': {
    page: 'peer-justifi',
    version: () => versionOf('@justifi/webcomponents'),
  },
  'Adyen TransactionsOverview': {
    page: 'peer-adyen',
    version: () => versionOf('@adyen/adyen-platform-experience-web'),
  },
} as const;
type Name = keyof typeof lists;

/** Other hosts may be asked, and nothing else is let through. */
const strictButHosts = strictPolicy
  .replace("connect-src 'self'", "connect-src 'self' https:")
  .replace("img-src 'self'", "img-src 'self' https:");

interface Open {
  readonly page: Page;
  readonly side: FarSide;
  /** Brotli bytes of scripts and styles that came so far. */
  bytes(): Promise<number>;
  run<T>(expression: string): Promise<T>;
}

interface Stage {
  readonly browser: Browser;
  readonly recorded: Recorded;
  readonly folder: string;
}

interface Options extends BrowserContextOptions {
  readonly policy?: string;
  readonly query?: string;
  /** What comes is weighed. */
  readonly weighed?: boolean;
  readonly before?: (open: Open) => Promise<void>;
}

async function opened<T>(
  { browser, recorded, folder }: Stage,
  options: Options,
  use: (open: Open) => Promise<T>,
): Promise<T> {
  const { policy = laxPolicy, query = '', weighed = false, before, ...rest } = options;
  const server = await serveFolder(folder, policy);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...rest,
  });
  try {
    const side = await farSides(context, recorded, server.url);
    const page = await context.newPage();
    const bodies: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!weighed || !/\.(js|css)$/.test(new URL(response.url()).pathname)) return;
      if (response.url().endsWith('/axe.js') || response.url().endsWith('/bench.css')) return;
      bodies.push(response.body().then((body) => brotliCompressSync(body).length));
    });
    await page.goto(`${server.url}/${query}`);
    const open: Open = {
      page,
      side,
      bytes: async () => (await Promise.all(bodies)).reduce((sum, each) => sum + each, 0),
      run: async <R>(expression: string) => (await page.evaluate(expression)) as R,
    };
    await before?.(open);
    return await use(open);
  } finally {
    await context.close();
    await server.close();
  }
}

const shown = ({ run }: Open, rows = 5): Promise<number> => run(`bench.show(${rows})`);
const isShown = async ({ run }: Open): Promise<boolean> => (await run<number>('bench.rows()')) >= 5;

async function axe({ page, run }: Open): Promise<readonly string[]> {
  await page.addScriptTag({ url: '/axe.js' });
  return run('bench.axe()');
}

const listed = (things: readonly string[], none: string): string =>
  things.length === 0 ? none : things.join(', ');

/** What comes with the first rows. */
async function atFirst(stage: Stage, name: Name, report: Report) {
  return opened(stage, { weighed: true }, async (open) => {
    await shown(open);
    await open.page.waitForTimeout(1_000);
    const bytes = await open.bytes();
    const { nodes, elements } = await open.run<{ nodes: number; elements: number }>(
      'bench.nodes()',
    );
    const rows = await open.run<number>('bench.rows()');
    const shift = await open.run<number>('bench.shift()');
    const hosts = [...open.side.asked.keys()].filter((host) => !host.startsWith('127.0.0.1'));
    const requests = [...open.side.asked.values()].reduce((sum, each) => sum + each, 0);
    report({ figure: `scripts and styles, ${name}`, value: bytes, unit: 'B' });
    report({ figure: `nodes with the first rows, ${name}`, value: nodes, unit: 'nodes' });
    report({ figure: `layout shift, ${name}`, value: Number(shift.toFixed(4)), unit: '' });
    return {
      'scripts and styles until the first rows, brotli': `${(bytes / 1000).toFixed(1)} kB`,
      'hosts asked besides the page’s own': listed(hosts, 'none'),
      'requests for data, texts and pictures': String(requests),
      'rows rendered first': String(rows),
      'nodes then (elements)': `${nodes} (${elements})`,
      'layout shift while loading, a paragraph below': shift.toFixed(3),
    };
  });
}

/** A thousand rows: what a list renders of them. */
async function aThousand(stage: Stage, name: Name, report: Report) {
  const isOurs = name === 'express-transactions';
  const before = async ({ side }: Open) => {
    if (!isOurs) side.pageSize = 1_000;
  };
  return opened(stage, { before }, async (open) => {
    await shown(open);
    let most = 0;
    // Ours asks for more as it is scrolled; the others draw what the answer has.
    for (let step = 0; step < (isOurs ? 110 : 1); step += 1) {
      if (isOurs) await open.page.mouse.wheel(0, 600);
      await open.run('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))');
      most = Math.max(most, (await open.run<{ nodes: number }>('bench.nodes()')).nodes);
    }
    const { nodes, elements } = await open.run<{ nodes: number; elements: number }>(
      'bench.nodes()',
    );
    const rows = await open.run<number>('bench.rows()');
    report({ figure: `nodes at 1,000 rows, ${name}`, value: Math.max(most, nodes), unit: 'nodes' });
    return {
      'nodes at 1,000 rows (elements), rows rendered of them': `${Math.max(most, nodes)} (${elements}), ${rows}`,
    };
  });
}

interface Colours {
  readonly text: number | null;
  readonly ground: number | null;
}

/** Where nothing is painted behind the text, the page is, which is dark. */
function inDark({ text, ground }: Colours): string {
  const words = (lightness: number | null) => ((lightness ?? 0) > 0.5 ? 'light' : 'dark');
  return `${words(text)} text on ${words(ground)}`;
}

async function looks(stage: Stage, name: Name, report: Report) {
  const look = (colorScheme: 'light' | 'dark') =>
    opened(stage, { colorScheme }, async (open) => {
      await shown(open);
      const found = await axe(open);
      return { found, ...(await open.run<Colours>('bench.colours()')) };
    });
  const [light, dark] = [await look('light'), await look('dark')];
  const before = async ({ run }: Open) =>
    run<void>("document.documentElement.dir = 'rtl'; undefined");
  const direction = await opened(stage, { before }, async (open) => {
    await shown(open);
    return open.run<string>('bench.direction()');
  });
  const overflow = await opened(stage, { viewport: { width: 320, height: 800 } }, async (open) => {
    await shown(open);
    return open.run<number>('bench.overflow()');
  });
  report({ figure: `axe findings, ${name}`, value: light.found.length, unit: 'rules' });
  return {
    'axe, light': listed(light.found, 'no finding'),
    'axe, in a page that is dark': listed(dark.found, 'no finding'),
    'drawn there': inDark(dark),
    'in a page from right to left':
      direction === 'rtl' ? 'rows from right to left' : 'rows from left to right',
    'wider than a window of 320 px by': `${Math.max(0, overflow)} px`,
  };
}

async function keys(stage: Stage) {
  return opened(stage, {}, async (open) => {
    await shown(open);
    const focus = () => open.run<{ row: number; name: string }>('bench.focus()');
    let [tabs, at] = [0, await focus()];
    while (at.row < 0 && tabs < 40) {
      await open.page.keyboard.press('Tab');
      tabs += 1;
      at = await focus();
    }
    const reached = at.row >= 0;
    for (let press = 0; press < 3; press += 1) await open.page.keyboard.press('ArrowDown');
    const arrows = (await focus()).row - at.row;
    return {
      'tab key to a row': reached ? `${tabs} presses` : 'no row is reached',
      'three times arrow down from there':
        reached && arrows > 0 ? `${arrows} rows on` : 'no row on',
    };
  });
}

async function policies(stage: Stage) {
  return opened(stage, { policy: strictButHosts }, async (open) => {
    await open.run('bench.show(5, 6000)');
    const blocked = await open.run<string[]>('bench.violations()');
    const kinds = [...new Set(blocked.map((each) => each.split(' ')[0] ?? ''))];
    const rows = (await isShown(open)) ? 'rows shown' : 'no rows';
    return {
      'under a policy without inline styles and scripts': `${rows}; blocked: ${listed(kinds, 'nothing')}`,
    };
  });
}

async function troubles(stage: Stage) {
  const words: Record<string, string> = {};
  for (const trouble of ['offline', 'broken'] as const) {
    const before = async ({ side }: Open) => {
      side.trouble = trouble;
    };
    const seen = await opened(stage, { before }, async (open) => {
      await open.run('bench.show(5, 9000)');
      const texts = await open.run<string[]>('bench.texts()');
      const said = texts.filter((text) =>
        /went wrong|couldn.t|could not|error|offline|connection|not available|contact support/i.test(
          text,
        ),
      );
      open.side.trouble = null;
      const again = open.page.getByRole('button', { name: /retry|try again|refresh|reload/i });
      const count = await again.count();
      if (count > 0) await again.first().click();
      await open.page.waitForTimeout(2_500);
      const back = count > 0 && (await isShown(open)) ? 'a button brings the rows' : 'no button';
      return `“${said.join(' ')}”; ${back}`;
    });
    words[trouble === 'offline' ? 'without a connection' : 'when its host answers 500'] = seen;
  }
  return words;
}

type Report = (figure: Figure) => void;
type Cells = Readonly<Record<string, string>>;

async function cellsOf(browser: Browser, recorded: Recorded, name: Name, report: Report) {
  const { page, version } = lists[name];
  const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const folder = await buildPage(page, {
    hasPeers: true,
    files: { 'axe.js': readFileSync(axeFile, 'utf8') },
  });
  const stage = { browser, recorded, folder };
  return {
    version: version(),
    ...(await atFirst(stage, name, report)),
    ...(await aThousand(stage, name, report)),
    ...(await looks(stage, name, report)),
    ...(await keys(stage)),
    ...(await policies(stage)),
    ...(await troubles(stage)),
  };
}

const [begin, end] = ['<!-- measured -->', '<!-- /measured -->'];

/** The table between the two marks of the page. */
function writeTable(cells: ReadonlyMap<Name, Cells>): void {
  const file = join(root, 'docs/comparison.md');
  const page = readFileSync(file, 'utf8');
  const names = [...cells.keys()];
  const rows = Object.keys(cells.get(names[0]!) ?? {}).map(
    (what) => `| ${what} | ${names.map((name) => cells.get(name)?.[what] ?? '').join(' | ')} |`,
  );
  const table = [`| | ${names.join(' | ')} |`, `| --- |${' --- |'.repeat(names.length)}`, ...rows];
  const [head = '', tail = ''] = [page.split(begin)[0], page.split(end)[1]];
  writeFileSync(file, `${head}${begin}\n${table.join('\n')}\n${end}${tail}`);
}

export const bench: Bench = {
  about: 'our list beside JustiFi’s and Adyen’s, on the same rows',
  async run(report) {
    ensurePeers();
    const recorded = await record(1_000);
    const browser = await openSteadyBrowser();
    const cells = new Map<Name, Cells>();
    try {
      for (const name of Object.keys(lists) as Name[])
        cells.set(name, await cellsOf(browser, recorded, name, report));
    } finally {
      await browser.close();
    }
    writeTable(cells);
  },
};
