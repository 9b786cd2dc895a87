import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { BackendError } from '../backend-error';

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;

/**
 * The refusal that Google's `promptFeedback.blockReason` is: the model was never asked, whatever the reason is called (`OTHER` as well),
 * and the same request is blocked again. `null` = the prompt went through.
 */
export function promptBlock({ providerMetadata }: Finish): BackendError | null {
  const feedback = providerMetadata?.google?.promptFeedback;
  if (typeof feedback !== 'object' || feedback === null || !('blockReason' in feedback)) return null;
  const reason = feedback.blockReason;
  if (typeof reason !== 'string' || reason === '') return null;
  return new BackendError(
    'content_refused',
    `Gemini’s filter blocked the request before the model read it (“${reason}”).`,
  );
}
