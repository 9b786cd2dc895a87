import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port on which nothing listens, for a program that wants to be told one. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
