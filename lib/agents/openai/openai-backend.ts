import 'server-only';
import { createSdkBackend } from '../ai-sdk/create-sdk-backend';

/**
 * OpenAI's Responses API. Nothing is stored there, so a later request cannot refer to an earlier one's reasoning; tool calls go back
 * without ids of items, which the API takes without the reasoning that led to them.
 */
export const openAiBackend = createSdkBackend({
  type: 'openai',
  label: 'OpenAI',
  provider: 'OpenAI',
  keyVariable: 'OPENAI_API_KEY',
  model: async (name, settings) => (await import('@ai-sdk/openai')).createOpenAI(settings).responses(name),
  // Requests of one slot begin alike; the key leads them to where that beginning is cached.
  fields: ({ runId, slot }) => ({ store: false, prompt_cache_key: `${runId}-${slot}` }),
  listHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
});
