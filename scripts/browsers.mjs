/**
 * Finds the three browsers that tests run in, and installs what is missing where apt may.
 * Nothing is downloaded but distribution packages: the tests drive the stock browsers.
 *
 * Run by itself it prints where they are: `node scripts/browsers.mjs [chromium|firefox|webkit …]`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */
/**
 * What a browser's tests start: `browser` for all; WebKit has a driver and needs a display besides.
 * @typedef {{ browser: string, driver?: string, display?: string }} Programs
 */

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];

/** @param {string} name a file name looked up in PATH, or a whole path */
const placesOf = (name) =>
  name.includes('/') ? [name] : folders.map((folder) => join(folder, name));

/** @param {string[]} names the first that there is wins */
const find = (...names) => names.flatMap(placesOf).find(isExecutable);

/**
 * The program that a variable names, else the first of those names that there is.
 * @param {string} variable @param {string[]} names
 */
function chosen(variable, ...names) {
  const path = process.env[variable];
  if (path === undefined || path === '') return find(...names);
  if (isExecutable(path)) return path;
  throw new Error(`${variable} names ${path}, which cannot be run.`);
}

/** WebKitGTK keeps its browser for automation in a folder that carries the API version. */
const miniBrowsers = () =>
  ['/usr/lib', '/usr/libexec', ...subfolders('/usr/lib'), ...subfolders('/usr/libexec')]
    .flatMap(subfolders)
    .filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .toSorted()
    .toReversed();

/** @param {string} folder */
const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
    : [];

/**
 * Per browser: the Debian packages it comes in and where its programs are found.
 * `CHROME_BIN` and `FIREFOX_BIN` name another build.
 * @type {Record<BrowserName, { packages: string[], programs: () => Record<string, string | undefined> }>}
 */
const table = {
  chromium: {
    packages: ['chromium'],
    programs: () => ({
      browser: chosen('CHROME_BIN', 'chromium', 'chromium-browser', 'google-chrome'),
    }),
  },
  firefox: {
    packages: ['firefox-esr'],
    programs: () => ({ browser: chosen('FIREFOX_BIN', 'firefox-esr', 'firefox') }),
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb'],
    programs: () => ({
      browser: find(...miniBrowsers()),
      driver: find('WebKitWebDriver'),
      display: find('Xvfb'),
    }),
  },
};

/** Without these, text is measured and drawn in whatever the machine has: worth installing, never worth failing for. */
const fonts = {
  'fonts-inter': '/usr/share/fonts/opentype/inter',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto',
  'fonts-liberation': '/usr/share/fonts/truetype/liberation',
};

/** All browsers, in the order in which tests run. */
export const browserNames = /** @type {BrowserName[]} */ (Object.keys(table));

/** @param {string | undefined} list names parted by commas or spaces; all where it is empty */
export function chosenBrowsers(list) {
  const names = (list ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !Object.hasOwn(table, name));
  if (unknown.length > 0) {
    throw new Error(
      `BROWSERS knows ${browserNames.join(', ')}, not ${unknown.map((name) => `"${name}"`).join(', ')}.`,
    );
  }
  return names.length > 0 ? browserNames.filter((name) => names.includes(name)) : browserNames;
}

/** @param {BrowserName} name @returns {Programs | null} null where something is missing */
export function findBrowser(name) {
  const { browser, ...others } = table[name].programs();
  if (browser === undefined || Object.values(others).includes(undefined)) return null;
  return { browser, ...others };
}

/** @param {readonly BrowserName[]} names */
const missing = (names) => names.filter((name) => findBrowser(name) === null);

/** @param {string[]} args */
function apt(...args) {
  const done = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status === 0) return;
  const said = `${done.stderr ?? ''}${done.error?.message ?? ''}`.trim().split('\n').slice(-3);
  throw new Error(`apt-get ${args[0]} failed: ${said.join(' ')}`);
}

/** @param {readonly BrowserName[]} absent */
function install(absent) {
  const wanted = Object.entries(fonts).filter(([, folder]) => !existsSync(folder));
  const packages = [
    ...absent.flatMap((name) => table[name].packages),
    ...wanted.map(([name]) => name),
  ];
  process.stderr.write(`Installing ${packages.join(', ')} …\n`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

const mayInstall = () => process.getuid?.() === 0 && find('apt-get') !== undefined;

/**
 * The programs of each browser. What is missing is installed by apt where this user may; otherwise it
 * throws one sentence that names the packages.
 *
 * @param {readonly BrowserName[]} [names]
 * @returns {Record<BrowserName, Programs>} of the browsers asked for
 */
export function ensureBrowsers(names = browserNames) {
  const absent = missing(names);
  if (absent.length > 0 && mayInstall()) install(absent);
  const still = missing(names);
  if (still.length > 0) {
    const packages = still.flatMap((name) => table[name].packages).join(' ');
    throw new Error(
      `The tests need ${still.join(', ')}: please install the packages ${packages} ` +
        `(on Debian or Ubuntu: sudo apt-get install ${packages}).`,
    );
  }
  const found = names.map((name) => [name, findBrowser(name)]);
  return /** @type {Record<BrowserName, Programs>} */ (Object.fromEntries(found));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const found = ensureBrowsers(chosenBrowsers(process.argv.slice(2).join(',')));
    for (const [name, programs] of Object.entries(found)) {
      console.log(`${name}: ${Object.values(programs).join(', ')}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
