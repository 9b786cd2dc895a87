import 'server-only';
import { createOpenAiCompatibleBackend } from './create-openai-compatible-backend';

/** LM Studio runs models on a machine of one's own: its tokens cost nothing. */
export const lmStudioBackend = createOpenAiCompatibleBackend({
  type: 'lmstudio',
  label: 'LM Studio',
  price: () => 0,
  notConfigured: 'Start the server in LM Studio and set LMSTUDIO_BASE_URL, for example http://127.0.0.1:1234/v1.',
});
