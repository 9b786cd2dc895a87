import type { Context } from '../context';
import type { ContextStore } from '../store/context-store';
import { compareSlots } from './compare-slots';
import type { FileComparison } from './file-comparison';
import { slotsToCompare } from './slots-to-compare';

/**
 * The files that the slots of a run have changed in their turn, three ways. Throws `ContextDamagedError` when what a file holds cannot be
 * read.
 */
export function compareContexts(store: Pick<ContextStore, 'blob'>, contexts: Context[]): Promise<FileComparison[]> {
  const { base, slots } = slotsToCompare(contexts);
  const owner = new Map(contexts.flatMap(({ id, files }) => files.map(({ hash }) => [hash, id] as const)));
  const fallback = contexts[0]?.id ?? '';
  return compareSlots(base, slots, (hash) => store.blob(hash, owner.get(hash) ?? fallback));
}
