import 'server-only';
import { createSdkBackend } from '../ai-sdk/create-sdk-backend';
import { modelFacts } from '../catalogue/model-facts';

/**
 * Gemini through Google's generative language API. Tool calls go back without the signature of the thought that led to them, since the
 * run's log does not hold it; for Gemini 3 and later the SDK puts Google's documented stand-in in its place.
 */
export const geminiBackend = createSdkBackend({
  type: 'gemini',
  label: 'Gemini',
  provider: 'Gemini',
  keyVariable: 'GEMINI_API_KEY',
  model: async (name, settings) => (await import('@ai-sdk/google')).createGoogle(settings)(name),
  // Without this a thinking model thinks in silence; one that does not think refuses it.
  fields: ({ choice }) =>
    modelFacts(choice.model, 'gemini').reasoning
      ? { generationConfig: { thinkingConfig: { includeThoughts: true } } }
      : {},
  listHeaders: (apiKey) => ({ 'x-goog-api-key': apiKey }),
});
