import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags, runNode } from '../process.ts';
import { root } from '../root.ts';
import { testFiles } from './files.ts';
import { add, countsOf, fail, type Counts, type Stage } from './stage.ts';

/** Where each stage leaves the whole report of its runner, passed tests and times included. */
export const logFolder = join(root, '.cache/test');

const reporter = (file: string, destination: string): string[] => [
  `--test-reporter=${file}`,
  `--test-reporter-destination=${destination}`,
];

export interface NodeStage {
  readonly folders: readonly string[];
  /** Folders inside those that are another stage's. */
  readonly without?: readonly string[];
  /** How many files run at once. */
  readonly concurrency?: number;
  /** Per test and per file: one that hangs must not take the whole run with it, one on a busy machine may finish. */
  readonly timeoutMs?: number;
  readonly before?: () => Promise<void>;
}

function readCounts(name: string, file: string, code: number | null): Counts {
  if (!existsSync(file))
    return fail(name, `The runner ended with code ${code} before it reported.`);
  const counts = countsOf(name, JSON.parse(readFileSync(file, 'utf8')));
  if (code === 0 || counts.failed > 0) return counts;
  return add(counts, fail(name, `The runner ended with code ${code} though no test failed.`));
}

/** Test files of `node:test`, each in a process of its own. */
export const nodeStage = (name: string, options: NodeStage): Stage => ({
  name,
  async run() {
    const files = testFiles(options.folders, options.without);
    if (files.length === 0)
      return fail(name, `No test ran: ${options.folders.join(', ')} is empty.`);
    await options.before?.();
    mkdirSync(logFolder, { recursive: true });
    const counts = join(logFolder, `${name}.json`);
    rmSync(counts, { force: true });
    const args = [
      ...nodeFlags,
      '--test',
      `--test-concurrency=${options.concurrency ?? 2}`,
      `--test-timeout=${options.timeoutMs ?? 300_000}`,
      ...reporter(join(root, 'scripts/reporters/report.mjs'), 'stdout'),
      ...reporter('spec', join(logFolder, `${name}.log`)),
      ...files,
    ];
    const { code } = await runNode(args, { env: { TEST_COUNTS: counts } });
    return readCounts(name, counts, code);
  },
});
