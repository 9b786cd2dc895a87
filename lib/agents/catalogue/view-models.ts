import type { ModelEntry } from './model-entry';
import { MODELS } from './models';

/** A model as the API shows it. */
export type ModelView = Omit<ModelEntry, 'backend'>;

/** The catalogue's models of a backend. */
export function viewModels(backend: string): ModelView[] {
  return MODELS.flatMap(({ backend: of, ...model }) => (of === backend ? [model] : []));
}
