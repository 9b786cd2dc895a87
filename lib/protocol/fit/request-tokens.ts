import { estimateTokens } from '../estimate-tokens';
import type { KeptPart, PromptMessage, ToolDefinition, UserPart } from '../prompt-message';

/** Names, roles and separators that a model's template puts around a message. */
export const TOKENS_PER_MESSAGE = 6;
/** What most models count for a picture at most. */
const TOKENS_PER_IMAGE = 1_600;
/** Of a document that goes as it is, by its bytes in base64: a page of 40 kB has about 2,000. */
const TOKENS_PER_DOCUMENT_BYTE = 0.04;

/** Tokens of a filled request, as `estimateTokens` counts them. */
export function requestTokens(messages: PromptMessage[], tools: ToolDefinition[]): number {
  const offered = tools.length > 0 ? estimateTokens(JSON.stringify(tools)) : 0;
  return messages.reduce((total, message) => total + TOKENS_PER_MESSAGE + messageTokens(message), offered);
}

function messageTokens(message: PromptMessage): number {
  switch (message.role) {
    case 'system':
      return estimateTokens(message.text);
    case 'user':
      return message.parts.reduce((total, part) => total + partTokens(part), 0);
    case 'assistant':
      return message.toolCalls.reduce(
        (total, { tool, arguments: args }) =>
          total + TOKENS_PER_MESSAGE + estimateTokens(`${tool}${JSON.stringify(args) ?? ''}`),
        estimateTokens(message.text) + keptTokens(message.kept ?? []),
      );
    case 'tool':
      return estimateTokens(message.result);
  }
}

/** What stands beside the reply's own text, which is counted already. */
function keptTokens(kept: KeptPart[]): number {
  return kept.reduce((total, part) => total + (part.kind === 'text' ? 0 : estimateTokens(JSON.stringify(part))), 0);
}

function partTokens(part: UserPart): number {
  if (part.type === 'text') return estimateTokens(part.text);
  return part.type === 'image' ? TOKENS_PER_IMAGE : Math.ceil(part.data.length * TOKENS_PER_DOCUMENT_BYTE);
}
