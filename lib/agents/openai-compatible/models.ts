import type { ModelEntry } from '../catalogue/model-entry';
import { family } from '../catalogue/model-family';

const local = family({ tools: true, images: false, documents: false, reasoning: false, contextWindow: null });

/** Open models that cannot call tools. */
export const OPEN_MODELS: ModelEntry[] = [
  local('gemma-2', null, { tools: false, contextWindow: 8_192 }),
  local('phi-3', null, { tools: false }),
  // The name under which an operator serves a model that cannot call tools.
  local('no-tools', null, { tools: false }),
];
