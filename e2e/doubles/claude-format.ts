import type { ModelRequest } from './model-request.ts';
import type { Reply } from './reply.ts';
import { nextId, outputTokens, type WireFormat } from './wire-format.ts';

const THINKING = 0;
const TEXT = 1;
const TOOL = 2;

/** Anthropic messages. The thinking and text blocks are always opened and closed, empty or not. */
export const claudeFormat: WireFormat = {
  begin: (request) => [
    event({
      type: 'message_start',
      message: {
        ...envelope(request),
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: inputUsage(request),
      },
    }),
    event({
      type: 'content_block_start',
      index: THINKING,
      content_block: { type: 'thinking', thinking: '', signature: '' },
    }),
    event({ type: 'content_block_start', index: TEXT, content_block: { type: 'text', text: '' } }),
  ],
  reasoning: (thinking) =>
    event({ type: 'content_block_delta', index: THINKING, delta: { type: 'thinking_delta', thinking } }),
  text: (text) => event({ type: 'content_block_delta', index: TEXT, delta: { type: 'text_delta', text } }),
  tool: (name, argumentPieces) => [
    event({
      type: 'content_block_start',
      index: TOOL,
      content_block: { type: 'tool_use', id: nextId('toolu'), name, input: {} },
    }),
    ...argumentPieces.map((piece) =>
      event({ type: 'content_block_delta', index: TOOL, delta: { type: 'input_json_delta', partial_json: piece } }),
    ),
    event({ type: 'content_block_stop', index: TOOL }),
  ],
  end: (_request, reply) => [
    event({ type: 'content_block_stop', index: THINKING }),
    event({ type: 'content_block_stop', index: TEXT }),
    event({
      type: 'message_delta',
      delta: { stop_reason: stopReason(reply), stop_sequence: null },
      usage: { output_tokens: outputTokens(reply) },
    }),
    event({ type: 'message_stop' }),
  ],
  malformed: 'event: content_block_delta\ndata: {"type": "content_block_delta", \n\n',
  reported: 'event: error\ndata: {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}\n\n',
  whole: (request, reply) => ({
    ...envelope(request),
    content: [
      { type: 'text', text: reply.text.join('') },
      ...(reply.tool
        ? [{ type: 'tool_use', id: nextId('toolu'), name: reply.tool.name, input: JSON.parse(reply.tool.arguments) }]
        : []),
    ],
    stop_reason: stopReason(reply),
    stop_sequence: null,
    usage: { ...inputUsage(request), output_tokens: outputTokens(reply) },
  }),
  refusal: ({ status, message, kind }) => ({
    type: 'error',
    error: kind
      ? { type: 'invalid_request_error', message: SAID[kind] }
      : { type: status === 529 ? 'overloaded_error' : 'api_error', message },
  }),
};

const SAID = {
  context: 'prompt is too long: 210000 tokens > 200000 maximum',
  content: 'Output blocked by content filtering policy',
  quota: 'Your credit balance is too low to access the Anthropic API.',
};

function stopReason(reply: Reply): string {
  if (reply.refused) return 'refusal';
  if (reply.limited) return 'max_tokens';
  return reply.tool ? 'tool_use' : 'end_turn';
}

function envelope(request: ModelRequest): object {
  return { id: nextId('msg'), type: 'message', role: 'assistant', model: request.model };
}

/** Of a request that asks for caching, half counts as read from the cache and an eighth as written to it. */
function inputUsage({ inputTokens, cached }: ModelRequest): object {
  const read = cached ? Math.floor(inputTokens / 2) : 0;
  const written = cached ? Math.floor(inputTokens / 8) : 0;
  return {
    input_tokens: inputTokens - read - written,
    cache_read_input_tokens: read,
    cache_creation_input_tokens: written,
    output_tokens: 1,
  };
}

function event(value: { type: string; [field: string]: unknown }): Buffer {
  return Buffer.from(`event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`);
}
