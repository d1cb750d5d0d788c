import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../../packages/elements/src');

const modules = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .toSorted();

test('every module imports where there is no window', async () => {
  assert.equal(typeof window, 'undefined');
  const failed: string[] = [];
  for (const path of modules)
    await import(join(root, path)).catch((cause: unknown) =>
      failed.push(`${path}: ${String(cause)}`),
    );
  assert.deepEqual(failed, []);
});
