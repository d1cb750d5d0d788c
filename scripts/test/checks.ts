import { nodeFlags, runNode, runTool, type RunOptions } from '../process.ts';
import { fail, onePassed, type Stage } from './stage.ts';

const check = (name: string, run: (options: RunOptions) => ReturnType<typeof runNode>): Stage => ({
  name,
  async run() {
    const { code, output } = await run({ capture: true });
    return code === 0 ? onePassed : fail(name, output);
  },
});

/** What needs no test to run: each of these counts as one. */
export const checks: readonly Stage[] = [
  check('types', (options) => runTool(['typescript', 'tsc'], ['--noEmit'], options)),
  check('lint', (options) => runTool(['oxlint'], ['--deny-warnings'], options)),
  check('format', (options) => runTool(['oxfmt'], ['--check'], options)),
  // Exports that nobody imports, files that nobody reaches, dependencies that nobody uses or declares.
  check('unused', (options) => runTool(['knip'], [], options)),
  // What a script writes from a table is what it would write now.
  check('generated', (options) =>
    runNode([...nodeFlags, 'scripts/connect-table.mjs', '--check'], options),
  ),
];
