import { and, eq, inArray } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { attachment, messageAttachment } from '../../schema/attachments';
import { conversation, message } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { unusedAttachment } from '../attachments/unused-attachment';
import { visibleConversation } from './visible-conversation';

/**
 * Deletes a conversation with its messages, its runs and the files that were attached in it alone, whoever uploaded them. Returns false
 * when the actor may not.
 */
export async function removeConversation(actor: QueryActor, conversationId: string): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    // Before they are gone with their messages. Locked, so that nobody attaches one again meanwhile.
    const attached = await tx
      .select({ id: attachment.id })
      .from(attachment)
      .where(inArray(attachment.id, attachedIn(conversationId)))
      .orderBy(attachment.id)
      .for('update');
    const removed = await tx
      .delete(conversation)
      .where(and(eq(conversation.id, conversationId), visibleConversation(actor, 'conversation.delete')))
      .returning({ id: conversation.id });
    if (removed.length === 0) return false;
    const ids = attached.map(({ id }) => id);
    if (ids.length > 0) await tx.delete(attachment).where(and(inArray(attachment.id, ids), unusedAttachment()));
    return true;
  });
}

function attachedIn(conversationId: string) {
  return new QueryBuilder()
    .select({ id: messageAttachment.attachmentId })
    .from(messageAttachment)
    .innerJoin(message, eq(message.id, messageAttachment.messageId))
    .where(eq(message.conversationId, conversationId));
}
