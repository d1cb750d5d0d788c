import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chosenBrowsers, ensureBrowsers } from '../browsers.mjs';
import { runTool } from '../process.ts';
import { logFolder } from './node.ts';
import { add, countsOf, fail, none, type Counts, type Stage } from './stage.ts';

type Report = Record<string, Counts & { readonly skipped: number }>;

function readCounts(file: string, code: number | null): Counts {
  if (!existsSync(file)) {
    return fail('browsers', `The runner ended with code ${code} before it reported.`);
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const counts = Object.entries(report)
    .map(([browser, sum]) => countsOf(`browsers › ${browser}`, sum))
    .reduce(add, none);
  if (code === 0 || counts.failed > 0) return counts;
  return add(counts, fail('browsers', `The runner ended with code ${code} though no test failed.`));
}

/** Element tests, in each engine. */
export const browserStage: Stage = {
  name: 'browsers',
  async run() {
    ensureBrowsers(chosenBrowsers(process.env['BROWSERS']));
    mkdirSync(logFolder, { recursive: true });
    const counts = join(logFolder, 'browsers.json');
    rmSync(counts, { force: true });
    const { code } = await runTool(['@web/test-runner', 'wtr'], [], {
      env: { TEST_COUNTS: counts },
    });
    return readCounts(counts, code);
  },
};
