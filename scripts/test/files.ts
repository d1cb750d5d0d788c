import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../root.ts';

/**
 * The test files in some folders (from the root) but not in others inside them, in a fixed order.
 *
 * @example testFiles(['test'], ['test/e2e'])
 */
export const testFiles = (folders: readonly string[], without: readonly string[] = []): string[] =>
  folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(folder, name)),
    )
    .filter((file) => !without.some((folder) => file.startsWith(join(root, folder) + sep)))
    .toSorted();
