import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** Starts an X server on a display that it chooses itself. @param {string} program */
async function startDisplay(program) {
  // -displayfd: it writes the display's number there once it is ready.
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ready = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const first = await Promise.race([
    once(ready, 'data'),
    once(server, 'exit').then(([code]) => {
      throw new Error(`Failed to start ${program}: it ended with code ${code}.`);
    }),
  ]);
  return { server, display: `:${String(first[0]).trim()}` };
}

/** @param {string} program @param {number} port @param {string} display */
async function startDriver(program, port, display) {
  const env = { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1', GTK_A11Y: 'none' };
  const args = [`--port=${port}`, '--host=127.0.0.1'];
  const driver = spawn(program, args, { stdio: 'ignore', env });
  for (let tries = 0; tries < 200; tries += 1) {
    if (driver.exitCode !== null) break;
    if (await answers(port)) return driver;
    await wait(50);
  }
  driver.kill();
  throw new Error(`Failed to start ${program}: it does not answer at port ${port}.`);
}

/** @param {number} port */
const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/status`).then(
    (answer) => answer.ok,
    () => false,
  );

/** @param {import('node:child_process').ChildProcess | undefined} child */
async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}

/** @param {string} binary */
const capabilitiesOf = (binary) => ({
  // WebKitGTK's driver speaks the classic protocol only.
  'wdio:enforceWebDriverClassic': true,
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary, args: ['--automation'] },
});

/**
 * WebKit for @web/test-runner: WebKitGTK's MiniBrowser through its WebDriver, on a display of its own. Both are
 * started and ended here. With a concurrency of 1 each test file is a page of its own; otherwise it would be a frame.
 *
 * @param {{ browser: string, driver: string, display: string }} programs
 */
export async function webkitLauncher(programs) {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: capabilitiesOf(programs.browser),
  });
  const { initialize, stop } = launcher;
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  process.once('exit', () => children.forEach((child) => child.kill()));

  return Object.assign(launcher, {
    /** @param {import('@web/test-runner').TestRunnerCoreConfig} config */
    async initialize(config) {
      const { server, display } = await startDisplay(programs.display);
      children.unshift(server);
      children.unshift(await startDriver(programs.driver, port, display));
      await initialize.call(launcher, config);
      launcher.name = 'WebKit';
    },
    async stop() {
      await stop.call(launcher);
      // The driver goes before the display it draws on.
      for (const child of children.splice(0)) await end(child);
    },
  });
}
