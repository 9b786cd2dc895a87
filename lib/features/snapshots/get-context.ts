import 'server-only';
import { getDb } from '@/db/client';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ContextView, contextView } from './context-view';
import { findSnapshotOrThrow } from './find-snapshot-or-throw';

/** A snapshot with everything in it, verified. Throws `not_found` for strangers, `context_damaged` when it is not what was stored. */
export async function getContext(actor: Actor, contextId: string): Promise<ContextView> {
  const snapshot = await findSnapshotOrThrow(actor, contextId);
  return contextView(snapshot, await createContextStore(await getDb()).load(contextId));
}
