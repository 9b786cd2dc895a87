import 'server-only';
import { deleteOwnConversations, selectOwnConversations } from '@/db/queries/erasure/own-conversations';
import { rewriteEmbedded } from '@/db/queries/erasure/rewrite-embedded';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { clearTraces, stopRuns } from './clear-traces';

/** Deletes every conversation that is the actor's own, with everything in it. Returns how many there were. */
export async function deleteAllConversations(actor: Actor): Promise<number> {
  const { conversations, runs } = await selectOwnConversations(actor);
  await stopRuns(runs);
  await deleteOwnConversations(actor, conversations);
  recheckRights();
  for (const id of conversations) await clearTraces(id);
  await rewriteEmbedded('conversation');
  return conversations.length;
}
