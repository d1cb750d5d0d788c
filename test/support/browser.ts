import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBrowsers } from '../../scripts/browsers.mjs';

/** The stock Chromium, without a window and without asking anybody for anything. */
export function openBrowser(): Promise<Browser> {
  const { browser } = ensureBrowsers(['chromium']).chromium;
  return chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** connect-js says this once wherever Stripe's script was on the page before it, as our bridge sees to. */
const known = /loadConnect was called but an existing Connect\.js script already exists/;

/**
 * What a page complains of from now on: errors, warnings, and requests that failed to be served.
 * A page of ours has none but connect-js's one known warning.
 */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const type = message.type();
    if ((type !== 'error' && type !== 'warning') || known.test(message.text())) return;
    complaints.push(`${type}: ${message.text()} (${message.location().url})`);
  });
  return complaints;
}
