import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from '../../test/support/browser.ts';
import { root } from '../root.ts';
import { themes, widths, type Theme } from './table.ts';

/** How a page is looked at: the picture of `dashboard` may be `dashboard-dark-390.png`. */
export interface View {
  readonly theme: Theme;
  readonly width: number;
}

export const viewsOf = (all: readonly number[]): readonly View[] =>
  themes.flatMap((theme) => all.map((width) => ({ theme, width })));

export const views = viewsOf(Object.values(widths));

const minHeight = 600;
const maxHeight = 1_800;

/** How long nothing may change before a page counts as drawn: one request may lead to the next. */
const quietMs = 500;

/** In the page: whether every element is defined and none is loading. */
const isCalm = (): boolean =>
  document.fonts.status === 'loaded' &&
  [...document.querySelectorAll('*')].every(
    (element) => element.matches(':defined') && !element.matches(':state(loading)'),
  );

/**
 * Waits until nothing on the page has been loading for a while. What never stops loading, as the story of a loading
 * element, is taken as it is.
 */
async function settle(page: Page, patienceMs: number): Promise<void> {
  await page.waitForLoadState('load');
  const end = Date.now() + patienceMs;
  for (let calmSince = Date.now(); Date.now() < end;) {
    if (!(await page.evaluate(isCalm))) calmSince = Date.now();
    if (Date.now() - calmSince >= quietMs) break;
    await page.waitForTimeout(50);
  }
  // Two frames, so that what has just arrived is drawn.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/**
 * Makes the window as high as the page, so that what sticks to the window's edge stands at the page's. A list that
 * fills its window grows with it, so there is a limit.
 */
async function showAll(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, minHeight), maxHeight) });
  await settle(page, 1_000);
}

export interface Shot {
  readonly url: string;
  /** Where the picture goes, without its ending, from `docs/screens`. */
  readonly name: string;
  readonly viewOnly?: boolean;
}

/** @returns what the page complained of */
async function take(
  context: BrowserContext,
  shot: Shot,
  { theme, width }: View,
): Promise<string[]> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  // Each picture is of a first visit, whatever was taken before it.
  await page.addInitScript(() => localStorage.clear());
  await page.goto(shot.url);
  await settle(page, 6_000);
  const path = join(root, 'docs/screens', `${shot.name}-${theme}-${width}.png`);
  mkdirSync(dirname(path), { recursive: true });
  if (!shot.viewOnly) await showAll(page, width);
  await page.screenshot({ path, animations: 'disabled' });
  await page.close();
  return complaints.map((complaint) => `${shot.name} (${theme}, ${width}): ${complaint}`);
}

/**
 * Takes every shot in a view. Each view is a browser context of its own.
 * @param prepare signs in, sets cookies
 * @returns what the pages complained of
 */
export async function takeAll(
  browser: Browser,
  view: View,
  shots: readonly Shot[],
  prepare: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.width < 600 ? 844 : 900 },
    colorScheme: view.theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  await prepare(context);
  const complaints: string[] = [];
  for (const shot of shots) complaints.push(...(await take(context, shot, view)));
  await context.close();
  return complaints;
}
