import { runTool } from '../process.ts';
import { fail, onePassed, type Stage } from './stage.ts';

const check = (
  name: string,
  tool: readonly [packageName: string, command?: string],
  ...args: string[]
): Stage => ({
  name,
  async run() {
    const { code, output } = await runTool(tool, args, { capture: true });
    return code === 0 ? onePassed : fail(name, output);
  },
});

/** What needs no test to run: each of these counts as one. */
export const checks: readonly Stage[] = [
  check('types', ['typescript', 'tsc'], '--noEmit'),
  check('lint', ['oxlint'], '--deny-warnings'),
  check('format', ['oxfmt'], '--check'),
  // Exports that nobody imports, files that nobody reaches, dependencies that nobody uses or declares.
  check('unused', ['knip']),
];
