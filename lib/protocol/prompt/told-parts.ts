import type { PromptMessage, UserPart } from '../prompt-message';

/**
 * What the messages tell the slot, one entry a message part or tool result: what the slot itself has written is left out. A result reads the
 * same whether it stands as a result or, when no tools are offered, as text behind the tool's name.
 */
export function toldParts(messages: PromptMessage[]): UserPart[] {
  return messages.flatMap((message): UserPart[] => {
    if (message.role === 'user') return message.parts;
    return message.role === 'tool' ? [{ type: 'text', text: `[${message.tool}] ${message.result}` }] : [];
  });
}
