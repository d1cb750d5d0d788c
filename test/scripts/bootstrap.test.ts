import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';

/** A stand-in for `npm`: says how it was called, and ends with the code that the variable says. */
const npm = `
process.stdout.write('npm ' + process.argv.slice(2).join(' ') + '\\n');
process.exit(Number(process.env.NPM_ENDS_WITH));
`;

/** A step that waits to be told to stop, and says so when it hears. */
const waiting = `
process.on('SIGTERM', () => { console.log('told to stop'); process.exit(7); });
setInterval(() => {}, 1000);
console.log('ready ');
`;

describe('node scripts/bootstrap.mjs', () => {
  let folder = '';
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const lock = (version: string): string =>
    JSON.stringify({ packages: { 'node_modules/lit': { version } } });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'express-bootstrap-'));
    for (const name of ['scripts', 'node_modules']) mkdirSync(join(folder, name));
    for (const name of ['bootstrap.mjs', 'leash.mjs']) {
      cpSync(join(root, 'scripts', name), join(folder, 'scripts', name));
    }
    symlinkSync(join(root, 'node_modules/tsx'), join(folder, 'node_modules/tsx'));
    put('package.json', JSON.stringify({ type: 'module', engines: { node: '>=20.19' } }));
    put('package-lock.json', lock('3.0.0'));
    put('node_modules/.package-lock.json', lock('3.0.0'));
    put('npm.js', npm);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const launch = (args: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(folder, 'scripts/bootstrap.mjs'), ...args], {
      env: { ...process.env, npm_execpath: join(folder, 'npm.js'), NPM_ENDS_WITH: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    return { child, output: () => output };
  };

  const run = async (args: readonly string[], env?: Record<string, string>) => {
    const { child, output } = launch(args, env);
    const [code] = await once(child, 'close');
    return { code, output: output() };
  };

  const isReady = async ({ child, output }: ReturnType<typeof launch>): Promise<void> => {
    while (!output().includes('ready ')) await once(child.stdout, 'data');
  };

  it('runs a step with the arguments of the command line and ends with its code', async () => {
    put('scripts/bench.ts', 'console.log(process.argv.slice(2).join("|")); process.exit(3);');
    const { code, output } = await run(['bench', 'sizes', '--x', 'a b']);
    assert.equal(output, 'sizes|--x|a b\n');
    assert.equal(code, 3);
  });

  it('runs the steps in order and stops at the first that fails', async () => {
    mkdirSync(join(folder, 'packages/sandbox/src'), { recursive: true });
    put('packages/sandbox/src/cli.ts', 'console.log("cli " + process.argv.slice(2).join(" "));');
    put('scripts/build.ts', 'console.log("build");');
    assert.equal((await run(['sandbox', '--port', '1'])).output, 'build\ncli --port 1\n');
    put('scripts/build.ts', 'process.exit(4);');
    assert.deepEqual(await run(['sandbox']), { code: 4, output: '' });
  });

  it('names the commands where it is given none of them', async () => {
    const { code, output } = await run(['toString']);
    assert.equal(code, 1);
    assert.match(output, /^Usage: node scripts\/bootstrap\.mjs <start\|sandbox\|test\|/);
  });

  it('says which Node it needs', async () => {
    put('package.json', JSON.stringify({ engines: { node: '>=99.1' } }));
    const { code, output } = await run(['bench']);
    assert.equal(code, 1);
    assert.match(output, /^Express Elements needs Node\.js 99\.1 or later; this is \d/);
  });

  it('installs where the record differs from the lock file, then runs the command', async () => {
    put('scripts/bench.ts', 'console.log("measured");');
    put('package-lock.json', lock('3.1.0'));
    const { code, output } = await run(['bench']);
    assert.equal(code, 0);
    assert.match(output, /Installing packages/);
    assert.match(output, /npm ci --ignore-scripts/);
    assert.match(output, /measured\n$/);
  });

  it('installs where nothing is installed, or an install was interrupted', async () => {
    put('scripts/bench.ts', '');
    rmSync(join(folder, 'node_modules/.package-lock.json'));
    assert.match((await run(['bench'])).output, /npm ci/);
  });

  it('does not miss a package for another kind of machine', async () => {
    put('scripts/bench.ts', 'console.log("measured");');
    const packages = {
      'node_modules/lit': { version: '3.0.0' },
      'node_modules/esbuild-plan9': { version: '1.0.0', optional: true },
    };
    put('package-lock.json', JSON.stringify({ packages }));
    assert.equal((await run(['bench'])).output, 'measured\n');
  });

  it('ends with a sentence where npm fails', async () => {
    put('package-lock.json', lock('3.1.0'));
    const { code, output } = await run(['bench'], { NPM_ENDS_WITH: '9' });
    assert.equal(code, 1);
    assert.match(output, /^Failed to install packages: npm ci did not succeed .*code 9/m);
  });

  it('hands SIGTERM on and waits for the step', async () => {
    put('scripts/bench.ts', waiting);
    const started = launch(['bench']);
    await isReady(started);
    started.child.kill('SIGTERM');
    const [code] = await once(started.child, 'close');
    assert.equal(code, 7);
    assert.match(started.output(), /told to stop/);
  });

  it('leaves no step behind when it is killed', async () => {
    put('scripts/bench.ts', waiting);
    const started = launch(['bench']);
    await isReady(started);
    started.child.kill('SIGKILL');
    // The pipes close when the last of the two processes that hold them is gone.
    await once(started.child, 'close');
    assert.match(started.output(), /told to stop/);
  });
});
