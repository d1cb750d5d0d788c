/** Listens on this machine alone, under both of its addresses: `localhost` may be either. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { SettingError } from './settings.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

const isServer = (server: object): server is Server => 'closeAllConnections' in server;

function bind(handler: Handler, host: string, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: handler });
  if (!isServer(server)) throw new Error('Failed to listen: the adapter made no HTTP/1 server.');
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('Failed to listen: the server has no TCP address.');
  }
  return address.port;
};

function portProblem(port: number, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new SettingError(
        'PORT',
        `PORT ${port} is taken by another program: set PORT to one that is free.`,
      );
    case 'EACCES':
      return new SettingError(
        'PORT',
        `PORT ${port} may not be used by this user: set PORT to one above 1023.`,
      );
    default:
      return error;
  }
}

/** A machine without IPv6 has no second address; that is no failure. */
async function bindSecond(handler: Handler, port: number): Promise<Server | null> {
  try {
    return await bind(handler, '::1', port);
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(codeOf(error)))) return null;
    throw error;
  }
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Live streams never end by themselves.
    server.closeAllConnections();
  });

/** @param port 0: any that is free */
export async function listen(handler: Handler, port: number): Promise<Listener> {
  const servers: Server[] = [];
  try {
    const first = await bind(handler, '127.0.0.1', port);
    servers.push(first);
    const second = await bindSecond(handler, portOf(first));
    if (second !== null) servers.push(second);
    return {
      port: portOf(first),
      close: async () => void (await Promise.all(servers.map(shut))),
    };
  } catch (error) {
    await Promise.all(servers.map(shut));
    throw portProblem(port, error);
  }
}
