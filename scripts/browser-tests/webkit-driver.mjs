import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

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

/** The processes that one has started, as Linux tells. @param {number | undefined} pid @returns {number[]} */
function childrenOf(pid) {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It may have ended a moment ago.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Ends a process, and the browser that a driver has started. @param {import('node:child_process').ChildProcess | undefined} child */
async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const started = childrenOf(child.pid);
  const gone = once(child, 'exit');
  child.kill();
  await gone;
  started.forEach(kill);
}

/**
 * What WebKit's tests need running: an X server, and WebKit's driver on it, which may be ended and started anew.
 * Nothing of it is left behind, however the tests end.
 *
 * @param {{ driver: string, display: string }} programs
 */
export function createWebKit(programs) {
  /** @type {Awaited<ReturnType<typeof startDisplay>> | undefined} */
  let screen;
  /** @type {{ port: number, process: import('node:child_process').ChildProcess } | undefined} */
  let driver;
  process.once('exit', () => {
    childrenOf(driver?.process.pid).forEach(kill);
    driver?.process.kill();
    screen?.server.kill();
  });
  // Without a handler these end the process with no `exit` event.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

  return {
    /** The port of a driver that runs; it is started where there is none. */
    async port() {
      screen ??= await startDisplay(programs.display);
      if (!driver) {
        const port = await freePort();
        driver = { port, process: await startDriver(programs.driver, port, screen.display) };
      }
      return driver.port;
    },
    /** Ends the driver and its browser; the next one to ask for a port gets a new one. */
    async endDriver() {
      const ended = driver;
      driver = undefined;
      await end(ended?.process);
    },
    async stop() {
      await this.endDriver();
      await end(screen?.server);
      screen = undefined;
    },
  };
}
