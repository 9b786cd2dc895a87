import { MODELS } from './models';

/** Models of a backend to choose from where the provider does not list its own. */
export function suggestedModels(backend: string): string[] {
  return MODELS.filter((entry) => entry.backend === backend).map(({ model }) => model);
}
