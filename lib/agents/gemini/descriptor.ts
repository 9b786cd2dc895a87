import 'server-only';
import { createSdkWire } from '../ai-sdk/create-sdk-wire';
import type { BackendDescriptor } from '../descriptor';
import { GEMINI_MODELS } from './models';
import { GEMINI_PARAMS } from './params';

/**
 * Gemini through Google's generative language API. Tool calls go back with the signature of the thought that led to them; where there is none,
 * as after another backend, the SDK puts Google's documented stand-in in its place for Gemini 3 and later.
 */
export const gemini: BackendDescriptor = {
  type: 'gemini',
  label: 'Gemini',
  needs: '`GEMINI_API_KEY`',
  account: {
    key: { variable: 'GEMINI_API_KEY', isNeeded: true },
    address: {
      variable: 'GEMINI_BASE_URL',
      standard: 'https://generativelanguage.googleapis.com/v1beta',
      path: '/v1beta',
    },
  },
  params: GEMINI_PARAMS,
  models: GEMINI_MODELS,
  usual: { images: true, files: true, reasoning: true },
  leastWindow: 128_000,
  massGen: { models: /^gemini/i },
  wire: createSdkWire({
    type: 'gemini',
    provider: 'Gemini',
    keyVariable: 'GEMINI_API_KEY',
    params: GEMINI_PARAMS,
    model: async (name, settings) => (await import('@ai-sdk/google')).createGoogle(settings)(name),
    // Without this a thinking model thinks in silence; one that does not think refuses it.
    fields: (_, { reasoning }) =>
      reasoning ? { generationConfig: { thinkingConfig: { includeThoughts: true } } } : {},
    listHeaders: (apiKey) => ({ 'x-goog-api-key': apiKey }),
  }),
};
