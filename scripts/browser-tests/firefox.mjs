import { launch } from 'puppeteer-core';

/**
 * Firefox for @web/test-runner: the stock build, spoken to over WebDriver BiDi.
 * Its type is `puppeteer`, so that the runner's commands (viewport, keys, media) find its pages.
 *
 * @param {string} executablePath
 * @returns {import('@web/test-runner').BrowserLauncher & { getPage: (id: string) => import('puppeteer-core').Page }}
 */
export function firefoxLauncher(executablePath) {
  /** @type {import('puppeteer-core').Browser | undefined} */
  let browser;
  /** @type {Map<string, import('puppeteer-core').Page>} */
  const pages = new Map();

  /** @param {string} id */
  const getPage = (id) => {
    const page = pages.get(id);
    if (!page) throw new Error(`Failed to find the page of session ${id}: it is not open.`);
    return page;
  };

  return {
    name: 'Firefox',
    type: 'puppeteer',
    getPage,
    async initialize() {
      browser = await launch({ browser: 'firefox', executablePath });
    },
    async startSession(id, url) {
      if (!browser) throw new Error('Failed to open a page: Firefox is not running.');
      const page = await browser.newPage();
      pages.set(id, page);
      // Quick tests are over, and their page closed, before it has loaded: that is no failure.
      await page.goto(url).catch((error) => {
        if (pages.has(id)) throw error;
      });
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => getPage(id).url(),
    async stopSession(id) {
      const page = getPage(id);
      pages.delete(id);
      await page.close();
      return {};
    },
    async startDebugSession() {
      throw new Error('Debug in Chromium: this launcher opens no window.');
    },
    async stop() {
      await browser?.close();
      browser = undefined;
    },
  };
}
