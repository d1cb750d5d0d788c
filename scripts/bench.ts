/**
 * `npm run bench [-- NAME …]`: one JSON line for each figure, and nothing else, on stdout.
 * A bench is a file `test/bench/<name>.bench.ts`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../test/bench/bench.ts';
import { root } from './root.ts';

const folder = join(root, 'test/bench');
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length));

async function load(name: string): Promise<Bench> {
  const module: { bench: Bench } = await import(
    pathToFileURL(join(folder, `${name}.bench.ts`)).href
  );
  return module.bench;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: there are ${known.join(', ')}.`);
  process.exitCode = 1;
}

for (const name of unknown.length > 0 ? [] : known) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    const bench = await load(name);
    process.stderr.write(`${name}: ${bench.about} …\n`);
    await bench.run((figure) => console.log(JSON.stringify({ bench: name, ...figure })));
  } catch (error) {
    console.error(`Failed to measure ${name}: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
