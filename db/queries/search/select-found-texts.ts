import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, type MessagePart, message } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export interface FoundText {
  conversationId: string;
  title: string;
  /** `null` = only the conversation was asked for. */
  messageId: string | null;
  parts: MessagePart[] | null;
}

/** What is shown of conversations and messages that were found, of those that the actor may see, in no order. */
export async function selectFoundTexts(
  actor: QueryActor,
  conversationIds: string[],
  messageIds: string[],
): Promise<FoundText[]> {
  const db = await getDb();
  return db
    .select({
      conversationId: conversation.id,
      title: conversation.title,
      messageId: message.id,
      parts: message.parts,
    })
    .from(conversation)
    .leftJoin(
      message,
      and(eq(message.conversationId, conversation.id), sql`${message.id} = any(${sql.param(messageIds)}::uuid[])`),
    )
    .where(
      and(
        sql`${conversation.id} = any(${sql.param(conversationIds)}::uuid[])`,
        visibleConversation(actor, 'conversation.read'),
      ),
    );
}
