import type Anthropic from '@anthropic-ai/sdk';
import { type PromptMessage, textsOf } from '@/lib/protocol/prompt-message';
import type { AgentCall } from '../backend';
import { argumentObject } from '../http/argument-object';

type Block = Anthropic.ContentBlockParam;
type Cacheable = Extract<Block, { cache_control?: unknown }>;

const DEFAULT_MAX_TOKENS = 16_000;
const MAX_TOKENS_CLAUDE_3 = 4_096;

/**
 * A messages request whose stable prefix is cached: the system text, and all messages so far, which the next request of the
 * conversation begins with again.
 */
export function toClaudeRequest({
  choice,
  messages,
  tools,
  toolChoice,
}: AgentCall): Anthropic.MessageCreateParamsStreaming {
  const begin = messages.findIndex(({ role }) => role !== 'system');
  const system = messages.slice(0, begin < 0 ? messages.length : begin);
  const turns = toTurns(begin < 0 ? [] : messages.slice(begin));
  const { thinking, ...params } = choice.params as { thinking?: Anthropic.ThinkingConfigParam };
  // A conversation with tool calls would have to carry the signed thinking blocks, which the run log does not keep.
  const mayThink =
    thinking !== undefined && !messages.some((message) => message.role === 'assistant' && message.toolCalls.length > 0);
  return {
    max_tokens: /claude-3/.test(choice.model) ? MAX_TOKENS_CLAUDE_3 : DEFAULT_MAX_TOKENS,
    ...params,
    ...(mayThink && { thinking }),
    model: choice.model,
    stream: true,
    ...(system.length > 0 && {
      system: system.map((message, index) => ({
        type: 'text' as const,
        text: 'text' in message ? message.text : '',
        ...(index === system.length - 1 && { cache_control: { type: 'ephemeral' as const } }),
      })),
    }),
    messages: cacheLast(turns),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, parameters }) => ({
        name,
        description,
        input_schema: { type: 'object' as const, ...parameters },
      })),
      tool_choice: toToolChoice(toolChoice, mayThink),
    }),
  };
}

function toToolChoice(toolChoice: AgentCall['toolChoice'], thinks: boolean): Anthropic.ToolChoice {
  if (toolChoice === 'none') return { type: 'none' };
  // The API refuses a forced tool together with thinking.
  return { type: toolChoice === 'required' && !thinks ? 'any' : 'auto' };
}

/** Neighbours of one role become one turn, as the API wants roles to alternate. */
function toTurns(messages: PromptMessage[]): { role: 'user' | 'assistant'; content: Block[] }[] {
  const turns: { role: 'user' | 'assistant'; content: Block[] }[] = [];
  for (const message of messages) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = toBlocks(message);
    if (content.length === 0) continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content });
  }
  return turns;
}

function toBlocks(message: PromptMessage): Block[] {
  switch (message.role) {
    case 'system':
      return [{ type: 'text', text: message.text }];
    case 'user':
      return textsOf(message.parts)
        .filter((text) => text.trim())
        .map((text) => ({ type: 'text', text }));
    case 'assistant':
      return [
        ...(message.text.trim() ? [{ type: 'text' as const, text: message.text }] : []),
        ...message.toolCalls.map(({ toolCallId, tool, arguments: given }) => ({
          type: 'tool_use' as const,
          id: toolCallId,
          name: tool,
          input: argumentObject(given),
        })),
      ];
    case 'tool':
      return [
        {
          type: 'tool_result',
          tool_use_id: message.toolCallId,
          content: message.result,
          ...(message.isError && { is_error: true }),
        },
      ];
  }
}

function cacheLast(turns: { role: 'user' | 'assistant'; content: Block[] }[]): Anthropic.MessageParam[] {
  const last = turns.at(-1);
  const block = last?.content.at(-1);
  if (!last || !block) return turns;
  const cached = { ...block, cache_control: { type: 'ephemeral' } } as Cacheable;
  return [...turns.slice(0, -1), { role: last.role, content: [...last.content.slice(0, -1), cached] }];
}
