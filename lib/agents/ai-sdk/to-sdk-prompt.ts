import type { LanguageModelV4FilePart, LanguageModelV4Prompt, LanguageModelV4TextPart } from '@ai-sdk/provider';
import type { PromptMessage, UserPart } from '@/lib/protocol/prompt-message';
import { toSdkReply } from './to-sdk-reply';

/** The conversation in the AI SDK's form, from which each of its providers writes its own request. */
export function toSdkPrompt(messages: PromptMessage[]): LanguageModelV4Prompt {
  return messages.map(toSdkMessage);
}

function toSdkMessage(message: PromptMessage): LanguageModelV4Prompt[number] {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.text };
    case 'user':
      return { role: 'user', content: joinTexts(message.parts).map(toSdkPart) };
    case 'assistant':
      return {
        role: 'assistant',
        content: toSdkReply(message),
      };
    case 'tool': {
      const output = { type: message.isError ? ('error-text' as const) : ('text' as const), value: message.result };
      return {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: message.toolCallId, toolName: message.tool, output }],
      };
    }
  }
}

/** Neighbouring texts become one: a message of one text goes out as a plain string, which every server understands. */
function joinTexts(parts: UserPart[]): UserPart[] {
  const joined: UserPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', text: `${last.text}\n\n${part.text}` };
    } else joined.push(part);
  }
  return joined;
}

function toSdkPart(part: UserPart): LanguageModelV4TextPart | LanguageModelV4FilePart {
  if (part.type === 'text') return { type: 'text', text: part.text };
  const { name, mediaType, data } = part;
  return { type: 'file', filename: name, mediaType, data: { type: 'data', data } };
}
