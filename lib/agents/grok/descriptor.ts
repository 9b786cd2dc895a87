import 'server-only';
import { createSdkWire } from '../ai-sdk/create-sdk-wire';
import type { BackendDescriptor } from '../descriptor';
import { named } from '../params/places';
import { RESPONSES_PARAMS } from '../params/responses-params';
import { GROK_MODELS } from './models';

const PARAMS = { ...RESPONSES_PARAMS, ...named('top_k', 'min_p', 'seed', 'logprobs', 'search_parameters') };

/** Grok through xAI's Responses API. Nothing is stored there: the reasoning that led to tool calls comes encrypted and goes back with them. */
export const grok: BackendDescriptor = {
  type: 'grok',
  label: 'Grok',
  needs: '`XAI_API_KEY`',
  account: {
    key: { variable: 'XAI_API_KEY', isNeeded: true },
    address: { variable: 'XAI_BASE_URL', standard: 'https://api.x.ai/v1', path: '/v1' },
  },
  params: PARAMS,
  models: GROK_MODELS,
  usual: { images: true, files: false, reasoning: true },
  leastWindow: 128_000,
  massGen: { models: /^grok/i },
  wire: createSdkWire({
    type: 'grok',
    provider: 'xAI',
    keyVariable: 'XAI_API_KEY',
    params: PARAMS,
    model: async (name, settings) => (await import('@ai-sdk/xai')).createXai(settings).responses(name),
    // Requests of one slot begin alike; the key leads them to the server that has the beginning in its cache.
    fields: ({ runId, slot }) => ({ store: false, prompt_cache_key: `${runId}-${slot}` }),
    listHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  }),
};
