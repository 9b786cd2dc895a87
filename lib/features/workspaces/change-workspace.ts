import 'server-only';
import { renameWorkspace } from '@/db/queries/workspaces/rename-workspace';
import type { WorkspaceRecord } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import type { Actor } from '@/lib/platform/auth/actor';
import { getWorkspace } from './get-workspace';
import { refuseWorkspace } from './refuse-workspace';

/** Renames a workspace. Throws `forbidden` to members who do not manage it, `not_found` to others. */
export async function changeWorkspace(
  actor: Actor,
  workspaceId: string,
  { name }: { name: string },
): Promise<WorkspaceRecord> {
  if (!(await renameWorkspace(actor, workspaceId, name))) return refuseWorkspace(actor, workspaceId);
  await record(actor, { workspaceId, action: 'workspace.rename', target: { kind: 'workspace', id: workspaceId } });
  return getWorkspace(actor, workspaceId);
}
