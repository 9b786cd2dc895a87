import 'server-only';
import type { BackendDescriptor } from '../descriptor';
import { createChatWire } from '../openai-compatible/create-chat-wire';
import { ZAI_MODELS } from './models';
import { ZAI_PARAMS } from './params';

/** GLM models by Z.AI: chat completions with thinking. */
export const zai: BackendDescriptor = {
  type: 'zai',
  label: 'Z.AI',
  needs: '`ZAI_API_KEY`',
  account: {
    key: { variable: 'ZAI_API_KEY', isNeeded: true },
    address: { variable: 'ZAI_BASE_URL', standard: 'https://api.z.ai/api/paas/v4', path: '/api/paas/v4' },
  },
  params: ZAI_PARAMS,
  models: ZAI_MODELS,
  leastWindow: 128_000,
  massGen: { models: /^glm/i },
  wire: createChatWire({
    type: 'zai',
    label: 'Z.AI',
    notConfigured: 'Add a key for Z.AI in Settings → Models, or set ZAI_API_KEY.',
    needsKey: true,
    listsModels: false,
    params: ZAI_PARAMS,
    dialect: {
      // The API takes no other choice than `auto`.
      demandsTools: false,
      // Else a tool call comes in one piece, and an agent that writes a long answer looks silent. Older models do not know it.
      fields: (model) => (/^glm-(?:4\.[6-9]|[5-9])/.test(model) ? { tool_stream: true } : {}),
    },
  }),
};
