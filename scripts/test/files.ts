import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/**
 * The test files in some folders (from the root), in a fixed order.
 *
 * @example testFiles(['test/contract', 'test/elements/models'])
 */
export const testFiles = (folders: readonly string[]): string[] =>
  folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(folder, name)),
    )
    .toSorted();
