import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { sourceResolution } from '../../vite.config.ts';
import type { Bench } from './bench.ts';

type Chunk = Rolldown.OutputChunk;
const virtual = 'virtual:page';

/** What a page's bundle is made of, as a host's Vite builds it. */
async function chunksOf(page: string): Promise<ReadonlyMap<string, Chunk>> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: sourceResolution,
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
        load: (id) => (id === `\0${virtual}` ? page : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: virtual },
    },
  });
  if (!('output' in result)) throw new Error('Failed to build the page: Vite gave no output.');
  return new Map(
    result.output.flatMap((file) =>
      file.type === 'chunk' ? [[file.fileName, file] as const] : [],
    ),
  );
}

/** The chunk and what it imports before it runs; what is imported when it is needed is left out. */
function closure(chunks: ReadonlyMap<string, Chunk>, from: readonly Chunk[]): Set<Chunk> {
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

const has = (module: string) => (chunk: Chunk) =>
  chunk.moduleIds.some((id) => id.includes(`/node_modules/${module}/`));

const pages = {
  'express-balance': "import '@express-elements/elements/express-balance';",
  'express-transactions': "import '@express-elements/elements/express-transactions';",
  'express-earnings': "import '@express-elements/elements/express-earnings';",
  all: "import '@express-elements/elements/all';",
};

/** Brotli bytes of JavaScript that a page with one tag loads before it can draw it. */
export const bench: Bench = {
  about: 'brotli bytes of what one element needs',
  async run(report) {
    for (const [figure, page] of Object.entries(pages)) {
      const chunks = await chunksOf(page);
      const entry = [...chunks.values()].filter((chunk) => chunk.isEntry);
      const first = closure(chunks, entry);
      report({ figure, value: sizeOf(first), unit: 'B' });
      const chart = [...chunks.values()].filter(
        (chunk) => !first.has(chunk) && has('chart.js')(chunk),
      );
      if (figure !== 'express-earnings' || chart.length === 0) continue;
      const value = sizeOf(closure(chunks, [...entry, ...chart]));
      report({ figure: 'express-earnings with its chart', value, unit: 'B' });
    }
  },
};
