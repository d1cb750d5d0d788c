import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Flags under which Node runs the TypeScript of this repository. */
export const nodeFlags = ['--import', 'tsx', '--conditions=source'];

/** @returns the file of a tool's command, so that Node runs it without npx or a shell */
export function toolFile(packageName: string, command = packageName): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return join(folder, file);
}

const running = new Set<ChildProcess>();

/** Ends a child and whatever it started: it leads a process group of its own. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The group may have ended a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) endGroup(child, signal);
    // This handler is gone by now, so the signal does what it does.
    process.kill(process.pid, signal);
  });
}
process.once('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});

export interface Ended {
  readonly code: number | null;
  /** Everything that it wrote, where `capture` was asked for. */
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the output to itself instead of showing it. */
  readonly capture?: boolean;
  readonly timeoutMs?: number;
}

/**
 * Runs Node with these arguments until it ends. It ends with this process, and takes its own children with it.
 *
 * @example await runNode([toolFile('oxlint'), '--deny-warnings'], { capture: true })
 */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const stdio: SpawnOptions['stdio'] = options.capture
    ? ['ignore', 'pipe', 'pipe']
    : ['ignore', 'inherit', 'inherit'];
  const env = { ...process.env, ...options.env };
  const child = spawn(process.execPath, args, { cwd: root, stdio, env, detached: true });
  running.add(child);
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const timer =
    options.timeoutMs && setTimeout(() => endGroup(child, 'SIGKILL'), options.timeoutMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (timer) clearTimeout(timer);
      running.delete(child);
      resolve({ code, output });
    });
  });
}

/** The same for a tool's command. */
export const runTool = (
  tool: readonly [packageName: string, command?: string],
  args: readonly string[],
  options?: RunOptions,
): Promise<Ended> => runNode([toolFile(...tool), ...args], options);
