import { and, asc, eq, gt, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import type { SnapshotRecord } from '../../types/snapshot-record';
import { visibleConversation } from '../conversations/visible-conversation';
import { SNAPSHOT_COLUMNS } from './snapshot-columns';

export interface SnapshotPage {
  /** The last row of the page before. */
  after?: { createdAt: Date; id: string };
  limit: number;
}

/** The snapshots of a run in a conversation that the actor may see, oldest first. */
export async function selectSnapshots(
  actor: QueryActor,
  runId: string,
  { after, limit }: SnapshotPage,
): Promise<SnapshotRecord[]> {
  const db = await getDb();
  return db
    .select(SNAPSHOT_COLUMNS)
    .from(contextSnapshot)
    .innerJoin(conversation, eq(conversation.id, contextSnapshot.conversationId))
    .where(
      and(
        eq(contextSnapshot.runId, runId),
        visibleConversation(actor, 'context.read'),
        after
          ? or(
              gt(contextSnapshot.createdAt, after.createdAt),
              and(eq(contextSnapshot.createdAt, after.createdAt), gt(contextSnapshot.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(contextSnapshot.createdAt), asc(contextSnapshot.id))
    .limit(limit);
}
