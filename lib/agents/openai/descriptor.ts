import 'server-only';
import { createSdkWire } from '../ai-sdk/create-sdk-wire';
import type { BackendDescriptor } from '../descriptor';
import { RESPONSES_PARAMS } from '../params/responses-params';
import { OLDER_OPENAI_MODELS, OPENAI_MODELS } from './models';

/**
 * OpenAI's Responses API. Nothing is stored there: the reasoning that led to tool calls comes encrypted and goes back with them.
 */
export const openAi: BackendDescriptor = {
  type: 'openai',
  label: 'OpenAI',
  needs: '`OPENAI_API_KEY`',
  account: {
    key: { variable: 'OPENAI_API_KEY', isNeeded: true },
    address: { variable: 'OPENAI_BASE_URL', standard: 'https://api.openai.com/v1', path: '/v1' },
  },
  params: RESPONSES_PARAMS,
  models: OPENAI_MODELS,
  knownModels: OLDER_OPENAI_MODELS,
  usual: { images: true, files: true, reasoning: true },
  leastWindow: 128_000,
  massGen: { models: /^(?:gpt-|chatgpt|o\d)/i },
  wire: createSdkWire({
    type: 'openai',
    provider: 'OpenAI',
    keyVariable: 'OPENAI_API_KEY',
    params: RESPONSES_PARAMS,
    model: async (name, settings) => (await import('@ai-sdk/openai')).createOpenAI(settings).responses(name),
    // Requests of one slot begin alike; the key leads them to where that beginning is cached.
    fields: ({ runId, slot }) => ({ store: false, prompt_cache_key: `${runId}-${slot}` }),
    listHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  }),
};
