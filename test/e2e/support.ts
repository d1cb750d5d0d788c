/** A demo of its own for each test file, and the few things that every one of them does with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import Stripe from 'stripe';
import type { Role } from '../../packages/demo/src/server/session.ts';
import { settingsOf, type Environment } from '../../packages/demo/src/server/settings.ts';
import { startDemo, type Demo } from '../../packages/demo/src/server/start.ts';
import { complaintsOf, openBrowser } from '../support/browser.ts';

/** When every world of these tests starts: Tuesday, 24 November 2026, 12:00 UTC. */
export const start = 1_795_521_600;

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'express-demo-'));
}

/** A demo in this process on a free port, with a world that starts at `start`. */
export const openDemo = (folder: string, env: Environment = {}): Promise<Demo> =>
  startDemo(settingsOf({ PORT: '0', EXPRESS_DATA: folder, EXPRESS_NOW: String(start), ...env }), {
    say: (sentence) => console.error(sentence),
  });

/** The sandbox's API with the secret key, past every ledger: what figures on pages are compared with. */
export function apiOf({ sandbox }: Demo): Stripe {
  if (sandbox === null) throw new Error('This demo has no sandbox of its own.');
  return new Stripe('sk_test_sandbox', {
    httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) =>
      sandbox.fetch(input, init),
    ),
  });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the page so far. */
  readonly complaints: readonly string[];
}

/** The three sellers in their fixed order. */
export const sellers = { us: 0, jp: 1, de: 2 } as const;

export interface Arrival {
  readonly seller?: keyof typeof sellers;
  readonly role?: Role;
  /** A page of the demo: `/shop`. */
  readonly to?: string;
}

/** Signs in through the page, as a person does, and lands on `to`. */
export async function signIn(page: Page, url: string, arrival: Arrival = {}): Promise<void> {
  const { seller = 'us', role = 'owner', to = '/dashboard' } = arrival;
  await page.goto(`${url}/?to=${to}`);
  await page.locator('input[name="account"]').nth(sellers[seller]).check();
  await page.locator(`input[name="role"][value="${role}"]`).check();
  await page.locator('form.sign-in button.primary').click();
  await page.waitForURL(`${url}${to}`);
}

export interface Scene {
  readonly demo: Demo;
  readonly api: Stripe;
  readonly browser: Browser;
  /** A browser of its own, with its own cookies. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

/** Opens demo and browser before the tests of a file, and closes them after. */
export function scene(env: Environment = {}): Scene {
  const folder = temporaryFolder();
  const opened: { demo?: Demo; browser?: Browser } = {};
  before(async () => {
    opened.demo = await openDemo(folder, env);
    opened.browser = await openBrowser();
  });
  after(async () => {
    await opened.browser?.close();
    await opened.demo?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const need = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The demo is open only while tests run.');
    return thing;
  };
  return {
    get demo() {
      return need(opened.demo);
    },
    get api() {
      return apiOf(need(opened.demo));
    },
    get browser() {
      return need(opened.browser);
    },
    async visit(options) {
      const context = await need(opened.browser).newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        ...options,
      });
      // tsx names functions by a helper that a page does not have.
      await context.addInitScript('globalThis.__name ??= (named) => named;');
      const page = await context.newPage();
      return { page, context, complaints: complaintsOf(page) };
    },
  };
}

/** Waits until each of these elements says that it is ready (or empty: there may be nothing to show). */
export async function settled(page: Page, ...selectors: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      wanted.every((selector) => {
        const element = document.querySelector(selector);
        return element?.matches(':state(ready), :state(empty)') ?? false;
      }),
    [...selectors],
  );
}

/** Asks again and again until something holds; fails when it doesn't in time. */
export async function until(
  holds: () => Promise<boolean>,
  { timeoutMs = 30_000, what = 'The condition' } = {},
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`${what} did not hold within ${timeoutMs} ms.`);
    await setTimeout(50);
  }
}
