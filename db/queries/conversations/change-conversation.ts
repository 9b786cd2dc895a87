import { and, eq, exists } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import type { ConversationRecord } from '../../types/conversation-record';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

export interface ConversationChanges {
  title?: string;
  archivedAt?: Date | null;
  labels?: string[];
  activeLeafId?: string;
  visibility?: 'private' | 'workspace';
}

/**
 * Changes a conversation. Returns null when the actor may not: only its owner changes who sees it, and the shown leaf must be
 * one of its messages.
 */
export async function changeConversation(
  actor: QueryActor,
  conversationId: string,
  changes: ConversationChanges,
): Promise<ConversationRecord | null> {
  const db = await getDb();
  const [changed] = await db
    .update(conversation)
    .set(changes)
    .where(
      and(
        eq(conversation.id, conversationId),
        visibleConversation(actor, 'conversation.write'),
        changes.visibility ? eq(conversation.ownerId, actor.userId) : undefined,
        changes.activeLeafId ? exists(ownMessage(changes.activeLeafId, conversationId)) : undefined,
      ),
    )
    .returning();
  return changed ?? null;
}

function ownMessage(messageId: string, conversationId: string) {
  return new QueryBuilder()
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.id, messageId), eq(message.conversationId, conversationId)));
}
