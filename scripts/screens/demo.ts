import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncSchema } from '@express-elements/contract';
import type { Browser, BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { start } from '../../test/support/process.ts';
import { takeAll, views } from './camera.ts';
import { demoNow, demoPages, type DemoPage } from './table.ts';

async function signIn(context: BrowserContext, url: string, who: DemoPage['signIn']) {
  if (who === null) return;
  const page = await context.newPage();
  await page.goto(url);
  const account = await page.locator('input[name="account"]').nth(who.seller).inputValue();
  await page.close();
  const answer = await context.request.post(`${url}/sign-in`, {
    form: { account, role: who.role },
    headers: { Origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`Failed to sign in: ${await answer.text()}`);
  if (who.role !== 'support') await imported(context, url);
}

/** A new world's rows are imported at Stripe's speed: pictures of a half-imported ledger would differ each time. */
async function imported(context: BrowserContext, url: string): Promise<void> {
  for (;;) {
    const answer = await context.request.get(`${url}/express/sync`);
    const { phase } = v.parse(syncSchema, await answer.json());
    if (phase === 'current') return;
    if (phase === 'failed') throw new Error('Failed to import the seller’s rows.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Pictures of every page of the demo, on a world of its own. @returns what the pages complained of */
export async function takeDemo(browser: Browser, only: (name: string) => boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'express-screens-'));
  const demo = await start(['packages/demo/src/server/main.ts'], {
    ready: /^ready (\S+)/m,
    env: { PORT: '0', EXPRESS_DATA: folder, EXPRESS_NOW: String(demoNow) },
    timeoutMs: 120_000,
  });
  const url = demo.ready[1] ?? '';
  const complaints: string[] = [];
  try {
    for (const view of views) {
      for (const page of demoPages.filter(({ name }) => only(name))) {
        const shot = { ...page, name: `demo/${page.name}`, url: url + page.path };
        complaints.push(
          ...(await takeAll(browser, view, [shot], (context) => signIn(context, url, page.signIn))),
        );
      }
    }
  } finally {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return complaints;
}
