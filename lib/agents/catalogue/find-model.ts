import type { ModelEntry } from './model-entry';

/** The entry for a model, by its name alone; an owner's prefix ("google/gemma-2-9b") and an ending are allowed. */
export function findModel(models: ModelEntry[], model: string): ModelEntry | undefined {
  const name = baseName(model);
  return models
    .filter((entry) => name === entry.model || name.startsWith(`${entry.model}-`))
    .sort((a, b) => b.model.length - a.model.length)[0];
}

/** True when the name means this entry and not another model of its family: nothing but a date may follow. */
export function isExactly(model: string, entry: ModelEntry): boolean {
  return /^(?:-preview)?(?:-\d{3,}[\d-]*|-latest)?$/.test(baseName(model).slice(entry.model.length));
}

function baseName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1).toLowerCase();
}
