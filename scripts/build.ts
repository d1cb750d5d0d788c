/**
 * `npm run build [-- TARGET …]`: every package's `dist/`, the demo's pages and the static catalogue.
 * With `--if-stale`, only what has changed since it was last built.
 */
import { build } from 'vite';
import { connectScript, demoPages, library } from '../vite.config.ts';
import { buildCatalogue } from './build/catalogue.ts';
import { writeManifest } from './build/manifest.ts';
import { isStale, markBuilt } from './build/stale.ts';
import { buildTypes } from './build/types.ts';

interface Target {
  /** What is made, for the line that says so. */
  readonly makes: string;
  readonly inputs: readonly string[];
  readonly output: string;
  run(): Promise<unknown>;
}

const sources = (...names: string[]): string[] => [
  ...names.map((name) => `packages/${name}/src`),
  'package-lock.json',
  'vite.config.ts',
];

/** In the order in which a full build makes them: `connect` and `types` add to what `sandbox` and the others empty. */
const targets = {
  contract: {
    makes: '@express-elements/contract',
    inputs: sources('contract'),
    output: 'packages/contract/dist/index.js',
    run: () => build(library('contract')),
  },
  elements: {
    makes: '@express-elements/elements',
    inputs: sources('contract', 'elements'),
    output: 'packages/elements/dist/all.js',
    run: () => build(library('elements')),
  },
  server: {
    makes: '@express-elements/server',
    inputs: sources('contract', 'server'),
    output: 'packages/server/dist/index.js',
    run: () => build(library('server')),
  },
  sandbox: {
    makes: '@express-elements/sandbox',
    inputs: sources('sandbox'),
    output: 'packages/sandbox/dist/index.js',
    run: () => build(library('sandbox')),
  },
  connect: {
    makes: 'the stand-in for connect.js',
    inputs: sources('sandbox'),
    output: 'packages/sandbox/dist/connect.js',
    run: () => build(connectScript()),
  },
  types: {
    makes: 'type declarations',
    inputs: sources('contract', 'elements', 'server', 'sandbox'),
    output: 'packages/contract/dist/types/index.d.ts',
    run: buildTypes,
  },
  manifest: {
    makes: 'the custom elements manifest',
    inputs: [...sources('elements'), 'custom-elements-manifest.config.mjs'],
    output: 'packages/elements/dist/custom-elements.json',
    run: () => writeManifest('packages/elements/dist'),
  },
  demo: {
    makes: "the demo's pages",
    inputs: sources('contract', 'elements', 'sandbox', 'server', 'demo'),
    output: 'packages/demo/dist',
    run: () => build(demoPages()),
  },
  catalogue: {
    makes: 'the static catalogue',
    inputs: [...sources('contract', 'elements', 'sandbox', 'server'), 'stories', '.storybook'],
    output: 'storybook-static/index.html',
    run: () => buildCatalogue(),
  },
} satisfies Record<string, Target>;
type TargetName = keyof typeof targets;

const names = Object.keys(targets) as TargetName[];
const isTarget = (name: string): name is TargetName => Object.hasOwn(targets, name);

async function make(name: TargetName, ifStale: boolean): Promise<void> {
  const target: Target = targets[name];
  if (ifStale && !isStale(name, target)) return;
  const started = Date.now();
  // stdout belongs to the command that this may be a step of.
  process.stderr.write(`Building ${target.makes} …\n`);
  await target.run();
  markBuilt(name, started);
}

const args = process.argv.slice(2);
const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.filter((name) => !isTarget(name));
if (unknown.length > 0) {
  console.error(`Failed to build ${unknown.join(', ')}: the targets are ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  try {
    const chosen = asked.length > 0 ? names.filter((name) => asked.includes(name)) : names;
    for (const name of chosen) await make(name, args.includes('--if-stale'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
