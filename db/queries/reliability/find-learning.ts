import { and, eq, exists, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { reliabilityOff } from '../../schema/reliability';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** Whether a workspace learns from its runs; `null` where the actor may not see, or change, that. */
export async function findLearning(
  actor: QueryActor,
  workspaceId: string,
  permission: 'reliability.read' | 'reliability.manage',
): Promise<{ isOn: boolean } | null> {
  const db = await getDb();
  const off = db.select({ one: sql`1` }).from(reliabilityOff).where(eq(reliabilityOff.workspaceId, workspace.id));
  const [found] = await db
    .select({ isOff: sql<boolean>`${exists(off)}` })
    .from(workspace)
    .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, permission)));
  return found ? { isOn: !found.isOff } : null;
}
