import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { entriesOf, library } from '../../vite.config.ts';
import type { Bench } from './bench.ts';

type Chunk = Rolldown.OutputChunk;
type Chunks = ReadonlyMap<string, Chunk>;
const virtual = 'virtual:page';
const dist = join(import.meta.dirname, '../../packages/elements/dist');

/** A build's scripts by file name. */
function chunksOf(result: Awaited<ReturnType<typeof build>>): Chunks {
  const outputs = Array.isArray(result) ? result : [result];
  if (!outputs.every((output) => 'output' in output)) throw new Error('Failed to build.');
  return new Map(
    outputs.flatMap(({ output }) =>
      output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    ),
  );
}

/** The package as it is published, without writing it: a folder is nobody's while it is measured. */
const publish = async (): Promise<Chunks> => {
  const config = library('elements');
  return chunksOf(await build({ ...config, build: { ...config.build, write: false } }));
};

/** The page, and the package's files where they would be. */
function served(page: string, published: Chunks): Plugin {
  const files = new Map([...published].map(([name, chunk]) => [join(dist, name), chunk.code]));
  const entries = new Map(entriesOf('elements').map((each) => [each.specifier, each.default]));
  return {
    name: 'page',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === virtual) return `\0${virtual}`;
      const entry = entries.get(id);
      const file = entry
        ? join(dist, '..', entry)
        : join(importer?.startsWith(dist) ? join(importer, '..') : dist, id);
      return files.has(file) ? file : undefined;
    },
    load: (id) => (id === `\0${virtual}` ? page : files.get(id)),
  };
}

/** What a page's bundle is made of, as a host's Vite builds it. */
const bundle = async (page: string, published: Chunks): Promise<Chunks> =>
  chunksOf(
    await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [served(page, published)],
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: virtual },
      },
    }),
  );

/** The chunks and what they import before they run; what is imported when it is needed is left out. */
function closure(chunks: Chunks, from: readonly Chunk[]): Set<Chunk> {
  const seen = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  from.forEach(visit);
  return seen;
}

const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const sizeOf = (chunks: Iterable<Chunk>): number =>
  [...chunks].reduce((sum, chunk) => sum + brotli(chunk.code), 0);

/** A part that comes later, and how its chunk is known: by a module of it. */
interface Part {
  readonly name: string;
  readonly has: RegExp;
}
const bridge: Part = { name: 'the Connect bridge', has: /connect-js\/(pure|dist\/pure)/ };
const chart: Part = { name: 'its chart', has: /\/chart\.js\// };

/** The pages, each with what it loads by itself after its first figures: those are measured as well. */
const pages: Readonly<Record<string, { readonly tag: string; readonly soon?: Part }>> = {
  'express-balance': { tag: 'express-balance', soon: bridge },
  'express-transactions': { tag: 'express-transactions' },
  'express-earnings': { tag: 'express-earnings', soon: chart },
  all: { tag: 'all' },
};

/** What a chunk is for, in words: the module of ours that it is, else its first. */
function nameOf(chunk: Chunk): string {
  const last = chunk.moduleIds.findLast((id) => id.startsWith(dist)) ?? chunk.moduleIds.at(-1);
  return (last ?? chunk.name).replace(/^.*\//, '').replace(/(-[\w-]{8})?\.js$/, '');
}

/**
 * Brotli bytes of JavaScript that a page with one tag loads before it can draw it, and, apart from that, of what it
 * loads on demand: a language, a drawer, an export.
 */
export const bench: Bench = {
  about: 'brotli bytes of what one element needs',
  async run(report) {
    const published = await publish();
    for (const [figure, { tag, soon }] of Object.entries(pages)) {
      const chunks = await bundle(`import '@express-elements/elements/${tag}';`, published);
      const all = [...chunks.values()];
      const entry = all.filter((chunk) => chunk.isEntry);
      const first = closure(chunks, entry);
      report({ figure, value: sizeOf(first), unit: 'B' });
      const later = all.filter((chunk) => !first.has(chunk));
      if (soon) {
        const part = later.filter((chunk) => chunk.moduleIds.some((id) => soon.has.test(id)));
        const value = sizeOf(closure(chunks, [...entry, ...part]));
        report({ figure: `${figure} with ${soon.name}`, value, unit: 'B' });
      }
      if (tag === 'all') continue;
      for (const chunk of later)
        report({
          figure: `${figure}, on demand: ${nameOf(chunk)}`,
          value: sizeOf([chunk]),
          unit: 'B',
        });
    }
  },
};
