import { and, desc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

/** The newest snapshot of each slot in a run that the actor may see, by slot. */
export async function selectNewestSnapshots(actor: QueryActor, runId: string): Promise<{ id: string; slot: string }[]> {
  const db = await getDb();
  return db
    .selectDistinctOn([contextSnapshot.slot], { id: contextSnapshot.id, slot: contextSnapshot.slot })
    .from(contextSnapshot)
    .innerJoin(conversation, eq(conversation.id, contextSnapshot.conversationId))
    .where(and(eq(contextSnapshot.runId, runId), visibleConversation(actor, 'context.read')))
    .orderBy(contextSnapshot.slot, desc(contextSnapshot.seq), desc(contextSnapshot.id));
}
