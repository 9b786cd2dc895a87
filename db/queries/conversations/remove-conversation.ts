import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { removableConversation } from './removable-conversation';

/** Deletes a conversation with its messages and runs. Returns false when the actor may not. */
export async function removeConversation(actor: QueryActor, conversationId: string): Promise<boolean> {
  const db = await getDb();
  const removed = await db
    .delete(conversation)
    .where(and(eq(conversation.id, conversationId), removableConversation(actor)))
    .returning({ id: conversation.id });
  return removed.length > 0;
}
