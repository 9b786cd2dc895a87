import type { KeptPart, PromptMessage, ToolDefinition } from '@/lib/protocol/prompt-message';

/** Characters of text that the model has to read; what is not text does not count. */
export function charactersOf(messages: PromptMessage[], tools: ToolDefinition[]): number {
  const offered = tools.length > 0 ? JSON.stringify(tools).length : 0;
  return messages.reduce((total, message) => total + charactersOfMessage(message), offered);
}

function charactersOfMessage(message: PromptMessage): number {
  switch (message.role) {
    case 'system':
      return message.text.length;
    case 'user':
      return message.parts.reduce((total, part) => total + (part.type === 'text' ? part.text.length : 0), 0);
    case 'assistant':
      return message.toolCalls.reduce(
        (total, { tool, arguments: args }) => total + tool.length + (JSON.stringify(args)?.length ?? 0),
        message.text.length + (message.kept ?? []).reduce((total, part) => total + charactersOfKept(part), 0),
      );
    case 'tool':
      return message.result.length;
  }
}

/** Texts and calls of a reply count as such. */
function charactersOfKept({ kind, text = '', data }: KeptPart): number {
  return kind === 'reasoning' ? text.length + (JSON.stringify(data)?.length ?? 0) : 0;
}
