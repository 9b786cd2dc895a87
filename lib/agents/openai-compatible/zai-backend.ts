import 'server-only';
import { listPrice } from '../catalogue/list-price';
import { createOpenAiCompatibleBackend } from './create-openai-compatible-backend';

/** GLM models by Z.AI: chat completions with thinking. */
export const zaiBackend = createOpenAiCompatibleBackend({
  type: 'zai',
  label: 'Z.AI',
  price: listPrice,
  notConfigured: 'Add a key for Z.AI in settings, or set ZAI_API_KEY.',
  needsKey: true,
  listsModels: false,
  dialect: {
    // The API takes no other choice than `auto`.
    demandsTools: false,
    // Else a tool call comes in one piece, and an agent that writes a long answer looks silent. Older models do not know it.
    fields: (model) => (/^glm-(?:4\.[6-9]|[5-9])/.test(model) ? { tool_stream: true } : {}),
  },
});
