import type Anthropic from '@anthropic-ai/sdk';
import type { PromptMessage, UserPart } from '@/lib/protocol/prompt-message';
import type { AgentCall } from '../backend';
import { mergeParams } from '../params/merge-params';
import { CLAUDE_PARAMS } from './params';
import { thinkingOf } from './thinking-of';
import { toReplyBlocks } from './to-reply-blocks';

type Block = Anthropic.ContentBlockParam;
type Cacheable = Extract<Block, { cache_control?: unknown }>;

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
  const { thinking, maxTokens, mayForceTool } = thinkingOf(choice, messages);
  const thinks = thinking !== null && thinking.type !== 'disabled';
  const turns = toTurns(begin < 0 ? [] : messages.slice(begin), thinks);
  const { thinking: _, ...params } = choice.params;
  const request: Anthropic.MessageCreateParamsStreaming = {
    max_tokens: maxTokens,
    ...(thinking && { thinking }),
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
      tool_choice: toToolChoice(toolChoice, mayForceTool),
    }),
  };
  const merged = mergeParams({ ...request }, {}, params, CLAUDE_PARAMS);
  return { ...request, ...merged, max_tokens: maxTokens };
}

function toToolChoice(toolChoice: AgentCall['toolChoice'], mayForce: boolean): Anthropic.ToolChoice {
  if (toolChoice === 'none') return { type: 'none' };
  return { type: toolChoice === 'required' && mayForce ? 'any' : 'auto' };
}

/** Neighbours of one role become one turn, as the API wants roles to alternate. */
function toTurns(messages: PromptMessage[], thinks: boolean): { role: 'user' | 'assistant'; content: Block[] }[] {
  const turns: { role: 'user' | 'assistant'; content: Block[] }[] = [];
  for (const message of messages) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = toBlocks(message, thinks);
    if (content.length === 0) continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content });
  }
  return turns;
}

function toBlocks(message: PromptMessage, thinks: boolean): Block[] {
  switch (message.role) {
    case 'system':
      return [{ type: 'text', text: message.text }];
    case 'user':
      return message.parts.flatMap(toUserBlock);
    case 'assistant':
      return toReplyBlocks(message, thinks);
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

function toUserBlock(part: UserPart): Block[] {
  if (part.type === 'text') return part.text.trim() ? [{ type: 'text', text: part.text }] : [];
  const { name, mediaType, data } = part;
  if (part.type === 'document') {
    return [{ type: 'document', title: name, source: { type: 'base64', media_type: 'application/pdf', data } }];
  }
  const media_type = mediaType as Anthropic.Base64ImageSource['media_type'];
  return [{ type: 'image', source: { type: 'base64', media_type, data } }];
}

function cacheLast(turns: { role: 'user' | 'assistant'; content: Block[] }[]): Anthropic.MessageParam[] {
  const last = turns.at(-1);
  const block = last?.content.at(-1);
  if (!last || !block) return turns;
  const cached = { ...block, cache_control: { type: 'ephemeral' } } as Cacheable;
  return [...turns.slice(0, -1), { role: last.role, content: [...last.content.slice(0, -1), cached] }];
}
