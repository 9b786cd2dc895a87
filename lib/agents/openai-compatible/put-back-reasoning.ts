import type { KeptPart, PromptMessage } from '@/lib/protocol/prompt-message';
import type { ChatReasoning } from './create-reasoning-reader';

type Fields = Record<string, unknown>;

/**
 * The messages of a chat request with what their server wants back: reasoning on every message that called tools, in the field in which it
 * came, and what belonged to a call on that call.
 */
export function putBackReasoning(body: Fields, messages: PromptMessage[]): Fields {
  const kept = new Map(messages.flatMap(keptByCall));
  if (kept.size === 0 || !Array.isArray(body.messages)) return body;
  return { ...body, messages: body.messages.map((message: Fields) => withReasoning(message, kept)) };
}

function keptByCall(message: PromptMessage): [string, KeptPart[]][] {
  if (message.role !== 'assistant' || !message.kept) return [];
  const { kept } = message;
  return message.toolCalls.map(({ toolCallId }) => [toolCallId, kept]);
}

function withReasoning(message: Fields, kept: ReadonlyMap<string, KeptPart[]>): Fields {
  if (message.role !== 'assistant' || !Array.isArray(message.tool_calls)) return message;
  const calls: Fields[] = message.tool_calls;
  const parts = kept.get(String(calls[0]?.id));
  if (!parts) return message;
  const reasoning = parts.find(({ kind }) => kind === 'reasoning');
  return {
    ...message,
    ...(reasoning && fieldsOf(reasoning, message.content)),
    tool_calls: calls.map((call) => withExtra(call, parts)),
  };
}

function fieldsOf({ text = '', data }: KeptPart, content: unknown): Fields {
  const { field, details } = data as ChatReasoning;
  const given = details && { reasoning_details: details };
  if (field !== 'content') return { ...(field && { [field]: text }), ...given };
  const thinking = { type: 'thinking', thinking: [{ type: 'text', text }] };
  return { content: [thinking, ...(content ? [{ type: 'text', text: content }] : [])] };
}

function withExtra(call: Fields, parts: KeptPart[]): Fields {
  const extra = parts.find(
    ({ kind, toolCallId, data }) => kind === 'tool' && toolCallId === call.id && data !== undefined,
  );
  return extra ? { ...call, extra_content: extra.data } : call;
}
