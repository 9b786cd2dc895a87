import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { McpServer } from '../mcp-server';

export interface DoubleTool {
  name: string;
  description?: string;
  inputSchema?: object;
  outputSchema?: object;
  annotations?: object;
  /** The result, or what else is done with the reply; `progress` is sent on a stream of events. */
  call?(given: Record<string, unknown>, exchange: Exchange): unknown;
}

export interface Exchange {
  id: number;
  response: ServerResponse;
  /** Begins a stream of events and sends a message on it. */
  send(message: object): void;
  progressToken: unknown;
  /** Resolves when the client has said that it does not want the result any more. */
  cancelled: Promise<void>;
}

export interface JournalEntry {
  http: string;
  method: string | null;
  params: unknown;
  headers: http.IncomingHttpHeaders;
}

export interface McpDouble {
  url: string;
  origin: string;
  journal: JournalEntry[];
  /** How often the method was asked. */
  count(method: string): number;
  /** Offers other tools from now on, and says so. */
  change(tools: DoubleTool[]): void;
  forgetSessions(): void;
  /** Requests and streams that have not ended. */
  open(): number;
  /** Breaks every connection off and takes none any more. */
  kill(): Promise<void>;
  /** Takes connections again at the same address. */
  restart(): Promise<void>;
  server(name?: string, over?: Partial<McpServer>): McpServer;
}

export interface DoubleOptions {
  tools?: DoubleTool[];
  /** Answers instead of the server. */
  intercept?(request: IncomingMessage, response: ServerResponse): boolean;
  listed?(tools: object[]): object;
}

/** A server of the revision 2025-11-25 over Streamable HTTP that does what a test says, faults included, and keeps what it was asked. */
export async function startMcpDouble({ tools: first = [], intercept, listed }: DoubleOptions = {}): Promise<McpDouble> {
  let tools = first;
  let sessions = new Set<string>();
  let made = 0;
  const journal: JournalEntry[] = [];
  const streams = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  const exchanges = new Set<ServerResponse>();
  const cancels = new Map<unknown, () => void>();

  const server = http.createServer(async (request, response) => {
    exchanges.add(response);
    response.once('close', () => exchanges.delete(response));
    if (intercept?.(request, response)) return;
    const text = await bodyOf(request);
    const message = text ? JSON.parse(text) : {};
    const { method = null, params = {}, id } = message;
    journal.push({ http: request.method ?? '', method, params, headers: request.headers });
    const session = String(request.headers['mcp-session-id'] ?? '');
    const reply = (result: unknown, headers = {}) =>
      response
        .writeHead(200, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify({ jsonrpc: '2.0', id, result }));
    if (method === 'server/discover') return response.writeHead(400).end('{}');
    if (method === 'initialize') {
      const opened = `s${++made}`;
      sessions.add(opened);
      const capabilities = { tools: { listChanged: true } };
      const serverInfo = { name: 'double', version: '1', title: 'A double' };
      const { protocolVersion } = params;
      return reply({ protocolVersion, capabilities, serverInfo }, { 'mcp-session-id': opened });
    }
    if (!sessions.has(session)) return response.writeHead(404).end('{"error":"Session not found"}');
    if (request.method === 'DELETE') return void (sessions.delete(session) && response.writeHead(200).end());
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      streams.add(response);
      return response.once('close', () => streams.delete(response));
    }
    if (id === undefined) {
      if (method === 'notifications/cancelled') cancels.get(params.requestId)?.();
      return response.writeHead(202).end();
    }
    if (method === 'tools/list') {
      const shown = tools.map(({ call: _call, inputSchema = { type: 'object' }, ...tool }) => ({
        ...tool,
        inputSchema,
      }));
      return reply(listed?.(shown) ?? { tools: shown });
    }
    const tool = tools.find(({ name }) => name === params.name);
    const cancelled = new Promise<void>((resolve) => cancels.set(id, resolve));
    const send = (event: object) => {
      if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', ...event })}\n\n`);
    };
    const progressToken = params._meta?.progressToken;
    const result = await (tool?.call?.(params.arguments ?? {}, { id, response, send, progressToken, cancelled }) ?? {
      content: [{ type: 'text', text: `Unknown tool ${params.name}` }],
      isError: true,
    });
    if (result === HANDLED) return;
    if (response.headersSent) {
      send({ id, result });
      response.end();
    } else reply(result);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  return {
    url: `${origin}/mcp`,
    origin,
    journal,
    count: (method) => journal.filter((entry) => entry.method === method).length,
    change(next) {
      tools = next;
      const event = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
      for (const stream of streams) stream.write(`data: ${event}\n\n`);
    },
    forgetSessions() {
      sessions = new Set();
    },
    open: () => exchanges.size,
    async kill() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    restart: () => listen(server, port),
    server: (name = 'double', over = {}) => testServer(name, `${origin}/mcp`, over),
  };
}

/** What a tool of a double gives when it has done something else with the reply. */
export const HANDLED = Symbol('handled');

export function testServer(name: string, url: string, over: Partial<McpServer> = {}): McpServer {
  return {
    id: name,
    name,
    scope: 'own',
    connectionKey: `${name}.1`,
    transport: { type: 'http', url, headers: {} },
    toolTimeoutMs: 10_000,
    group: null,
    isTrusted: false,
    ...over,
  };
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
