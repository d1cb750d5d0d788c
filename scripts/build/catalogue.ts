import { writeManifest } from './manifest.ts';
import { join } from 'node:path';
import { moveInline } from './strict-pages.ts';
import { root } from '../root.ts';
import { runTool, type RunOptions } from '../process.ts';

/** Where `.storybook/preview.ts` reads the manifest from. */
const manifestFolder = '.cache/manifest';

async function storybook(args: readonly string[], options: RunOptions = {}): Promise<void> {
  await writeManifest(manifestFolder);
  const { code, output } = await runTool(
    ['storybook'],
    [...args, '--disable-telemetry', '--quiet'],
    { ...options, env: { STORYBOOK_DISABLE_TELEMETRY: '1' } },
  );
  if (code !== 0) throw new Error(`Failed to run Storybook (code ${code}).\n${output}`);
}

/** The catalogue as static files, with nothing inline in its pages. @param folder from the root */
export async function buildCatalogue(folder = 'storybook-static'): Promise<void> {
  // What it says of each chunk's size is news only where it fails.
  await storybook(['build', '--output-dir', folder], { capture: true });
  moveInline(join(root, folder), ['index.html', 'iframe.html']);
}

/** The catalogue while one works on it, served anew at each change. */
export const serveCatalogue = (port: number): Promise<void> =>
  storybook(['dev', '--port', String(port), '--ci', '--exact-port', '--host', '127.0.0.1']);
