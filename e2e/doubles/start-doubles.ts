import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createAskingDouble } from './asking-server.ts';
import { claudeFormat } from './claude-format.ts';
import { geminiFormat } from './gemini-format.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLives, type Lives } from './lives.ts';
import { createMcpDouble } from './mcp-server.ts';
import { type ModelRequest, readClaudeRequest, readOpenAiRequest } from './model-request.ts';
import { openAiFormat } from './openai-format.ts';
import { playModel } from './play-model.ts';
import { readGeminiRequest } from './read-gemini-request.ts';
import { readResponsesRequest } from './read-responses-request.ts';
import { responsesFormat } from './responses-format.ts';
import { sendReply } from './send-reply.ts';
import type { WireFormat } from './wire-format.ts';

const MODELS = ['team-a', 'team-b', 'team-c', 'slow', 'rate-30x200', 'no-tools', 'fault-401', 'fault-cut'];
const ENDPOINTS: { path: RegExp; format: WireFormat; read(body: string, path: string): ModelRequest }[] = [
  { path: /\/chat\/completions$/, read: readOpenAiRequest, format: openAiFormat },
  { path: /\/messages$/, read: readClaudeRequest, format: claudeFormat },
  { path: /\/responses$/, read: readResponsesRequest, format: responsesFormat },
  { path: /\/models\/[^/]+:(?:streamG|g)enerateContent$/, read: readGeminiRequest, format: geminiFormat },
];
/** A key that the doubles refuse, for tests of provider keys. */
const BAD_KEY = 'bad-key';

/** What follows the question in its message changes from request to request. */
const TASK_KEY_LENGTH = 60;

export interface Doubles {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  journal: Journal;
  /** What the MCP server at `/mcp` has written. */
  notes: string[];
  /** From now on this model's server is gone: what it streams breaks off, and nobody answers any more. */
  kill(model: string): void;
  close(): Promise<void>;
}

/** Starts the wire-format doubles on loopback; port 0 = any free one. */
export async function startDoubles(port = 0): Promise<Doubles> {
  const journal = createJournal();
  const asked = new Map<string, number>();
  const lives = createLives();
  const mcp = createMcpDouble();
  const asking = createAskingDouble();
  const server = http.createServer((request, response) => {
    answer(request, response, { journal, asked, lives, mcp, asking }).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: String(error) } }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    journal,
    notes: mcp.notes,
    kill: lives.kill,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Played {
  journal: Journal;
  asked: Map<string, number>;
  lives: Lives;
  mcp: ReturnType<typeof createMcpDouble>;
  asking: ReturnType<typeof createAskingDouble>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { journal, asked, lives, mcp, asking }: Played,
) {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const body = await readText(request);
  if (path === '/__journal') {
    if (request.method === 'DELETE') {
      journal.clear();
      asked.clear();
    }
    return json(response, 200, { items: journal.items() });
  }
  if (path === '/mcp') return mcp.answer(request, response, body);
  if (path === '/asking/mcp') return asking.answer(request, response, body);
  journal.add(path, request.headers, body);
  const { authorization, 'x-api-key': claudeKey, 'x-goog-api-key': geminiKey } = request.headers;
  if ([authorization?.replace('Bearer ', ''), claudeKey, geminiKey].includes(BAD_KEY)) {
    return json(response, 401, openAiFormat.refusal({ status: 401, headers: {}, message: 'This key is not valid.' }));
  }
  if (request.method === 'HEAD') return void response.writeHead(200).end();
  if (request.method === 'GET' && path.endsWith('/models') && !path.startsWith('/unlisted'))
    return json(response, 200, modelList(path));
  if (path.endsWith('/messages/count_tokens')) return json(response, 200, { input_tokens: Math.ceil(body.length / 4) });
  const endpoint = ENDPOINTS.find((candidate) => candidate.path.test(path));
  if (request.method !== 'POST' || !endpoint) return json(response, 404, { error: { message: 'No such endpoint.' } });
  const asks = endpoint.read(body, path);
  if (!lives.enter(asks.model, response)) return;
  const key = `${asks.model}\n${asks.task.slice(0, TASK_KEY_LENGTH)}`;
  const seen = asked.get(key) ?? 0;
  asked.set(key, seen + 1);
  const reply = playModel(asks, seen);
  if ('status' in reply) return json(response, reply.status, endpoint.format.refusal(reply), reply.headers);
  sendReply(response, endpoint.format, asks, reply);
}

function modelList(path: string): object {
  if (path.includes('/v1beta')) {
    return {
      models: [
        ...MODELS.map((id) => ({ name: `models/${id}`, supportedGenerationMethods: ['generateContent'] })),
        { name: 'models/embedder', supportedGenerationMethods: ['embedContent'] },
      ],
    };
  }
  return { object: 'list', data: MODELS.map((id) => ({ id, object: 'model', owned_by: 'double' })) };
}

function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const { origin } = await startDoubles(Number(values.port));
  process.stdout.write(`Doubles at ${origin}\n`);
}
