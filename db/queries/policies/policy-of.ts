import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspacePolicy } from '../../schema/workspaces';
import { OPEN_POLICY, type WorkspacePolicy } from '../../types/workspace-policy';

/** What has been laid down for a workspace. It holds for whoever acts in it, so nobody is asked for: who may see it is for `findPolicy`. */
export async function policyOf(workspaceId: string): Promise<WorkspacePolicy> {
  const db = await getDb();
  const [found] = await db
    .select({ policy: workspacePolicy.policy })
    .from(workspacePolicy)
    .where(eq(workspacePolicy.workspaceId, workspaceId));
  return { ...OPEN_POLICY, ...found?.policy };
}
