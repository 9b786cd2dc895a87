import type Anthropic from '@anthropic-ai/sdk';
import type { KeptPart, PromptMessage, ToolCallPart } from '@/lib/protocol/prompt-message';
import { argumentObject } from '../http/argument-object';

type Block = Anthropic.ContentBlockParam;
type Reply = Extract<PromptMessage, { role: 'assistant' }>;

/**
 * What Claude has said. Where its thinking was kept and it still thinks, the blocks are those of the reply, in their order, since the API
 * refuses signed thinking that has been moved or changed.
 */
export function toReplyBlocks({ text, toolCalls, kept = [] }: Reply, thinks: boolean): Block[] {
  const own = thinks ? kept : [];
  const hasText = own.some(({ kind }) => kind === 'text');
  const rest = toolCalls.filter(({ toolCallId }) => !own.some((part) => part.toolCallId === toolCallId));
  return [
    ...own.flatMap((part) => toKeptBlock(part, toolCalls)),
    ...(text.trim() && !hasText ? [{ type: 'text' as const, text }] : []),
    ...rest.map(toCallBlock),
  ];
}

function toKeptBlock({ kind, text = '', toolCallId, data }: KeptPart, toolCalls: ToolCallPart[]): Block[] {
  if (kind === 'text') return [{ type: 'text', text }];
  if (kind === 'tool') return toolCalls.filter((call) => call.toolCallId === toolCallId).map(toCallBlock);
  const { signature, redacted } = data as { signature?: string; redacted?: string };
  if (redacted !== undefined) return [{ type: 'redacted_thinking', data: redacted }];
  return signature ? [{ type: 'thinking', thinking: text, signature }] : [];
}

function toCallBlock({ toolCallId, tool, arguments: given }: ToolCallPart): Block {
  return { type: 'tool_use', id: toolCallId, name: tool, input: argumentObject(given) };
}
