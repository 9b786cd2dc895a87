import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool without a server is Claude Code's own, or has the whole name. */
export type ScriptedBlock = { text: string } | { tool: string; input: object } | typeof SILENCE;

/** The last block of a reply that does not end. */
export const SILENCE = 'silence';

export interface ModelBody {
  model: string;
  system: unknown;
  tools: { name: string; description?: string; input_schema?: unknown }[];
  messages: { role: string; content: unknown }[];
}

export interface ScriptedModel {
  origin: string;
  requests: { path: string; headers: IncomingHttpHeaders; body: ModelBody }[];
  /** What the model says in its next replies, one entry a request; without one it says what `otherwise` was told. */
  says(...replies: ScriptedBlock[][]): void;
  /** What the model says to a request that no reply stands ready for; at first "Nothing more.". */
  otherwise(reply: (body: ModelBody) => ScriptedBlock[]): void;
  close(): Promise<void>;
}

/** A model in Anthropic's wire format on loopback that says what a test wants, so that the test knows each request. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: ScriptedModel['requests'] = [];
  const replies: ScriptedBlock[][] = [];
  let otherwise: (body: ModelBody) => ScriptedBlock[] = () => [{ text: 'Nothing more.' }];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelBody;
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      reply(response, `${requests.length}`, body.model, replies.shift() ?? otherwise(body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    says: (...more) => void replies.push(...more),
    otherwise: (reply) => {
      otherwise = reply;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, id: string, model: string, blocks: ScriptedBlock[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (event: { type: string; [field: string]: unknown }) =>
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const usage = { input_tokens: 10, output_tokens: 1 };
  const message = { id: `msg_${id}`, type: 'message', role: 'assistant', model, content: [], stop_reason: null };
  send({ type: 'message_start', message: { ...message, stop_sequence: null, usage } });
  for (const [index, block] of blocks.entries()) {
    if (block === SILENCE) return;
    const [content_block, delta] =
      'text' in block
        ? [
            { type: 'text', text: '' },
            { type: 'text_delta', text: block.text },
          ]
        : [
            { type: 'tool_use', id: `toolu_${id}_${index}`, name: block.tool, input: {} },
            { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
          ];
    send({ type: 'content_block_start', index, content_block });
    send({ type: 'content_block_delta', index, delta });
    send({ type: 'content_block_stop', index });
  }
  const stop_reason = blocks.some((block) => block !== SILENCE && 'tool' in block) ? 'tool_use' : 'end_turn';
  send({ type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 9 } });
  send({ type: 'message_stop' });
  response.end();
}
