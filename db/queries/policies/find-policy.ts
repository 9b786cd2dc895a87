import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspace, workspacePolicy } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { OPEN_POLICY, type WorkspacePolicy } from '../../types/workspace-policy';
import { memberOf } from '../member-of';

/** What has been laid down for a workspace, for its members; `null` for everybody else. */
export async function findPolicy(actor: QueryActor, workspaceId: string): Promise<WorkspacePolicy | null> {
  const db = await getDb();
  const [found] = await db
    .select({ policy: workspacePolicy.policy })
    .from(workspace)
    .leftJoin(workspacePolicy, eq(workspacePolicy.workspaceId, workspace.id))
    .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'workspace.read')));
  return found ? { ...OPEN_POLICY, ...found.policy } : null;
}
