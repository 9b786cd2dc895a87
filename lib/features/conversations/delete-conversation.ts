import 'server-only';
import { removeConversation } from '@/db/queries/conversations/remove-conversation';
import { selectRunsToStop } from '@/db/queries/conversations/select-runs-to-stop';
import { clearTraces, rewriteSoon, stopRuns } from '@/lib/features/erasure/clear-traces';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { refuseChange } from './refuse-change';

/**
 * Deletes a conversation with everything in it; runs that go on in it are stopped first, so that they cost nothing more.
 * Throws `not_found` or `forbidden` when the actor may not.
 */
export async function deleteConversation(actor: Actor, conversationId: string): Promise<void> {
  await stopRuns(await selectRunsToStop(actor, conversationId));
  if (!(await removeConversation(actor, conversationId))) return refuseChange(actor, conversationId);
  recheckRights();
  await clearTraces(conversationId);
  rewriteSoon();
}
