import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

/** Takes back an answer that `insertContinuation` made, as long as nothing follows it. */
export async function removeContinuation(actor: QueryActor, messageId: string): Promise<void> {
  const db = await getDb();
  const builder = new QueryBuilder();
  const later = alias(message, 'later');
  const one = { one: sql`1` };
  await db
    .delete(message)
    .where(
      and(
        eq(message.id, messageId),
        eq(message.role, 'assistant'),
        inArray(
          message.conversationId,
          builder.select({ id: conversation.id }).from(conversation).where(visibleConversation(actor, 'context.fork')),
        ),
        notExists(builder.select(one).from(run).where(eq(run.answerMessageId, message.id))),
        notExists(builder.select(one).from(later).where(eq(later.parentId, message.id))),
      ),
    );
}
