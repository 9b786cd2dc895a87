import { selectBases } from '@/db/queries/context-store/select-bases';
import type { Db } from '@/db/types/database';
import type { Slot } from '@/lib/protocol/team';

/** The snapshot with which a slot's turn begins. */
export interface ContextBase {
  snapshotId: string;
  /** Empty when the snapshot is not there any more, which loading it says. */
  runId: string;
  /** A person continued from it. */
  isContinuation: boolean;
}

/** The key of the snapshot that a person continued from: it is for every slot that has no key of its own. */
export const EVERY_SLOT = '*';

/**
 * Where the turn of each slot begins that follows `messageId`: with the slot's last snapshot on the path to the root, or with the one that a
 * person continued from, whichever is nearer.
 */
export async function findBases(db: Db, messageId: string | null): Promise<Map<Slot, ContextBase>> {
  const bases = new Map<Slot, ContextBase>();
  if (messageId === null) return bases;
  for (const { slot, snapshotId, runId } of await selectBases(db, messageId)) {
    bases.set(slot ?? EVERY_SLOT, { snapshotId, runId: runId ?? '', isContinuation: slot === null });
    if (slot === null) break;
  }
  return bases;
}
