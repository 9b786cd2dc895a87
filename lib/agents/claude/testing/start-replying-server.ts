import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  body: string;
  status?: number;
  contentType?: string;
  /** What becomes of the connection behind the body; absent = the reply ends as it should. */
  connection?: 'stays open' | 'is cut' | 'ends later';
}

export interface ReplyingServer {
  origin: string;
  /** What every request is answered with from now on. */
  reply(answer: Answer): void;
  /** How many requests have come since then. */
  readonly requests: number;
  /** How many connections were ever opened. */
  readonly connections: number;
  /** How many of them still are open. */
  openConnections(): Promise<number>;
  close(): void;
}

const LATER_MS = 30;

/** A server on loopback that answers with the bytes that it is told to. */
export async function startReplyingServer(): Promise<ReplyingServer> {
  let answer: Answer = { body: '' };
  let requests = 0;
  let connections = 0;
  const server = http.createServer((request, response) => {
    requests += 1;
    request.resume();
    const { body, status = 200, contentType = 'text/event-stream', connection } = answer;
    response.writeHead(status, { 'content-type': contentType });
    if (connection === undefined) return void response.end(body);
    response.write(body, () => {
      // The bytes are to be read before it happens.
      if (connection === 'is cut') setTimeout(() => response.destroy(), LATER_MS);
      if (connection === 'ends later') setTimeout(() => response.end(), LATER_MS);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reply(next) {
      answer = next;
      requests = 0;
    },
    get requests() {
      return requests;
    },
    get connections() {
      return connections;
    },
    openConnections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
