import type Anthropic from '@anthropic-ai/sdk';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';
import { BackendError } from '../backend-error';

/** From this share of the window on, an estimate is not good enough. */
const NEAR = 0.7;

/**
 * Has the provider count a request that may be too long, which costs nothing, before the request is made, which does.
 * Throws `context_too_long`.
 */
export async function checkLength(
  client: Anthropic,
  { system, messages, tools, tool_choice, thinking, model }: Anthropic.MessageCreateParamsStreaming,
  contextWindow: number | null,
  signal: AbortSignal,
): Promise<void> {
  if (contextWindow === null || estimated({ system, messages, tools }) < contextWindow * NEAR) return;
  const counted = await client.messages
    .countTokens(
      {
        model,
        messages,
        ...(system && { system }),
        ...(tools && { tools: tools as Anthropic.MessageCountTokensTool[] }),
        ...(tool_choice && { tool_choice }),
        ...(thinking && { thinking }),
      },
      { signal },
    )
    .catch(() => {
      signal.throwIfAborted();
      // Not every server that speaks this format counts; the request itself will tell.
      return null;
    });
  if (counted && counted.input_tokens > contextWindow) {
    const number = new Intl.NumberFormat('en');
    throw new BackendError(
      'context_too_long',
      `The request has ${number.format(counted.input_tokens)} tokens; ${model} takes ${number.format(contextWindow)}.`,
    );
  }
}

/** Images and documents are counted by what they are, not by the length of their bytes: they do not make a request long here. */
function estimated(request: object): number {
  let tokens = 0;
  JSON.stringify(request, (key, value: unknown) => {
    if (key === 'data') return undefined;
    if (typeof value === 'string') tokens += estimateTokens(value);
    return value;
  });
  return tokens;
}
