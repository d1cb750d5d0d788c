import { builtinModules } from 'node:module';
import { join, posix, relative } from 'node:path';

/**
 * The map's arrows: which of our packages a package may import, and whether only types of it.
 * What is not named here may not be imported.
 * @type {Record<string, Record<string, 'all' | 'types'>>}
 */
const arrows = {
  contract: {},
  // Types only, so that no schema code ships to browsers.
  elements: { contract: 'types' },
  server: { contract: 'all' },
  sandbox: {},
  demo: { contract: 'all', elements: 'all', server: 'all', sandbox: 'all' },
};

/** The files of packages that may use Node; the rest runs in a page or in any fetch runtime. */
const nodePlaces = [
  /^packages\/server\/src\/(node|cli|postgres|pglite)\.ts$/,
  /^packages\/server\/src\/(ops|ledger\/sql\/db)\//,
  /^packages\/sandbox\/src\/(node|cli)\.ts$/,
  /^packages\/sandbox\/src\/node\//,
  /^packages\/demo\/src\/server\//,
];

const builtins = new Set(builtinModules);

const root = join(import.meta.dirname, '../..');

/** A file's path from the root of the repository, with slashes. @param {string} file */
export const placeOf = (file) => relative(root, file).replaceAll('\\', '/');

/** @param {string} place */
const packageOf = (place) => /^packages\/([\w-]+)\//.exec(place)?.[1];

/** Whether a file ends up in a page under the strict policy. @param {string} place */
export const isDrawn = (place) =>
  /^(packages\/(elements\/src|sandbox\/src\/connect|demo\/src)\/|stories\/)/.test(place);

/** @param {string} from @param {string} specifier @returns {string | null} */
function relativeTrouble(from, specifier) {
  const target = posix.join(posix.dirname(from), specifier);
  const home = `packages/${packageOf(from)}/src/`;
  return target.startsWith(home)
    ? null
    : `leaves its package for ${target}: import the other package by its name.`;
}

/**
 * What is wrong with an import, null where it follows the map.
 * @param {string} place the importing file, from the root
 * @param {string} specifier
 * @param {boolean} typesOnly
 * @returns {string | null}
 */
export function arrowTrouble(place, specifier, typesOnly) {
  const from = packageOf(place);
  if (/^@express-elements\/[\w-]+\/(src|dist)\//.test(specifier)) {
    return 'reaches into a package: import one of its entries.';
  }
  if (from === undefined) return null;
  if (specifier.startsWith('.')) return relativeTrouble(place, specifier);
  const to = /^@express-elements\/([\w-]+)/.exec(specifier)?.[1];
  if (to === undefined || to === from) return null;
  const allowed = arrows[from]?.[to];
  if (allowed === undefined) return `points from ${from} to ${to}, against the map's arrows.`;
  if (allowed === 'types' && !typesOnly) return `may take types only from ${to}: use import type.`;
  return null;
}

/** Whether a file must run without Node but imports from it. @param {string} place @param {string} specifier */
export const isNodeTrouble = (place, specifier) =>
  packageOf(place) !== undefined &&
  !nodePlaces.some((pattern) => pattern.test(place)) &&
  (specifier.startsWith('node:') || builtins.has(specifier.split('/')[0] ?? ''));
