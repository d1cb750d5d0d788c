import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What a careful host sends with pages that need nothing from elsewhere: nothing inline, no eval, no other host. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
].join('; ');

/**
 * The same for the catalogue: Storybook's accessibility addon brings one drawing with one inline style (its filters
 * for colour blindness), which is let through by its digest and nothing else.
 */
export const cataloguePolicy = `${strictPolicy}; style-src-attr 'unsafe-hashes' 'sha256-Yv24MQo/JGD3ASTIbjBky8goHo9/fuung5k88U+Hna8='`;

export const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Has a server listen on a free port of the loopback interface. @param host the name that pages know it by */
export async function listening(server: Server, host = '127.0.0.1'): Promise<StaticServer> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Serves a folder's files on the loopback interface, under a policy. */
export async function serveFolder(folder: string, policy = strictPolicy): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
    readFile(join(folder, path)).then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': types[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy': policy,
        });
        response.end(body);
      },
      () => {
        // Every browser asks for a favicon; a 404 would be an error in its console.
        response.writeHead(path === '/favicon.ico' ? 204 : 404);
        response.end();
      },
    );
  });
  return listening(server);
}
