import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerRefusal } from './server-dialect';
import { SERVER_DIALECTS } from './server-dialects';

export interface DialectServer {
  /** The base URL of a server of the table, by its name. */
  baseUrl(name: string): string;
  /** How often that server has refused. */
  refusals(name: string): number;
  close(): Promise<void>;
}

/** Servers of the table on loopback: each refuses as documented, and has the wire-format double at `origin` answer what it accepts. */
export async function startDialectServer(origin: string): Promise<DialectServer> {
  const refused = new Map<string, number>();
  const server = http.createServer(async (request, response) => {
    const [, encoded = '', ...path] = (request.url ?? '').split('/');
    const name = decodeURIComponent(encoded);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const refusal = SERVER_DIALECTS.find((dialect) => dialect.name === name)?.refuse(JSON.parse(text));
    if (refusal) {
      refused.set(name, (refused.get(name) ?? 0) + 1);
      return refuse(response, refusal);
    }
    const forwarded = http.request(
      `${origin}/${path.join('/')}`,
      { method: request.method, headers: { ...request.headers, 'content-length': String(Buffer.byteLength(text)) } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    forwarded.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: (name) => `${own}/${encodeURIComponent(name)}/v1`,
    refusals: (name) => refused.get(name) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: http.ServerResponse, { status, body, inStream }: ServerRefusal): void {
  if (!inStream)
    return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`event: error\ndata: ${JSON.stringify(body)}\n\n`);
}
