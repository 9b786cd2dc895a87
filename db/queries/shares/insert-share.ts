import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export type NewShare = Omit<
  typeof share.$inferInsert,
  'ownerId' | 'workspaceId' | 'version' | 'views' | 'lastViewedAt' | 'revokedAt' | 'createdAt'
>;

/** False when the actor may not share the conversation, or has no such message in it. */
export async function insertShare(actor: QueryActor, values: NewShare): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ workspaceId: conversation.workspaceId })
      .from(conversation)
      .innerJoin(message, and(eq(message.conversationId, conversation.id), eq(message.id, values.leafId)))
      .where(and(eq(conversation.id, values.conversationId), visibleConversation(actor, 'share.create')));
    if (!found) return false;
    await tx.insert(share).values({ ...values, ownerId: actor.userId, workspaceId: found.workspaceId });
    return true;
  });
}
