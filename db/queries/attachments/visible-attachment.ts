import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { attachment, messageAttachment } from '../../schema/attachments';
import { conversation, message } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';
import { memberOf } from '../member-of';

/** The condition that the actor may see a row of `attachment`: they uploaded it, or it is in a conversation that they may see. */
export function visibleAttachment(actor: QueryActor): SQL | undefined {
  const shown = new QueryBuilder()
    .select({ one: sql`1` })
    .from(messageAttachment)
    .innerJoin(message, eq(message.id, messageAttachment.messageId))
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .where(and(eq(messageAttachment.attachmentId, attachment.id), visibleConversation(actor, 'conversation.read')));
  const isOwn = and(
    eq(attachment.ownerId, actor.userId),
    memberOf(actor, attachment.workspaceId, 'attachment.read', 'own'),
  );
  return or(isOwn, exists(shown));
}
