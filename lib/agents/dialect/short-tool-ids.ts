import { createHash } from 'node:crypto';
import type { Adaptation } from './adaptation';
import { type ChatMessage, messagesOf } from './chat-messages';

const LENGTH = 9;
const ID =
  /tool[_ ]?(?:call|use)s?\b.{0,40}\bid\b.{0,80}(?:must|should|length|pattern|invalid|too long)|tool_calls?[[\].\w]*\.id\b|tool_use\.(?:tool_use_)?id|tool_call_id.{0,60}(?:too long|maximum length|invalid|pattern)|string too long.{0,80}\bid\b/i;

/** Ids of tool calls in letters and a length that every server takes: Mistral wants exactly nine letters and digits. */
export const shortToolIds: Adaptation = {
  name: 'short ids of tool calls',
  demandedBy: ({ text }) => (ID.test(text) ? '' : null),
  apply(body, _detail, format) {
    const messages = messagesOf(body);
    const changed = messages.map((message) => (format === 'messages' ? ofBlocks(message) : ofCalls(message)));
    return changed.every((message, index) => message === messages[index]) ? body : { ...body, messages: changed };
  },
  says: () => 'tool calls have short ids',
};

function ofCalls(message: ChatMessage): ChatMessage {
  const { tool_calls: calls, tool_call_id: id } = message;
  if (typeof id === 'string') return { ...message, tool_call_id: shortened(id) };
  if (!Array.isArray(calls)) return message;
  return { ...message, tool_calls: calls.map((call) => ({ ...call, id: shortened(String(call.id)) })) };
}

function ofBlocks(message: ChatMessage): ChatMessage {
  const blocks = message.content;
  if (!Array.isArray(blocks) || !blocks.some(({ type }) => type === 'tool_use' || type === 'tool_result'))
    return message;
  const content = blocks.map((block) => {
    if (block.type === 'tool_use') return { ...block, id: shortened(block.id) };
    return block.type === 'tool_result' ? { ...block, tool_use_id: shortened(block.tool_use_id) } : block;
  });
  return { ...message, content };
}

function shortened(id: string): string {
  return new RegExp(`^[a-zA-Z0-9]{${LENGTH}}$`).test(id)
    ? id
    : createHash('sha256').update(id).digest('hex').slice(0, LENGTH);
}
