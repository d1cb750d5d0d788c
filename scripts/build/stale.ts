import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

const stampOf = (target: string): string => join(root, '.cache/built', target);

/** When anything in a file or folder changed last, in ms; a folder's own time tells of what was removed. */
function changed(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .map((name) => changed(join(path, name)))
    .reduce((latest, time) => Math.max(latest, time), stat.mtimeMs);
}

/** Whether an output is missing or an input changed after the target was last built. Paths from the root. */
export function isStale(
  target: string,
  paths: { readonly inputs: readonly string[]; readonly output: string },
): boolean {
  const stamp = stampOf(target);
  if (!existsSync(stamp) || !existsSync(join(root, paths.output))) return true;
  const built = statSync(stamp).mtimeMs;
  return paths.inputs.some((path) => changed(join(root, path)) > built);
}

/** @param started when the build began, in ms: what changed while it ran is not in it */
export function markBuilt(target: string, started: number): void {
  const stamp = stampOf(target);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, started / 1000, started / 1000);
}
