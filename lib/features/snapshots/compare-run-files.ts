import 'server-only';
import { getDb } from '@/db/client';
import { selectNewestSnapshots } from '@/db/queries/contexts/select-newest-snapshots';
import type { Context } from '@/lib/context-sharing/context';
import { ContextDamagedError } from '@/lib/context-sharing/context-damaged-error';
import { compareContexts } from '@/lib/context-sharing/files/compare-contexts';
import type { FileComparison } from '@/lib/context-sharing/files/file-comparison';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import type { Actor } from '@/lib/platform/auth/actor';

interface RunComparison {
  items: FileComparison[];
  nextCursor: null;
  /** Newest snapshots that cannot be read: their slots are not in it. */
  damaged: { slot: string; contextId: string; message: string }[];
}

/**
 * The files that the slots of a run have changed, three ways, as their newest snapshots have them. Throws `not_found` for a run that the actor
 * may not see, `context_damaged` when what a file holds cannot be read.
 */
export async function compareRunFiles(actor: Actor, runId: string): Promise<RunComparison> {
  await findRunOrThrow(actor, runId, 'read');
  const store = createContextStore(await getDb());
  const contexts: Context[] = [];
  const damaged: RunComparison['damaged'] = [];
  for (const { id, slot } of await selectNewestSnapshots(actor, runId)) {
    try {
      contexts.push(await store.load(id));
    } catch (error) {
      if (!(error instanceof ContextDamagedError)) throw error;
      damaged.push({ slot, contextId: id, message: error.message });
    }
  }
  return { items: await compareContexts(store, contexts), nextCursor: null, damaged };
}
