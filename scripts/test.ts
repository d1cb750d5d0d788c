/**
 * `npm test [-- NAME …]`: everything that must hold, or some of its stages. What fails is shown as it fails;
 * the last line says `N passed, N failed`. Whole reports are in `.cache/test`.
 */
import { buildCatalogue } from './build/catalogue.ts';
import { ensureBrowsers } from './browsers.mjs';
import { runNode, nodeFlags } from './process.ts';
import { browserStage } from './test/browsers.ts';
import { checks } from './test/checks.ts';
import { nodeStage } from './test/node.ts';
import { add, fail, none, type Counts, type Stage } from './test/stage.ts';

async function build(...targets: string[]): Promise<void> {
  const { code } = await runNode([...nodeFlags, 'scripts/build.ts', '--if-stale', ...targets]);
  if (code !== 0) throw new Error(`Failed to build ${targets.join(', ')}.`);
}

const stages: readonly Stage[] = [
  ...checks,
  nodeStage('unit', {
    // Everything that is not another stage's, so that no new folder is left out.
    folders: ['test'],
    without: ['test/packages', 'test/elements/browser', 'test/e2e', 'test/catalogue'],
  }),
  nodeStage('packages', {
    folders: ['test/packages'],
    before: () =>
      build('contract', 'elements', 'server', 'sandbox', 'connect', 'types', 'manifest'),
  }),
  browserStage,
  nodeStage('e2e', {
    folders: ['test/e2e'],
    concurrency: 1,
    // Each file starts a demo, and some start it several times.
    timeoutMs: 300_000,
    async before() {
      ensureBrowsers();
      await build('connect', 'demo');
    },
  }),
  nodeStage('catalogue', {
    folders: ['test/catalogue'],
    concurrency: 1,
    // One file opens every story in both themes.
    timeoutMs: 900_000,
    async before() {
      ensureBrowsers();
      await buildCatalogue();
    },
  }),
];

/** Names that stand for several stages. */
const groups: Readonly<Record<string, readonly string[]>> = {
  check: checks.map((stage) => stage.name),
};

function chosen(names: readonly string[]): readonly Stage[] {
  if (names.length === 0) return stages;
  const wanted = new Set(names.flatMap((name) => groups[name] ?? [name]));
  const known = new Set(stages.map((stage) => stage.name));
  const unknown = [...wanted].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no test stage ${unknown.join(', ')}: there are ${[...known, ...Object.keys(groups)].join(', ')}.`,
    );
  }
  return stages.filter((stage) => wanted.has(stage.name));
}

async function runStage(stage: Stage): Promise<Counts> {
  const started = performance.now();
  console.log(`${stage.name} …`);
  const counts = await stage
    .run()
    .catch((error: unknown) =>
      fail(stage.name, error instanceof Error ? error.message : `${error}`),
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

try {
  const toRun = chosen(process.argv.slice(2));
  // One seed for every property of this run: set it again to see the same cases.
  process.env['SEED'] ??= String(Date.now() % 2 ** 31);
  console.log(`SEED=${process.env['SEED']}`);
  let sum = none;
  for (const stage of toRun) sum = add(sum, await runStage(stage));
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
