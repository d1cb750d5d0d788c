import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const entry = new URL('../../packages/sandbox/src/index.ts', import.meta.url);

/** Every file that the main entry loads at run time, and what it imports from elsewhere. */
async function reach(
  file: URL,
  seen = new Map<string, string[]>(),
): Promise<Map<string, string[]>> {
  if (seen.has(file.href)) return seen;
  const source = await readFile(file, 'utf8');
  const imports = [...source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';/gm)];
  const names = imports.map(([, name = '']) => name);
  seen.set(
    file.href,
    names.filter((name) => !name.startsWith('.')),
  );
  for (const name of names.filter((one) => one.startsWith('.')))
    await reach(new URL(name, file), seen);
  return seen;
}

test('the main entry needs nothing but the web platform: no Node module, no SDK, no package at all', async () => {
  const reached = await reach(entry);
  assert.ok(reached.size > 50, `${reached.size} files`);
  for (const [file, names] of reached) assert.deepEqual(names, [], file);
  assert.ok(
    ![...reached.keys()].some((file) => file.includes('/connect/')),
    'connect.js stands apart',
  );
});
