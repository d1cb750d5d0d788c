/**
 * What ours are measured beside. A fresh clone does not install it: 220 MB that only benches need go into
 * `.cache/peers` when one of them runs, at the versions that `test/bench/peers/package-lock.json` says.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';

const wanted = join(root, 'test/bench/peers');
export const peersFolder = join(root, '.cache/peers');

const text = (...path: string[]): string =>
  existsSync(join(...path)) ? readFileSync(join(...path), 'utf8') : '';

const isInstalled = (): boolean =>
  existsSync(join(peersFolder, 'node_modules/.package-lock.json')) &&
  text(peersFolder, 'package-lock.json') === text(wanted, 'package-lock.json');

/** Installs them where they are missing or older than the lock file. Their install scripts don't run. */
export function ensurePeers(): void {
  if (isInstalled()) return;
  process.stderr.write('Installing what is measured beside ours …\n');
  mkdirSync(peersFolder, { recursive: true });
  copyFileSync(join(wanted, 'package.json'), join(peersFolder, 'package.json'));
  copyFileSync(join(root, '.npmrc'), join(peersFolder, '.npmrc'));
  copyFileSync(join(wanted, 'package-lock.json'), join(peersFolder, 'package-lock.json'));
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status === 0) return;
  throw new Error(`Failed to install the peers: npm ci ended with ${error?.message ?? status}.`);
}

/** The version of a peer as it is installed. */
export function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(
    text(peersFolder, 'node_modules', name, 'package.json'),
  );
  return manifest.version;
}
