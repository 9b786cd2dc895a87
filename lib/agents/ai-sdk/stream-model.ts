import 'server-only';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { AgentCall, AgentEvent } from '../backend';
import { errorFromCause } from '../http/error-from-cause';
import { createPartReader } from './create-part-reader';
import { errorFromSdk } from './error-from-sdk';
import { toSdkPrompt } from './to-sdk-prompt';
import { toSdkTools } from './to-sdk-tools';

/** One step on a model of the AI SDK. Throws BackendError, or the signal's reason when it was aborted. */
export async function* streamModel(
  open: (onAdapted: (because: string) => void) => Promise<LanguageModelV4>,
  call: AgentCall,
  signal: AbortSignal,
): AsyncGenerator<AgentEvent> {
  try {
    const adapted: AgentEvent[] = [];
    const model = await open((because) => adapted.push({ type: 'adapted', because }));
    signal.throwIfAborted();
    const { stream } = await model.doStream({
      prompt: toSdkPrompt(call.messages),
      ...toSdkTools(call),
      // Nothing is stored at the provider: what a reply has thought goes back with its tool calls instead.
      providerOptions: { openai: { store: false }, xai: { store: false } },
      abortSignal: signal,
    });
    yield* adapted;
    const reader = createPartReader();
    // Leaving the loop early cancels the stream, and with it the request.
    for await (const part of stream) {
      signal.throwIfAborted();
      for (const event of reader.push(part)) yield event;
    }
    reader.end();
  } catch (cause) {
    throw errorFromCause(errorFromSdk(cause), signal);
  }
}
