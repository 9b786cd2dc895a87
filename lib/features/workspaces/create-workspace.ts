import 'server-only';
import { insertWorkspace } from '@/db/queries/workspaces/insert-workspace';
import type { WorkspaceRecord } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import type { Actor } from '@/lib/platform/auth/actor';
import { getWorkspace } from './get-workspace';

/** Makes a workspace, whose owner the actor is. */
export async function createWorkspace(actor: Actor, { name }: { name: string }): Promise<WorkspaceRecord> {
  const id = await insertWorkspace(actor, name);
  await record(actor, { workspaceId: id, action: 'workspace.create', target: { kind: 'workspace', id } });
  return getWorkspace(actor, id);
}
