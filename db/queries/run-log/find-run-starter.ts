import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { rolesThatMay } from '../../permissions/permissions';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import { membership } from '../../schema/workspaces';

export interface RunStarter {
  userId: string;
  /** Others may steer it: what it does is not the starter's word alone. */
  isShared: boolean;
}

/** Who started a run, and whether others may say what it does; `null` = it, or their account, is gone. */
export async function findRunStarter(runId: string): Promise<RunStarter | null> {
  const db = await getDb();
  const others = sql<boolean>`(${conversation.visibility} = 'workspace' and exists (
    select 1 from ${membership} where ${and(
      eq(membership.workspaceId, run.workspaceId),
      ne(membership.userId, run.createdBy),
      inArray(membership.role, rolesThatMay('run.control', 'shown')),
    )}))`;
  const [found] = await db
    .select({ userId: run.createdBy, isShared: others })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(eq(run.id, runId));
  return found?.userId ? { ...found, userId: found.userId } : null;
}
