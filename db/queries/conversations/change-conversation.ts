import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

export interface ConversationChanges {
  title?: string;
  titleBy?: 'person';
  summary?: string | null;
  archivedAt?: Date | null;
  labels?: string[];
  visibility?: 'private' | 'workspace';
}

/** Changes a conversation for all its readers. Returns false when the actor may not: only its owner changes who sees it. */
export async function changeConversation(
  actor: QueryActor,
  conversationId: string,
  changes: ConversationChanges,
): Promise<boolean> {
  const db = await getDb();
  const changed = await db
    .update(conversation)
    .set(changes)
    .where(
      and(
        eq(conversation.id, conversationId),
        visibleConversation(actor, 'conversation.write'),
        changes.visibility ? eq(conversation.ownerId, actor.userId) : undefined,
      ),
    )
    .returning({ id: conversation.id });
  return changed.length > 0;
}
