/**
 * The way into every command: `node scripts/bootstrap.mjs <command> [arguments]`.
 *
 * It runs before anything is installed, so it stands on Node's own modules alone: it checks Node, installs the
 * packages where they are missing or older than the lock file, and then runs the command's steps one after another.
 * (A `prestart` hook would not do: npm skips hooks silently where scripts are switched off.)
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** @param {string[]} path */
const at = (...path) => join(root, ...path);

/**
 * What each command runs, in order. The arguments of the command line go to the last step.
 * @type {Record<string, { steps: string[][], env?: Record<string, string> }>}
 */
const commands = {
  start: {
    steps: [
      ['scripts/build.ts', '--if-stale', 'connect', 'demo'],
      ['packages/demo/src/server/main.ts'],
    ],
  },
  sandbox: {
    steps: [['scripts/build.ts', '--if-stale', 'connect'], ['packages/sandbox/src/cli.ts']],
  },
  test: { steps: [['scripts/test.ts']] },
  check: { steps: [['scripts/test.ts', 'check']] },
  soak: { steps: [['scripts/test.ts', 'unit', 'e2e']], env: { SOAK: '1' } },
  build: { steps: [['scripts/build.ts']] },
  bench: { steps: [['scripts/bench.ts']] },
  catalogue: { steps: [['scripts/catalogue.ts']] },
  screens: { steps: [['scripts/screens.ts']] },
};

/** Something that a sentence explains better than a stack trace. */
class Problem extends Error {}

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function checkNode() {
  const wanted = String(readJson(at('package.json')).engines.node).replace('>=', '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `Express Elements needs Node.js ${wanted} or later; this is ${process.versions.node}.`,
  );
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own record there when it has finished, so an
 * install that was interrupted counts as none. Packages for other machines are optional and not in the record.
 */
function isInstalled() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const have = readJson(record).packages;
  return Object.entries(readJson(at('package-lock.json')).packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .every(([path, wanted]) =>
      have[path] === undefined
        ? wanted.optional === true || wanted.peer === true
        : have[path].version === wanted.version,
    );
}

function install() {
  if (isInstalled()) return;
  process.stderr.write('Installing packages …\n');
  // npm tells its scripts where it is itself; no dependency's install script is needed here.
  const npm = process.env['npm_execpath'];
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Its report goes to stderr: stdout belongs to the command.
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (done.status === 0) return;
  const why = done.error ? done.error.message : `it ended with code ${done.status}`;
  throw new Problem(
    `Failed to install packages: npm ci did not succeed (${why}). Check the network and npm's registry, then try again.`,
  );
}

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Under npm the shell between npm and this process dies of a signal without passing it on, so its end is the signal.
 * @param {() => void} stop
 */
function followNpm(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  if (process.env['npm_lifecycle_event'] === undefined) clearInterval(timer);
  return () => clearInterval(timer);
}

/**
 * Runs one TypeScript file on this Node until it ends; signals go on to it.
 * @param {string[]} step
 * @param {Record<string, string>} env
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function run([file = '', ...args], env) {
  const flags = ['--import', 'tsx', '--import', pathToFileURL(at('scripts/leash.mjs')).href];
  const child = spawn(process.execPath, [...flags, '--conditions=source', at(file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // The channel is the leash: it breaks when this process dies, however it dies.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal has already sent Ctrl-C to the whole group; twice would mean “at once” to the child.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  const unfollow = followNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      unfollow();
      resolve({ code, signal });
    });
  });
}

/** @param {string} name @param {string[]} args */
async function main(name, args) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    throw new Problem(`Usage: node scripts/bootstrap.mjs <${Object.keys(commands).join('|')}>`);
  }
  checkNode();
  install();
  const last = command.steps.length - 1;
  for (const [index, step] of command.steps.entries()) {
    const end = await run(index === last ? [...step, ...args] : step, command.env ?? {});
    // Ends as the step did, so that a shell or a supervisor sees what happened.
    if (end.signal) process.kill(process.pid, end.signal);
    if (end.code !== 0) {
      process.exitCode = end.code ?? 1;
      return;
    }
  }
}

try {
  await main(process.argv[2] ?? '', process.argv.slice(3));
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
