import { setTimeout as wait } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { createWebKit } from './webkit-driver.mjs';

/** @param {string} binary */
const capabilitiesOf = (binary) => ({
  // WebKitGTK's driver speaks the classic protocol only.
  'wdio:enforceWebDriverClassic': true,
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary, args: ['--automation'] },
});

/**
 * How long a browser may take to start, or a page to close, before it is taken to hang: now and then, on a busy
 * machine, WebKitGTK's never answers.
 */
const patienceMs = 20_000;
const tries = 3;

/** What the runner's commands ask a WebDriver launcher for, by session. */
const commands = /** @type {const} */ ([
  'sendKeys',
  'sendMouseMove',
  'sendMouseClick',
  'sendMouseDown',
  'sendMouseUp',
  'resetMouse',
  'takeScreenshot',
]);

/** @typedef {ReturnType<typeof webdriverLauncher>} Launcher */

/**
 * Whether something succeeds in time. What it says later, when its browser has been ended, is nobody's news.
 * @param {Promise<unknown>} work
 */
const succeeds = (work) =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    wait(patienceMs, false, { ref: false }),
  ]);

/**
 * WebKit for @web/test-runner: WebKitGTK's MiniBrowser through its WebDriver, on a display of its own. Each test file
 * has a browser of its own: a page that hangs, or has filled the memory, must not take the next ones with it. With the
 * runner's concurrency of 1 it is a page of its own too, not a frame.
 */
class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  #programs;
  #webkit;
  /** @type {import('@web/test-runner').TestRunnerCoreConfig | undefined} */
  #config;
  /** @type {Map<string, Launcher>} */
  #open = new Map();

  /** @param {{ browser: string, driver: string, display: string }} programs */
  constructor(programs) {
    this.#programs = programs;
    this.#webkit = createWebKit(programs);
    for (const name of commands) {
      Reflect.set(
        this,
        name,
        /** @param {string} id @param {unknown[]} rest */
        (id, ...rest) => Reflect.apply(this.#launcher(id)[name], this.#launcher(id), [id, ...rest]),
      );
    }
  }

  /** @param {import('@web/test-runner').TestRunnerCoreConfig} config */
  async initialize(config) {
    this.#config = config;
    await this.#webkit.port();
  }

  /** @param {string} id @param {string} url */
  async startSession(id, url) {
    for (let left = tries; left > 0; left -= 1) {
      const launcher = await this.#newLauncher();
      this.#open.set(id, launcher);
      if (await succeeds(launcher.startSession(id, url))) return;
      this.#open.delete(id);
      await this.#webkit.endDriver();
    }
    const { browser } = this.#programs;
    throw new Error(`Failed to start WebKit: ${browser} did not start, ${tries} times.`);
  }

  /** @param {string} id */
  async stopSession(id) {
    const launcher = this.#launcher(id);
    this.#open.delete(id);
    const closed = launcher.stopSession(id).then(() => launcher.stop());
    if (!(await succeeds(closed))) await this.#webkit.endDriver();
    return { errors: [], browserLogs: [] };
  }

  /** @param {string} id */
  isActive(id) {
    return this.#open.get(id)?.isActive(id) ?? false;
  }

  /** @param {string} id */
  getBrowserUrl(id) {
    return this.#launcher(id).getBrowserUrl(id);
  }

  async startDebugSession() {
    throw new Error('Debug in Chromium: this launcher opens no window.');
  }

  stop() {
    return this.#webkit.stop();
  }

  /** @param {string} id */
  #launcher(id) {
    const launcher = this.#open.get(id);
    if (!launcher) throw new Error(`Failed to find the page of session ${id}: it is not open.`);
    return launcher;
  }

  async #newLauncher() {
    const port = await this.#webkit.port();
    const capabilities = capabilitiesOf(this.#programs.browser);
    const options = { hostname: '127.0.0.1', port, path: '/', capabilities };
    const launcher = webdriverLauncher({ ...options, logLevel: 'silent' });
    if (this.#config) await launcher.initialize(this.#config);
    return launcher;
  }
}

/** @param {{ browser: string, driver: string, display: string }} programs */
export const webkitLauncher = (programs) => new WebKitLauncher(programs);
