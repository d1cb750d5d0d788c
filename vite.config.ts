/**
 * How sources become files: the base for whatever Vite serves (Storybook reads it), and one configuration for each
 * thing that `scripts/build.ts` builds. What a package's entries are is read from its `exports`, so the two cannot differ.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  defaultClientConditions,
  defineConfig,
  type InlineConfig,
  type Plugin,
  type UserConfig,
} from 'vite';
import { squeezedTemplates } from './scripts/build/templates.ts';

const root = import.meta.dirname;
const folderOf = (name: PackageName): string => join(root, 'packages', name);

/** The packages that are published, each before what depends on it. */
export const packageNames = ['contract', 'elements', 'server', 'sandbox'] as const;
export type PackageName = (typeof packageNames)[number];

export interface Entry {
  /** What a host imports: `@express-elements/elements/express-balance`. */
  readonly specifier: string;
  /** Relative to the package's folder. */
  readonly source: string;
  readonly types: string;
  readonly default: string;
}

type Target = Omit<Entry, 'specifier'>;
interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Target>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export const manifestOf = (name: PackageName): Manifest =>
  JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));

/** A target with its `*` filled in; every one of them, as Node does. */
const fill = (target: Target, name: string): Target => ({
  source: target.source.replaceAll('*', name),
  types: target.types.replaceAll('*', name),
  default: target.default.replaceAll('*', name),
});

/** The folders or files that a pattern's `*` may stand for, as far as they have the source. */
function matches(folder: string, source: string): string[] {
  const parent = join(folder, source.slice(0, source.indexOf('*')));
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map((name) => basename(name, '.ts'))
    .filter((name) => existsSync(join(folder, source.replaceAll('*', name))));
}

/** Every entry of a package: its exports with a source, patterns written out. */
export function entriesOf(name: PackageName): Entry[] {
  const manifest = manifestOf(name);
  return Object.entries(manifest.exports).flatMap(([key, target]): Entry[] => {
    if (typeof target === 'string' || target.source === undefined) return [];
    const specifier = manifest.name + key.slice(1);
    if (!key.includes('*')) return [{ specifier, ...target }];
    return matches(folderOf(name), target.source).map((match) => ({
      specifier: specifier.replace('*', match),
      ...fill(target, match),
    }));
  });
}

/**
 * What a host installs beside the package stays an import. Everything else is built in: our own modules, and the
 * compiler's helpers, which Vite brings itself.
 */
function isOutside(name: PackageName): (id: string) => boolean {
  const names = Object.keys(manifestOf(name).dependencies ?? {});
  return (id) =>
    id.startsWith('node:') || names.some((each) => id === each || id.startsWith(`${each}/`));
}

/** Our packages resolve to each other's sources; everything else as in any page. */
export const sourceResolution = { conditions: ['source', ...defaultClientConditions] };

const base = {
  configFile: false,
  logLevel: 'warn',
  resolve: sourceResolution,
} satisfies InlineConfig;

const input = (name: PackageName): Record<string, string> =>
  Object.fromEntries(
    entriesOf(name).map((entry) => [
      entry.default.replace(/^\.\/dist\/|\.js$/g, ''),
      join(folderOf(name), entry.source),
    ]),
  );

/** A published package as ES modules, one file for each entry; what it depends on stays an import. */
export const library = (name: PackageName): InlineConfig => ({
  ...base,
  root: folderOf(name),
  // Its templates are a seller's bytes; the stand-in's are nobody's.
  plugins: name === 'elements' ? [squeezedTemplates()] : [],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: input(name), formats: ['es'] },
    rolldownOptions: {
      external: isOutside(name),
      experimental: { nativeMagicString: true },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

/** The stand-in for connect.js: one classic script with everything in it, as Stripe's is. */
export const connectScript = (): InlineConfig => ({
  ...base,
  root: folderOf('sandbox'),
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: join(folderOf('sandbox'), 'src/connect/script.ts'),
      formats: ['iife'],
      name: 'ExpressSandboxConnect',
      fileName: () => 'connect.js',
    },
  },
});

/**
 * Nothing is painted before the elements are defined, so that nothing moves when they are. (Vite writes the tag of a
 * page's script itself, without the attributes it had.)
 */
const paintedWithElements: Plugin = {
  name: 'painted-with-elements',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** The pages of the demo with their scripts and styles as files: nothing inline, for the strict policy. */
export function demoPages(): InlineConfig {
  const pages = join(root, 'packages/demo/src/pages');
  const names = existsSync(pages)
    ? readdirSync(pages).filter((name) => name.endsWith('.html'))
    : [];
  return {
    ...base,
    root: pages,
    plugins: [paintedWithElements],
    build: {
      outDir: resolve(dirname(pages), '../dist'),
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: names.map((name) => join(pages, name)),
        // Where connect.js is has to be known before an element is defined.
        output: { strictExecutionOrder: true },
      },
    },
  };
}

const shared: UserConfig = { resolve: sourceResolution, build: { target: 'es2022' } };
export default defineConfig(shared);
