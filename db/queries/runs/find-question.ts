import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, type MessagePart, message } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export interface Question {
  id: string;
  parentId: string | null;
  parts: MessagePart[];
  checks: unknown[] | null;
}

/** A question in a conversation in which the actor may ask; `null` when the message is none, or not there for them. */
export async function findQuestion(
  actor: QueryActor,
  conversationId: string,
  messageId: string,
): Promise<Question | null> {
  const db = await getDb();
  const [found] = await db
    .select({ id: message.id, parentId: message.parentId, parts: message.parts, checks: message.checks })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .where(
      and(
        eq(message.id, messageId),
        eq(message.conversationId, conversationId),
        eq(message.role, 'user'),
        visibleConversation(actor, 'run.start'),
      ),
    );
  return found ?? null;
}
