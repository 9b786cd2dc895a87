import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TaskServer {
  url: string;
  origin: string;
  /** What it was asked, in order. */
  asked: string[];
  stop(): Promise<void>;
}

type Params = { taskId?: string; inputResponses?: Record<string, { action?: string; content?: { size?: string } }> };

const VERSION = '2026-07-28';
const TASK = {
  taskId: 'task-1',
  createdAt: '2026-11-30T00:00:00Z',
  lastUpdatedAt: '2026-11-30T00:00:00Z',
  ttlMs: null,
};
const COMPLETE = { resultType: 'complete' };
const ASKS = {
  method: 'elicitation/create',
  params: {
    mode: 'form',
    message: 'Which size?',
    requestedSchema: { type: 'object', properties: { size: { type: 'string' } } },
  },
};

/** A server of the revision 2026-07-28 that does its only tool as a task, and asks a person during it. */
export async function startTaskServer(): Promise<TaskServer> {
  const asked: string[] = [];
  let polls = 0;
  let size: string | null = null;
  let isCancelled = false;

  function results(method: string, { inputResponses }: Params): object | null {
    switch (method) {
      case 'server/discover': {
        const capabilities = { tools: {}, extensions: { 'io.modelcontextprotocol/tasks': {} } };
        return { ...COMPLETE, supportedVersions: [VERSION], capabilities, ttlMs: 0, cacheScope: 'private' };
      }
      case 'tools/list': {
        const tools = [{ name: 'weave', description: 'Weaves.', inputSchema: { type: 'object' } }];
        return { ...COMPLETE, tools, ttlMs: 0, cacheScope: 'private' };
      }
      case 'tools/call':
        [polls, size, isCancelled] = [0, null, false];
        return { resultType: 'task', ...TASK, status: 'working', statusMessage: 'Begun', pollIntervalMs: 20 };
      case 'tasks/get':
        return { ...COMPLETE, ...TASK, pollIntervalMs: 20, ...state() };
      case 'tasks/update':
        size = inputResponses?.size?.content?.size ?? null;
        return COMPLETE;
      case 'tasks/cancel':
        isCancelled = true;
        return COMPLETE;
      default:
        return null;
    }
  }

  function state(): object {
    polls += 1;
    if (isCancelled) return { status: 'cancelled' };
    if (size !== null) {
      const content = [{ type: 'text', text: `Woven in ${size}.` }];
      return { status: 'completed', result: { ...COMPLETE, content } };
    }
    if (polls < 3) return { status: 'working', statusMessage: `${polls} of 3 rows` };
    return { status: 'input_required', statusMessage: 'Needs a size', inputRequests: { size: ASKS } };
  }

  const server = http.createServer(async (request, response) => {
    const { id, method, params = {} } = JSON.parse((await bodyOf(request)) || '{}');
    asked.push(method);
    const result = results(method, params);
    const reply = result ? { result } : { error: { code: -32601, message: 'Method not found' } };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ jsonrpc: '2.0', id, ...reply }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/mcp`,
    asked,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
