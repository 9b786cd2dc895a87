import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import type { SnapshotRecord } from '../../types/snapshot-record';
import { visibleConversation } from '../conversations/visible-conversation';
import { SNAPSHOT_COLUMNS } from './snapshot-columns';

/** A snapshot in a conversation that the actor may see; `null` for any other. */
export async function findSnapshot(actor: QueryActor, snapshotId: string): Promise<SnapshotRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select(SNAPSHOT_COLUMNS)
    .from(contextSnapshot)
    .innerJoin(conversation, eq(conversation.id, contextSnapshot.conversationId))
    .where(and(eq(contextSnapshot.id, snapshotId), visibleConversation(actor, 'context.read')));
  return found ?? null;
}
