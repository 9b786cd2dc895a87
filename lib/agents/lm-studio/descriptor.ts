import 'server-only';
import type { BackendDescriptor } from '../descriptor';
import { createChatWire } from '../openai-compatible/create-chat-wire';
import { CHAT_PARAMS } from '../openai-compatible/params';

/** LM Studio runs models on a machine of one's own: its tokens cost nothing. */
export const lmStudio: BackendDescriptor = {
  type: 'lmstudio',
  label: 'LM Studio',
  needs: 'LM Studio with its server running, and `LMSTUDIO_BASE_URL`, for example `http://127.0.0.1:1234/v1`',
  account: { key: null, address: { variable: 'LMSTUDIO_BASE_URL', standard: null, path: '/v1' } },
  params: CHAT_PARAMS,
  models: [],
  price: 'free',
  wire: createChatWire({
    type: 'lmstudio',
    label: 'LM Studio',
    notConfigured: 'Start the server in LM Studio and set LMSTUDIO_BASE_URL, for example http://127.0.0.1:1234/v1.',
    params: CHAT_PARAMS,
  }),
};
