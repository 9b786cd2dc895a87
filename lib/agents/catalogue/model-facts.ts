import type { BackendCapabilities } from '../backend';
import { findModel } from './find-model';

/** A local model's name often says that it sees. */
const SEES = /vision|[-_]vl\b|llava|pixtral|gemma-[34]|glm-[\d.]+v/i;

/** Backends whose present models all take these; a model that is not in the catalogue is most likely newer than it. */
const USUAL: Record<string, { images: boolean; files: boolean; reasoning: boolean }> = {
  openai: { images: true, files: true, reasoning: true },
  claude: { images: true, files: true, reasoning: true },
  gemini: { images: true, files: true, reasoning: true },
  grok: { images: true, files: false, reasoning: true },
};

/** What a model can do: as the catalogue says, else as is usual for its backend. */
export function modelFacts(model: string, backend: string): Omit<BackendCapabilities, 'stateful'> {
  const known = findModel(model);
  const usual = USUAL[backend] ?? { images: SEES.test(model), files: false, reasoning: true };
  if (!known) return { tools: true, ...usual, contextWindow: null };
  return {
    tools: known.tools,
    images: known.images || (usual.images && !USUAL[backend]),
    // Only these formats have a place for a document; the same model behind another server has none.
    files: known.documents && usual.files,
    reasoning: known.reasoning,
    contextWindow: known.contextWindow,
  };
}
