import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageNames } from '../../vite.config.ts';
import { runTool } from '../process.ts';
import { root } from '../root.ts';

// The compiler leaves `./x.ts` in declarations, where a host's compiler would look for a file that is not published.
const relativeImport = /(\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(["'])(\.{1,2}\/[^"']+)\.ts\2/g;

/** @example withPublishedImports("import type { Row } from './row.ts';") // "import type { Row } from './row.js';" */
export const withPublishedImports = (text: string): string =>
  text.replaceAll(relativeImport, '$1$2$3.js$2');

function rewrite(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(folder, name);
    writeFileSync(file, withPublishedImports(readFileSync(file, 'utf8')));
  }
}

/** Declarations of every published package, as a tree like its sources: `dist/types/**`. */
export async function buildTypes(): Promise<void> {
  const emitted = join(root, '.cache/types');
  rmSync(emitted, { recursive: true, force: true });
  const { code } = await runTool(['typescript', 'tsc'], ['-p', 'tsconfig.build.json']);
  if (code !== 0) throw new Error('Failed to write declarations: the types do not check.');
  for (const name of packageNames) {
    const types = join(root, 'packages', name, 'dist/types');
    rmSync(types, { recursive: true, force: true });
    cpSync(join(emitted, name, 'src'), types, { recursive: true });
    rewrite(types);
  }
}
