import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { deleteContentOf } from '../erasure/delete-content-of';
import { visibleConversation } from './visible-conversation';

/**
 * Deletes a conversation with its messages, its runs and the files that were attached in it alone, whoever uploaded them, and contents to
 * which nothing else refers. Returns false when the actor may not.
 */
export async function removeConversation(actor: QueryActor, conversationId: string): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: conversation.id })
      .from(conversation)
      .where(and(eq(conversation.id, conversationId), visibleConversation(actor, 'conversation.delete')))
      .for('update');
    if (!allowed) return false;
    await deleteContentOf(tx, [conversationId]);
    return true;
  });
}
