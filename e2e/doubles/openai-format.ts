import type { ModelRequest } from './model-request.ts';
import type { Refusal, Reply } from './reply.ts';
import { nextId, outputTokens, type WireFormat } from './wire-format.ts';

const cache = new Map<string, Buffer>();
const MAX_CACHED = 20_000;

/** OpenAI chat completions. */
export const openAiFormat: WireFormat = {
  begin: () => [delta({ role: 'assistant', content: '' })],
  reasoning: (text) => cached(`r${text}`, () => delta({ reasoning_content: text })),
  text: (text) => cached(`t${text}`, () => delta({ content: text })),
  tool: (name, argumentPieces) => [
    delta({ tool_calls: [{ index: 0, id: nextId('call'), type: 'function', function: { name, arguments: '' } }] }),
    ...argumentPieces.map((piece) => delta({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
  ],
  end: (request, reply) => [
    frame({ choices: [{ index: 0, delta: {}, finish_reason: finishReason(reply) }] }),
    frame({ choices: [], usage: usage(request, reply) }),
    Buffer.from('data: [DONE]\n\n'),
  ],
  malformed: 'data: {"choices": [{"delta": {"content": \n\n',
  reported: 'data: {"error": {"message": "The server is overloaded.", "type": "server_error", "code": 503}}\n\n',
  whole: (request, reply) => ({
    id: nextId('chatcmpl'),
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [
      {
        index: 0,
        finish_reason: finishReason(reply),
        message: {
          role: 'assistant',
          content: reply.text.join(''),
          reasoning_content: reply.reasoning.join(''),
          ...(reply.tool && { tool_calls: [{ id: nextId('call'), type: 'function', function: reply.tool }] }),
        },
      },
    ],
    usage: usage(request, reply),
  }),
  refusal: openAiRefusal,
};

const SAID = {
  context: ['context_length_exceeded', 'Your input exceeds the context window of this model.'],
  content: ['content_policy_violation', 'Your request was rejected by our safety system.'],
  quota: ['insufficient_quota', 'You exceeded your current quota, please check your plan and billing details.'],
};

/** How OpenAI, xAI and servers like theirs refuse a request. */
export function openAiRefusal({ status, message, kind }: Refusal): object {
  const [code, words] = kind ? SAID[kind] : [String(status), message];
  return { error: { message: words, type: 'double_error', code } };
}

function finishReason(reply: Reply): string {
  if (reply.refused) return 'content_filter';
  if (reply.limited) return 'length';
  return reply.tool ? 'tool_calls' : 'stop';
}

function usage(request: ModelRequest, reply: Reply): object {
  const completion = outputTokens(reply);
  return {
    prompt_tokens: request.inputTokens,
    completion_tokens: completion,
    total_tokens: request.inputTokens + completion,
    prompt_tokens_details: { cached_tokens: Math.floor(request.inputTokens / 4) },
    completion_tokens_details: { reasoning_tokens: reply.reasoning.length },
  };
}

function delta(value: object): Buffer {
  return frame({ choices: [{ index: 0, delta: value, finish_reason: null }] });
}

function frame(value: object): Buffer {
  const chunk = {
    id: 'chatcmpl_double',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'double',
    ...value,
  };
  return Buffer.from(`data: ${JSON.stringify(chunk)}\n\n`);
}

function cached(key: string, make: () => Buffer): Buffer {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  if (cache.size < MAX_CACHED) cache.set(key, made);
  return made;
}
