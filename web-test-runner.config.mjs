/**
 * Element tests, in Chromium, Firefox and WebKit. `BROWSERS=chromium` runs one of them;
 * `npx wtr --files test/elements/browser/x.test.ts` runs one file.
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { strictCsp, testPage } from './scripts/browser-tests/csp.mjs';
import { firefoxLauncher } from './scripts/browser-tests/firefox.mjs';
import { report } from './scripts/browser-tests/report.mjs';
import { webkitLauncher } from './scripts/browser-tests/webkit.mjs';
import { chosenBrowsers, ensureBrowsers } from './scripts/browsers.mjs';

const launchers = {
  /** @param {import('./scripts/browsers.mjs').Programs} programs */
  chromium: ({ browser }) =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: browser,
        args: ['--no-sandbox', '--disable-background-networking'],
      },
    }),
  /** @param {import('./scripts/browsers.mjs').Programs} programs */
  firefox: ({ browser }) => firefoxLauncher(browser),
  /** @param {import('./scripts/browsers.mjs').Programs} programs */
  webkit: ({ browser, driver = '', display = '' }) => webkitLauncher({ browser, driver, display }),
};

const chosen = chosenBrowsers(process.env['BROWSERS']);
const programs = ensureBrowsers(chosen);

/** connect-js has CommonJS at that path, which a browser cannot load as it is. */
const connectJs = {
  name: 'connect-js',
  /** @param {{ source: string }} request */
  resolveImport: ({ source }) =>
    source === '@stripe/connect-js/pure'
      ? '/node_modules/@stripe/connect-js/dist/pure.esm.js'
      : undefined,
};

/** Libraries that ask a bundler for its mode, as @tanstack/virtual-core does: there is none here. */
const production = {
  name: 'production',
  /** @param {{ body: unknown, response: { is(type: string): string | false | null } }} context */
  transform: ({ body, response }) =>
    typeof body === 'string' && response.is('js') && body.includes('process.env.NODE_ENV')
      ? { body: body.replaceAll('process.env.NODE_ENV', '"production"') }
      : undefined,
};

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: 'test/elements/browser/**/*.test.ts',
  nodeResolve: { exportConditions: ['source', 'browser'], browser: true },
  browsers: chosen.map((name) => launchers[name](programs[name])),
  // One page at a time in each browser: a second tab would be hidden, and what is hidden draws no frames.
  concurrency: 1,
  concurrentBrowsers: 3,
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  // Generous, for a machine that does something else besides.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 180_000,
  testRunnerHtml: testPage,
  middleware: [strictCsp],
  plugins: [
    connectJs,
    production,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      // Relative paths are not found by the plugin, and decorators stay in without it.
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [report()],
  staticLogging: true,
};
