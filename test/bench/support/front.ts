/** A page of a bench under the demo's own origin, as a host's front server has both. */
import { readFile } from 'node:fs/promises';
import { createServer, request as send } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { listening, types, type StaticServer } from '../../support/static.ts';

const compress = promisify(brotliCompress);

/**
 * Serves a page's folder, its files compressed and to be kept by the browser, and hands everything that is not in it on
 * to the demo. Nothing is intercepted in the browser: that costs each request a way through the driver's process and
 * switches the browser's cache off.
 *
 * @param head what the page's head has besides
 */
export async function openFront(folder: string, demo: string, head = ''): Promise<StaticServer> {
  const kept = new Map<string, Promise<Buffer>>();
  const read = (path: string): Promise<Buffer> => {
    const file =
      kept.get(path) ??
      readFile(join(folder, path), 'utf8').then((body) =>
        compress(path === '/index.html' ? body.replace('<head>', `<head>${head}`) : body),
      );
    kept.set(path, file);
    return file;
  };
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = types[extname(path)];
    const file = type ? read(path) : Promise.reject(new Error('No file.'));
    file.then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': type,
          'Content-Encoding': 'br',
          'Cache-Control': path === '/index.html' ? 'no-cache' : 'max-age=3600',
        });
        response.end(body);
      },
      () => {
        const { method } = request;
        // The demo answers its own names only.
        const headers = { ...request.headers, host: new URL(demo).host };
        if (headers.origin) headers.origin = demo;
        const handed = send(new URL(request.url ?? '', demo), { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        // Whoever leaves a page leaves its requests; the demo sees that by its connection.
        response.on('close', () => handed.destroy());
        handed.on('error', () => response.destroy());
        request.pipe(handed);
      },
    );
  });
  // By this name, for that is what the sign-in's cookie is of.
  return listening(server, 'localhost');
}
