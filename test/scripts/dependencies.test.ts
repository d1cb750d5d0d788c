import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const page = readFileSync(join(root, 'docs/decisions/0190-dependencies.md'), 'utf8');
const read = (...path: string[]): Manifest =>
  JSON.parse(readFileSync(join(root, ...path, 'package.json'), 'utf8'));

/** The packages that a section's table names, in order. */
function namedIn(title: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '').toSorted();
}

const asked = ({ dependencies, devDependencies }: Manifest): string[] =>
  Object.keys({ ...dependencies, ...devDependencies }).toSorted();

describe('the page of dependencies', () => {
  for (const folder of readdirSync(join(root, 'packages'))) {
    const manifest = read('packages', folder);
    it(`gives a reason for each of ${manifest.name}, and for nothing else`, () => {
      assert.deepEqual(namedIn(manifest.name), asked(manifest));
    });
  }

  it('gives a reason for each of the repository, and for nothing else', () => {
    assert.deepEqual(namedIn('The repository'), asked(read()));
  });
});
