import type { ModelRequest } from './model-request.ts';
import { openAiRefusal } from './openai-format.ts';
import type { Reply } from './reply.ts';
import { nextId, outputTokens, type WireFormat } from './wire-format.ts';

const REASONING = { id: 'rs_double', index: 0 };
const MESSAGE = { id: 'msg_double', index: 1 };
const TOOL_INDEX = 2;

/** The Responses API of OpenAI and xAI. The reasoning and the message item are always opened and closed, empty or not. */
export const responsesFormat: WireFormat = {
  begin: (request) => [
    event('response.created', { response: envelope(request, 'in_progress') }),
    event('response.in_progress', { response: envelope(request, 'in_progress') }),
    event('response.output_item.added', { output_index: REASONING.index, item: reasoningItem('in_progress') }),
    event('response.reasoning_summary_part.added', {
      item_id: REASONING.id,
      output_index: REASONING.index,
      summary_index: 0,
      part: { type: 'summary_text', text: '' },
    }),
    event('response.output_item.added', { output_index: MESSAGE.index, item: messageItem('', 'in_progress') }),
  ],
  reasoning: (delta) =>
    event('response.reasoning_summary_text.delta', {
      item_id: REASONING.id,
      output_index: REASONING.index,
      summary_index: 0,
      delta,
    }),
  text: (delta) =>
    event('response.output_text.delta', {
      item_id: MESSAGE.id,
      output_index: MESSAGE.index,
      content_index: 0,
      delta,
      logprobs: [],
    }),
  tool(name, argumentPieces) {
    const item = { type: 'function_call', id: nextId('fc'), call_id: nextId('call'), name };
    const at = { item_id: item.id, output_index: TOOL_INDEX };
    const text = argumentPieces.join('');
    return [
      event('response.output_item.added', {
        output_index: TOOL_INDEX,
        item: { ...item, arguments: '', status: 'in_progress' },
      }),
      ...argumentPieces.map((delta) => event('response.function_call_arguments.delta', { ...at, delta })),
      event('response.function_call_arguments.done', { ...at, arguments: text }),
      event('response.output_item.done', {
        output_index: TOOL_INDEX,
        item: { ...item, arguments: text, status: 'completed' },
      }),
    ];
  },
  end: (request, reply) => [
    event('response.output_item.done', { output_index: REASONING.index, item: reasoningItem('completed') }),
    event('response.output_item.done', {
      output_index: MESSAGE.index,
      item: messageItem(reply.text.join(''), 'completed'),
    }),
    event(reply.refused ? 'response.incomplete' : 'response.completed', {
      response: {
        ...envelope(request, reply.refused ? 'incomplete' : 'completed'),
        incomplete_details: reply.refused ? { reason: 'content_filter' } : null,
        usage: usage(request, reply),
      },
    }),
  ],
  malformed: 'event: response.output_text.delta\ndata: {"type": "response.output_text.delta", \n\n',
  reported:
    'event: error\ndata: {"type": "error", "sequence_number": 9, "code": "server_error", "message": "Overloaded.", "param": null}\n\n',
  whole: (request, reply) => ({
    ...envelope(request, 'completed'),
    output: [
      messageItem(reply.text.join(''), 'completed'),
      ...(reply.tool
        ? [
            {
              type: 'function_call',
              id: nextId('fc'),
              call_id: nextId('call'),
              name: reply.tool.name,
              arguments: reply.tool.arguments,
              status: 'completed',
            },
          ]
        : []),
    ],
    usage: usage(request, reply),
  }),
  refusal: openAiRefusal,
};

function envelope({ model }: ModelRequest, status: string): object {
  return { id: 'resp_double', object: 'response', created_at: 1_700_000_000, model, status, output: [], usage: null };
}

function reasoningItem(status: string): object {
  return { type: 'reasoning', id: REASONING.id, summary: [], status };
}

function messageItem(text: string, status: string): object {
  const content = text ? [{ type: 'output_text', text, annotations: [] }] : [];
  return { type: 'message', id: MESSAGE.id, role: 'assistant', status, content };
}

function usage(request: ModelRequest, reply: Reply): object {
  const output = outputTokens(reply);
  return {
    input_tokens: request.inputTokens,
    input_tokens_details: { cached_tokens: Math.floor(request.inputTokens / 4) },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reply.reasoning.length },
    total_tokens: request.inputTokens + output,
  };
}

function event(type: string, fields: object): Buffer {
  return Buffer.from(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
}
