import 'server-only';
import { removeWorkspace, selectRunsOfWorkspace } from '@/db/queries/workspaces/remove-workspace';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import { texts as common } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { getEngine } from '@/lib/runtime/engine';
import { texts } from './texts';

/**
 * Deletes a workspace with everything in it; runs that go on in it are stopped first. Throws `conflict` for a personal one, `forbidden` to
 * who is not its owner, `not_found` to who is no member.
 */
export async function deleteWorkspace(actor: Actor, workspaceId: string): Promise<void> {
  const place = await findWorkspace(actor, workspaceId);
  if (!place) throw new AppError('not_found', common.noWorkspace);
  if (place.personal) throw new AppError('conflict', texts.personalStays);
  for (const runId of await selectRunsOfWorkspace(actor, workspaceId)) {
    const reply = await (await getEngine()).control(runId, { type: 'stop' });
    // Then it has just ended, or its process is gone; in both cases nothing of it can be written after the deletion.
    if (!reply.ok) logger.info({ runId, reply }, 'a run of a deleted workspace was not stopped');
  }
  if (!(await removeWorkspace(actor, workspaceId))) throw new AppError('forbidden', texts.ownersOnly);
  recheckRights();
  await record(actor, { workspaceId, action: 'workspace.delete', target: { kind: 'workspace', id: workspaceId } });
}
