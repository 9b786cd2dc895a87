import type { Wire } from './finish-words';

export interface WireReply {
  text?: string;
  /** `isHalf` = its arguments stop in the middle, where the format can say so. */
  call?: { name: string; arguments: Record<string, unknown>; isHalf?: boolean };
  word: string;
}

/** A reply as the body of a stream in its provider's format. */
export function wireReply(wire: Wire, reply: WireReply): string {
  return WRITERS[wire](reply);
}

let made = 0;

const WRITERS: Record<Wire, (reply: WireReply) => string> = { chat, responses, claude, gemini };

function argumentsOf({ call }: WireReply): string {
  const text = JSON.stringify(call?.arguments ?? {});
  return call?.isHalf ? text.slice(0, text.length / 2) : text;
}

function chat(reply: WireReply): string {
  const { text, call, word } = reply;
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const fn = { name: call?.name, arguments: argumentsOf(reply) };
  return [
    text ? chunk({ content: text }) : '',
    call ? chunk({ tool_calls: [{ index: 0, id: `call_${++made}`, type: 'function', function: fn }] }) : '',
    chunk({}, word),
    'data: [DONE]\n\n',
  ].join('');
}

function event(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

function responses(reply: WireReply): string {
  const { text, call, word } = reply;
  const isWhole = word === 'completed';
  const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [] };
  const item = { type: 'function_call', id: `fc_${++made}`, call_id: `call_${made}`, name: call?.name };
  const at = { item_id: item.id, output_index: 1 };
  const args = argumentsOf(reply);
  const envelope = { id: 'resp_1', object: 'response', created_at: 1, model: 'm', output: [] };
  const usage = { input_tokens: 1, output_tokens: 9, total_tokens: 10 };
  return [
    event('response.created', { response: { ...envelope, status: 'in_progress', usage: null } }),
    text ? event('response.output_item.added', { output_index: 0, item: message }) : '',
    text
      ? event('response.output_text.delta', {
          item_id: 'msg_1',
          output_index: 0,
          content_index: 0,
          delta: text,
          logprobs: [],
        })
      : '',
    text ? event('response.output_item.done', { output_index: 0, item: message }) : '',
    call
      ? event('response.output_item.added', {
          output_index: 1,
          item: { ...item, arguments: '', status: 'in_progress' },
        })
      : '',
    call ? event('response.function_call_arguments.delta', { ...at, delta: args }) : '',
    call && !call.isHalf
      ? event('response.output_item.done', { output_index: 1, item: { ...item, arguments: args, status: 'completed' } })
      : '',
    event(isWhole ? 'response.completed' : 'response.incomplete', {
      response: {
        ...envelope,
        status: isWhole ? 'completed' : 'incomplete',
        incomplete_details: isWhole ? null : { reason: word },
        usage,
      },
    }),
  ].join('');
}

function claude(reply: WireReply): string {
  const { text, call, word } = reply;
  const message = { id: 'm', type: 'message', role: 'assistant', model: 'm', content: [], stop_reason: null };
  const tool = { type: 'tool_use', id: `toolu_${++made}`, name: call?.name, input: {} };
  const json = { type: 'input_json_delta', partial_json: argumentsOf(reply) };
  return [
    event('message_start', {
      message: { ...message, stop_sequence: null, usage: { input_tokens: 1, output_tokens: 0 } },
    }),
    text ? event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) : '',
    text ? event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }) : '',
    text ? event('content_block_stop', { index: 0 }) : '',
    call ? event('content_block_start', { index: 1, content_block: tool }) : '',
    call ? event('content_block_delta', { index: 1, delta: json }) : '',
    call ? event('content_block_stop', { index: 1 }) : '',
    event('message_delta', { delta: { stop_reason: word, stop_sequence: null }, usage: { output_tokens: 9 } }),
    event('message_stop', {}),
  ].join('');
}

function gemini({ text, call, word }: WireReply): string {
  const parts = [
    ...(text ? [{ text }] : []),
    ...(call ? [{ functionCall: { name: call.name, args: call.arguments } }] : []),
  ];
  const candidate = { content: { role: 'model', parts }, finishReason: word, index: 0 };
  const usageMetadata = { promptTokenCount: 1, candidatesTokenCount: 9, totalTokenCount: 10 };
  return `data: ${JSON.stringify({ candidates: [candidate], usageMetadata })}\n\n`;
}
