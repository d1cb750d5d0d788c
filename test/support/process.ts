import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { nodeFlags } from '../../scripts/process.ts';
import { root } from '../../scripts/root.ts';

export interface Running {
  readonly child: ChildProcess;
  /** What the awaited line said. */
  readonly ready: RegExpExecArray;
  /** Everything that it has written so far. */
  output(): string;
  /** Ends it and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  /** A line that says that it is ready. */
  readonly ready: RegExp;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** A TypeScript file of this repository as a child process, its two outputs gathered in one text. */
function launch(args: readonly string[], env: StartOptions['env'] = {}) {
  const child = spawn(process.execPath, [...nodeFlags, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  // A test that fails must not leave its server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  return { child, output: () => text };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

/**
 * Starts a file and waits for the line that says it is ready.
 *
 * @example await start(['packages/sandbox/src/cli.ts', '--port', '0'], { ready: /^ready (\S+)/m })
 */
export function start(args: readonly string[], options: StartOptions): Promise<Running> {
  const { child, output } = launch(args, options.env);
  return new Promise((resolve, reject) => {
    const give = (problem: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`${args[0]} ${problem}. It wrote:\n${output()}`));
    };
    const timer = setTimeout(() => give('is not ready in time'), options.timeoutMs ?? 60_000);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`ended with code ${code} before it was ready`);
    });
    const look = (): void => {
      const ready = options.ready.exec(output());
      if (!ready) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve({ child, ready, output, stop: (signal) => stop(child, signal) });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
  });
}

/** Runs a file until it ends: for what is expected to end with a sentence and a code. */
export async function finish(
  args: readonly string[],
  env: StartOptions['env'] = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = launch(args, env);
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, output: output() };
}
