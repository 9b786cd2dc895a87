import type { LanguageModelV4Message, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { PromptMessage, ToolCallPart } from '@/lib/protocol/prompt-message';
import { argumentObject } from '../http/argument-object';

type Reply = Extract<PromptMessage, { role: 'assistant' }>;
type SdkPart = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'][number];

/** What the model has said, with what its provider has written on it where that was kept, in the order in which it came. */
export function toSdkReply({ text, toolCalls, kept = [] }: Reply): SdkPart[] {
  const parts = kept.flatMap((part): SdkPart[] => {
    const options = part.data === undefined ? {} : { providerOptions: part.data as SharedV4ProviderOptions };
    if (part.kind !== 'tool') return [{ type: part.kind, text: part.text ?? '', ...options }];
    const call = toolCalls.find(({ toolCallId }) => toolCallId === part.toolCallId);
    return call ? [{ ...toSdkCall(call), ...options }] : [];
  });
  const hasText = kept.some(({ kind }) => kind === 'text');
  const rest = toolCalls.filter(({ toolCallId }) => !kept.some((part) => part.toolCallId === toolCallId));
  return [...(text && !hasText ? [{ type: 'text' as const, text }] : []), ...parts, ...rest.map(toSdkCall)];
}

function toSdkCall({ toolCallId, tool, arguments: given }: ToolCallPart): Extract<SdkPart, { type: 'tool-call' }> {
  return { type: 'tool-call', toolCallId, toolName: tool, input: argumentObject(given) };
}
