import 'server-only';
import { createSdkBackend } from '../ai-sdk/create-sdk-backend';

/** Grok through xAI's Responses API. Nothing is stored there. */
export const grokBackend = createSdkBackend({
  type: 'grok',
  label: 'Grok',
  provider: 'xAI',
  keyVariable: 'XAI_API_KEY',
  model: async (name, settings) => (await import('@ai-sdk/xai')).createXai(settings).responses(name),
  // Requests of one slot begin alike; the key leads them to the server that has the beginning in its cache.
  fields: ({ runId, slot }) => ({ store: false, prompt_cache_key: `${runId}-${slot}` }),
  listHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
});
