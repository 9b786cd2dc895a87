import 'server-only';
import { listPrice } from '../catalogue/list-price';
import { createOpenAiCompatibleBackend } from './create-openai-compatible-backend';

export const openAiCompatibleBackend = createOpenAiCompatibleBackend({
  type: 'openai_compatible',
  label: 'OpenAI-compatible server',
  price: listPrice,
  notConfigured: 'Give the agent a base URL, or set OPENAI_API_KEY or OPENAI_BASE_URL.',
});
