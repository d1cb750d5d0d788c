import { runTool } from '../process.ts';

/** Writes `custom-elements.json`, made from the elements' JSDoc and types, into a folder (from the root). */
export async function writeManifest(folder: string): Promise<void> {
  const { code, output } = await runTool(
    ['@custom-elements-manifest/analyzer', 'cem'],
    ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', folder],
    { capture: true },
  );
  if (code !== 0) throw new Error(`Failed to write the custom elements manifest:\n${output}`);
}
