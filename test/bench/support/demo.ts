/** The demo with its sandbox, for benches of whole pages over the network. */
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { nodeFlags, runNode } from '../../../scripts/process.ts';
import { openDemo, signIn, temporaryFolder } from '../../e2e/support.ts';

/** The seller of every day, and one of whom Stripe needs something. */
const sellers = ['us', 'de'] as const;
export type Who = (typeof sellers)[number];

/** Waits until the ledger holds everything: until then the demo's one process is busy with that. */
async function imported(browser: Browser, url: string, who: Who): Promise<void> {
  const { context, page } = await seller(browser, url, { who });
  const phase = "fetch('/express/sync').then((answer) => answer.json()).then(({ phase }) => phase)";
  while ((await page.evaluate(phase)) !== 'current') await page.waitForTimeout(500);
  await context.close();
}

/** Builds the demo's pages where they are stale, starts it, and ends it. */
export async function withDemo<T>(browser: Browser, use: (url: string) => Promise<T>): Promise<T> {
  const { code } = await runNode([
    ...nodeFlags,
    'scripts/build.ts',
    '--if-stale',
    'connect',
    'demo',
  ]);
  if (code !== 0) throw new Error('Failed to build the demo.');
  const folder = temporaryFolder();
  const demo = await openDemo(folder);
  try {
    for (const who of sellers) await imported(browser, demo.url, who);
    return await use(demo.url);
  } finally {
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somebody who is signed in there, in a browser of their own. */
export async function seller(
  browser: Browser,
  url: string,
  { width = 1280, who = 'us' }: { readonly width?: number; readonly who?: Who } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-US',
  });
  const page = await context.newPage();
  await signIn(page, url, { seller: who });
  return { context, page };
}
