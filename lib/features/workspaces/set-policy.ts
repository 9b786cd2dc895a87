import 'server-only';
import { savePolicy } from '@/db/queries/policies/save-policy';
import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import { record } from '@/lib/features/audit/record';
import type { Actor } from '@/lib/platform/auth/actor';
import { refuseWorkspace } from './refuse-workspace';

/** Lays down the whole policy of a workspace; it holds from the next request on. Throws `forbidden` to members who do not manage it. */
export async function setPolicy(actor: Actor, workspaceId: string, policy: WorkspacePolicy): Promise<WorkspacePolicy> {
  if (!(await savePolicy(actor, workspaceId, policy))) return refuseWorkspace(actor, workspaceId);
  await record(actor, { workspaceId, action: 'policy.set', target: { kind: 'workspace', id: workspaceId } });
  return policy;
}
