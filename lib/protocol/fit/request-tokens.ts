import { estimateTokens, LEAST_TOKENS_PER_UNIT, MOST_TOKENS_PER_UNIT } from '../estimate-tokens';
import type { KeptPart, PromptMessage, ToolDefinition, UserPart } from '../prompt-message';

/** Names, roles and separators that a model's template puts around a message. */
export const TOKENS_PER_MESSAGE = 6;
/** What most models count for a picture at most. */
const TOKENS_PER_IMAGE = 1_600;
/** Of a document that goes as it is, by its bytes in base64: a page of 40 kB has about 2,000. */
const TOKENS_PER_DOCUMENT_BYTE = 0.04;

/** Tokens of a text. */
type Measure = (text: string) => number;

/** Tokens of a filled request, as `estimateTokens` counts them. */
export function requestTokens(messages: PromptMessage[], tools: ToolDefinition[]): number {
  return tokensOf(messages, tools, estimateTokens);
}

/** Between what `requestTokens` lies, by how long the texts are: a hundredth of its cost, and nearly always enough to know that a request fits. */
export function tokenBounds(messages: PromptMessage[], tools: ToolDefinition[]): { least: number; most: number } {
  let units = 0;
  let texts = 0;
  const others = tokensOf(messages, tools, (text) => {
    units += text.length;
    texts += 1;
    return 0;
  });
  // Each text's estimate is rounded up.
  return { least: others + units * LEAST_TOKENS_PER_UNIT, most: others + units * MOST_TOKENS_PER_UNIT + texts };
}

function tokensOf(messages: PromptMessage[], tools: ToolDefinition[], measure: Measure): number {
  const offered = tools.length > 0 ? measure(JSON.stringify(tools)) : 0;
  return messages.reduce((total, message) => total + TOKENS_PER_MESSAGE + messageTokens(message, measure), offered);
}

function messageTokens(message: PromptMessage, measure: Measure): number {
  switch (message.role) {
    case 'system':
      return measure(message.text);
    case 'user':
      return message.parts.reduce((total, part) => total + partTokens(part, measure), 0);
    case 'assistant':
      return message.toolCalls.reduce(
        (total, { tool, arguments: args }) =>
          total + TOKENS_PER_MESSAGE + measure(`${tool}${JSON.stringify(args) ?? ''}`),
        measure(message.text) + keptTokens(message.kept ?? [], measure),
      );
    case 'tool':
      return measure(message.result);
  }
}

/** What stands beside the reply's own text, which is counted already. */
function keptTokens(kept: KeptPart[], measure: Measure): number {
  return kept.reduce((total, part) => total + (part.kind === 'text' ? 0 : measure(JSON.stringify(part))), 0);
}

function partTokens(part: UserPart, measure: Measure): number {
  if (part.type === 'text') return measure(part.text);
  return part.type === 'image' ? TOKENS_PER_IMAGE : Math.ceil(part.data.length * TOKENS_PER_DOCUMENT_BYTE);
}
