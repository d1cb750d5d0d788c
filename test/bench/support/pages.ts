/** Pages of the benches, built as a host builds for production, and served on the loopback interface. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../../../scripts/root.ts';
import { entriesOf, library, sourceResolution } from '../../../vite.config.ts';
import { serveFolder, strictPolicy, type StaticServer } from '../../support/static.ts';
import { ensurePeers, peersFolder } from './peers.ts';

const peers = /^(ag-grid-community|tabulator-tables|preact|@justifi\/|@adyen\/)/;

/** Peers are imported from where they are installed. */
const fromPeers: Plugin = {
  name: 'peers',
  enforce: 'pre',
  async resolveId(id) {
    if (!peers.test(id)) return null;
    return this.resolve(id, join(peersFolder, 'index.js'), { skipSelf: true });
  },
};

const publishedFolder = join(root, '.cache/bench/published');
let published: Promise<unknown> | undefined;

/** Our elements as they are published, in a folder of the benches' own. */
function publish(): Promise<unknown> {
  const config = library('elements');
  published ??= build({ ...config, build: { ...config.build, outDir: publishedFolder } });
  return published;
}

/** Ours are imported from there. */
const fromPublished: Plugin = {
  name: 'published',
  enforce: 'pre',
  resolveId(id) {
    const entry = entriesOf('elements').find(({ specifier }) => specifier === id);
    return entry ? join(publishedFolder, entry.default.replace('./dist/', '')) : null;
  },
};

/** Their styles are inline, their workers and fonts of any kind; ours are served under the strict policy. */
export const laxPolicy = strictPolicy
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' https:")
  .replace("img-src 'self'", "img-src 'self' https:")
  .replace("font-src 'self'", "font-src 'self' data:");

export interface PageOptions {
  /** The page imports what `test/bench/peers` names. */
  readonly hasPeers?: boolean;
  /** The policy it is served under; by itself the strict one, for peers one that lets their styles through. */
  readonly policy?: string;
  /** Files beside the page: `answers.json`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Builds `test/bench/pages/<name>.ts` into a page of its own. @returns its folder */
export async function buildPage(name: string, options: PageOptions = {}): Promise<string> {
  if (options.hasPeers) ensurePeers();
  await publish();
  const outDir = join(root, '.cache/bench', name);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'test/bench'),
    resolve: sourceResolution,
    plugins: [fromPeers, fromPublished],
    build: {
      outDir,
      minify: process.env['READABLE'] ? false : 'oxc',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: join(root, 'test/bench/pages', `${name}.ts`),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  if (!('output' in result)) throw new Error(`Failed to build the page ${name}.`);
  const page = result.output.find(({ fileName }) => fileName === 'page.js');
  // As Vite has it in a page of a host's.
  const preloads = (page?.type === 'chunk' ? page.imports : []).map(
    (fileName) => `<link rel="modulepreload" href="/${fileName}">`,
  );
  const styles = result.output
    .filter(({ fileName }) => fileName.endsWith('.css'))
    .map(({ fileName }) => `<link rel="stylesheet" href="/${fileName}">`);
  const head = `<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${name}</title>${styles.join('')}<link rel="stylesheet" href="/bench.css">`;
  const html = `<!doctype html><html lang="en"><head>${head}<script type="module" src="/page.js"></script>${preloads.join('')}</head><body></body></html>`;
  const files = {
    'index.html': html,
    'bench.css':
      'body { margin: 0; font: 14px/1.45 system-ui, sans-serif; } .box { inline-size: 1120px; block-size: 800px; } .scrolls { overflow: auto; } .chart { block-size: 240px; }',
    ...options.files,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(outDir, file), text);
  return outDir;
}

/** Builds a page and serves it. */
export async function servePage(name: string, options: PageOptions = {}): Promise<StaticServer> {
  const policy = options.policy ?? (options.hasPeers ? laxPolicy : strictPolicy);
  return serveFolder(await buildPage(name, options), policy);
}
