import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Express } from './create.ts';

const parsedFirst =
  'Express Elements: the body of this request was read before it came here, so its webhook signature cannot be ' +
  'checked. Mount the handler before any body parser (express.json(), Fastify’s content-type parsers).';

/** A parser that came first leaves nothing to read, or a `body` in its place. */
const wasRead = (request: IncomingMessage): boolean =>
  request.method === 'POST' &&
  (request.readableDidRead || ('body' in request && request.body !== undefined));

/**
 * The handler for Node's own HTTP server, and for what is built on it.
 *
 * @example createServer(toNode(express)).listen(4242)
 * @example app.use('/express', toNode(express)) // Express, before any body parser
 */
export function toNode(
  express: Pick<Express, 'fetch'>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const listener = getRequestListener((request) => express.fetch(request), {
    overrideGlobalObjects: false,
  });
  return async (request, response) => {
    if (wasRead(request)) {
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(parsedFirst);
      return;
    }
    // Express cuts the path it mounted on off `url`; the whole one is in `originalUrl`.
    if ('originalUrl' in request && typeof request.originalUrl === 'string')
      request.url = request.originalUrl;
    await listener(request, response);
  };
}
