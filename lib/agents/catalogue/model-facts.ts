import type { BackendDescriptor, ModelFacts } from '../descriptor';
import type { ModelEntry } from './model-entry';

/** A local model's name often says that it sees. */
const SEES = /vision|[-_]vl\b|llava|pixtral|gemma-[34]|glm-[\d.]+v/i;

/** What a model can do behind a backend: as its entry in the catalogue says, else as is usual for the backend. */
export function modelFacts(model: string, known: ModelEntry | undefined, backend: BackendDescriptor): ModelFacts {
  const usual = backend.usual ?? { images: SEES.test(model), files: false, reasoning: true };
  if (!known) return { tools: true, ...usual, contextWindow: null };
  return {
    tools: known.tools,
    images: known.images || (usual.images && !backend.usual),
    // Only these formats have a place for a document; the same model behind another server has none.
    files: known.documents && usual.files,
    reasoning: known.reasoning,
    contextWindow: known.contextWindow,
  };
}
