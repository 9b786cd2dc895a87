import type { PromptMessage } from '@/lib/protocol/prompt-message';

/** Characters of text that the model has to read; what is not text does not count. */
export function charactersOf(messages: PromptMessage[]): number {
  return messages.reduce((total, message) => total + charactersOfMessage(message), 0);
}

function charactersOfMessage(message: PromptMessage): number {
  switch (message.role) {
    case 'system':
      return message.text.length;
    case 'user':
      return message.parts.reduce((total, part) => total + (part.type === 'text' ? part.text.length : 0), 0);
    case 'assistant':
      return message.text.length;
    case 'tool':
      return message.result.length;
  }
}
