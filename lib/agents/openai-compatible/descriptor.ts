import 'server-only';
import type { BackendDescriptor } from '../descriptor';
import { createChatWire } from './create-chat-wire';
import { OPEN_MODELS } from './models';
import { CHAT_PARAMS } from './params';

/** Any server that speaks OpenAI's chat completions format. */
export const openAiCompatible: BackendDescriptor = {
  type: 'openai_compatible',
  label: 'OpenAI-compatible server',
  needs: 'a base URL, a key if the server wants one (`OPENAI_API_KEY`, `OPENAI_BASE_URL`)',
  account: {
    key: { variable: 'OPENAI_API_KEY', isNeeded: false },
    address: { variable: 'OPENAI_BASE_URL', standard: 'https://api.openai.com/v1', path: '/v1' },
  },
  params: CHAT_PARAMS,
  models: [],
  knownModels: OPEN_MODELS,
  massGen: {
    // Everything that speaks OpenAI's chat format is one type here.
    types: {
      chatcompletion: null,
      cerebras: 'https://api.cerebras.ai/v1',
      together: 'https://api.together.xyz/v1',
      fireworks: 'https://api.fireworks.ai/inference/v1',
      groq: 'https://api.groq.com/openai/v1',
      openrouter: 'https://openrouter.ai/api/v1',
      moonshot: 'https://api.moonshot.ai/v1',
      nebius: 'https://api.studio.nebius.ai/v1',
      poe: 'https://api.poe.com/v1',
      qwen: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
      vllm: 'http://localhost:8000/v1',
      sglang: 'http://localhost:30000/v1',
    },
  },
  wire: createChatWire({
    type: 'openai_compatible',
    label: 'OpenAI-compatible server',
    notConfigured: 'Give the agent a base URL, or set OPENAI_API_KEY or OPENAI_BASE_URL.',
    params: CHAT_PARAMS,
  }),
};
