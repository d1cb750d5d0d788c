/** Chromium as the benches want it, and what they ask of a page. */
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  type Page,
} from 'playwright-core';
import { ensureBrowsers } from '../../../scripts/browsers.mjs';

const launch = (args: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowsers(['chromium']).chromium.browser,
    args: ['--no-sandbox', '--disable-background-networking', ...args],
  });

/** Draws as fast as it can and not at the display's pace: a frame takes as long as there is work for it. */
export const openQuickBrowser = (): Promise<Browser> =>
  launch(['--disable-frame-rate-limit', '--disable-gpu-vsync']);

/** Draws at the display's pace, as a seller's does. */
export const openSteadyBrowser = (): Promise<Browser> => launch([]);

export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Runs an expression in the page, such as a call of its `bench`. */
  run<T = void>(expression: string): Promise<T>;
  /** Bytes of script objects and of the document after everything unreachable has been collected. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** A fresh visit with a profile of its own; fails where the page does. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<BenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const cdp = await context.newCDPSession(page);
  await page.goto(url);
  return {
    page,
    cdp,
    async run<T>(expression: string) {
      const value = (await page.evaluate(expression)) as T;
      if (errors.length > 0) throw new Error(`The page ${url} failed: ${errors.join('; ')}`);
      return value;
    },
    async heap() {
      // What a finalizer lets go of is collected the next time.
      for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
      return usedSize + embedderHeapUsedSize;
    },
    close: () => context.close(),
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread itself ran, whatever else the machine had to do. */
  readonly tdur?: number;
}

const readEvent = ({ name, pid, tid, tdur }: Readonly<Record<string, unknown>>): TraceEvent => ({
  name: String(name),
  pid: Number(pid),
  tid: Number(tid),
  ...(tdur !== undefined && { tdur: Number(tdur) }),
});

/** Milliseconds that each task of the page's own thread ran while something happened, the longest first. */
export async function tasksDuring(browser: Browser, use: () => Promise<void>): Promise<number[]> {
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value.map(readEvent)));
  const complete = new Promise<void>((resolve) => {
    cdp.once('Tracing.tracingComplete', () => resolve());
  });
  await cdp.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  });
  await use();
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  // Scripts run on the main threads of pages; the page that is measured has by far the most of them.
  const scripts = new Map<string, number>();
  for (const { name, pid, tid } of events)
    if (name === 'FunctionCall') {
      const thread = `${pid} ${tid}`;
      scripts.set(thread, (scripts.get(thread) ?? 0) + 1);
    }
  const [main] = [...scripts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && `${pid} ${tid}` === main)
    .map(({ tdur = 0 }) => tdur / 1000)
    .toSorted((one, other) => other - one);
}
