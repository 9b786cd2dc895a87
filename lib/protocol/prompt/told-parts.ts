import type { PromptMessage, UserPart } from '../prompt-message';
import { isContextCall } from './context-messages';

/**
 * What the messages tell the slot, one entry a message part or tool result; what it has written itself is left out. The same for a result
 * that stands as a result or, when no tools are offered, as text behind the tool's name.
 */
export function toldParts(messages: PromptMessage[]): UserPart[] {
  return messages.flatMap((message): UserPart[] => {
    if (message.role === 'user') return message.parts;
    return message.role === 'tool' ? [resultPart(message)] : [];
  });
}

/** The result of a tool as it is told. A shared context stands as a result too, of a call that the model has not made. */
export function resultPart({ toolCallId, tool, result }: Extract<PromptMessage, { role: 'tool' }>): UserPart {
  return { type: 'text', text: isContextCall(toolCallId) ? result : toolText(tool, result) };
}

export function toolText(tool: string, result: string): string {
  return `[${tool}] ${result}`;
}
