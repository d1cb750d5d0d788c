import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { BrokenConnection } from './faults/faults.ts';
import type { Sandbox } from './index.ts';

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The built stand-in for connect.js; default `dist/connect.js` of this package. */
  readonly connectScript?: string;
}

export interface ServedSandbox {
  /** `http://localhost:PORT`: the API and `/connect.js`. */
  readonly url: string;
  close(): Promise<void>;
}

const defaultScript = fileURLToPath(
  new URL(/* @vite-ignore */ '../dist/connect.js', import.meta.url),
);

/** The script changes with each build, so nobody keeps it. */
async function script(sandbox: Sandbox, file: string): Promise<Response> {
  if (sandbox.faults.scriptBlocked) return new Response(null, { status: 503 });
  try {
    return new Response(await readFile(file), {
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new Response(`Failed to read connect.js: ${why}. Build it first: npm run build.`, {
      status: 404,
    });
  }
}

/** Serves the sandbox on the loopback interface: what a page and a server reach as Stripe. */
export async function serveSandbox(
  sandbox: Sandbox,
  options: ServeOptions,
): Promise<ServedSandbox> {
  const file = options.connectScript ?? defaultScript;
  const server = createAdaptorServer({
    fetch: (request: Request, bindings: HttpBindings | Http2Bindings) => {
      const isScript = new URL(request.url).pathname === '/connect.js';
      return isScript ? script(sandbox, file) : answer(sandbox, request, bindings);
    },
    overrideGlobalObjects: false,
  });
  await listen(server, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('Failed to serve the sandbox: it has no TCP address.');
  }
  return { url: `http://localhost:${address.port}`, close: () => close(server) };
}

/** A broken connection is one here too; anything else that goes wrong is a fault of ours, and is said aloud. */
async function answer(
  sandbox: Sandbox,
  request: Request,
  { incoming }: HttpBindings | Http2Bindings,
): Promise<Response> {
  try {
    return await sandbox.fetch(request);
  } catch (error) {
    if (error instanceof BrokenConnection) incoming.destroy();
    else if (!request.signal.aborted) console.error('Failed to answer in the sandbox:', error);
    return Response.json(
      { error: { type: 'api_error', message: 'The sandbox failed; see what it printed.' } },
      { status: 500 },
    );
  }
}

type AnyServer = ReturnType<typeof createAdaptorServer>;

function listen(server: AnyServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Kept-alive connections would hold the port for minutes. */
function close(server: AnyServer): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if (isHttp1(server)) server.closeAllConnections();
  });
}

const isHttp1 = (server: AnyServer): server is Server => 'closeAllConnections' in server;
