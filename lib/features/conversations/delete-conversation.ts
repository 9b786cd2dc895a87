import 'server-only';
import { removeConversation } from '@/db/queries/conversations/remove-conversation';
import { selectRunsToStop } from '@/db/queries/conversations/select-runs-to-stop';
import { closeAgentsOf } from '@/lib/agents/claude-code/process-pool';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { logger } from '@/lib/platform/observability/logger';
import { getEngine } from '@/lib/runtime/engine';
import { removeWorkFolders } from '@/lib/work-folders/work-folders';
import { refuseChange } from './refuse-change';

/**
 * Deletes a conversation with everything in it; runs that go on in it are stopped first, so that they cost nothing more.
 * Throws `not_found` or `forbidden` when the actor may not.
 */
export async function deleteConversation(actor: Actor, conversationId: string): Promise<void> {
  for (const runId of await selectRunsToStop(actor, conversationId)) {
    const reply = await (await getEngine()).control(runId, { type: 'stop' });
    // Then it has just ended, or its process is gone; in both cases nothing of it can be written after the deletion.
    if (!reply.ok) logger.info({ runId, reply }, 'a run of a deleted conversation was not stopped');
  }
  if (!(await removeConversation(actor, conversationId))) return refuseChange(actor, conversationId);
  recheckRights();
  closeAgentsOf(conversationId);
  await removeWorkFolders(conversationId);
}
