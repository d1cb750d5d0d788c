import { createServer } from 'node:net';

/**
 * A TCP port on the loopback interface that was free a moment ago.
 * Prefer port 0 where the server says which port it got; this is for programs that must be told.
 */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('Failed to find a free port: the server has no TCP address.'));
        return;
      }
      server.close(() => resolve(address.port));
    });
  });
}
