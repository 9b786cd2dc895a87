import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspace, workspacePolicy } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import type { WorkspacePolicy } from '../../types/workspace-policy';
import { memberOf } from '../member-of';

/** Lays down the whole policy of a workspace. False when the actor may not. */
export async function savePolicy(actor: QueryActor, workspaceId: string, policy: WorkspacePolicy): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'workspace.manage')));
    if (!allowed) return false;
    await tx
      .insert(workspacePolicy)
      .values({ workspaceId, policy })
      .onConflictDoUpdate({ target: workspacePolicy.workspaceId, set: { policy, updatedAt: sql`now()` } });
    return true;
  });
}
