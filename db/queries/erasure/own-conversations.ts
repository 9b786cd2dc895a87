import { and, eq, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';
import { deleteContentOf } from './delete-content-of';

/** The actor's own conversations that they may delete, and the runs that go on in them. */
export async function selectOwnConversations(actor: QueryActor): Promise<{ conversations: string[]; runs: string[] }> {
  const db = await getDb();
  const own = and(eq(conversation.ownerId, actor.userId), visibleConversation(actor, 'conversation.delete'));
  const conversations = await db.select({ id: conversation.id }).from(conversation).where(own);
  const runs = await db
    .select({ id: run.id })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(own, inArray(run.status, ['queued', 'running'])));
  return { conversations: conversations.map(({ id }) => id), runs: runs.map(({ id }) => id) };
}

/** Deletes those of these conversations that are the actor's own. */
export async function deleteOwnConversations(actor: QueryActor, conversationIds: string[]): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    const own = await tx
      .select({ id: conversation.id })
      .from(conversation)
      .where(
        and(
          inArray(conversation.id, conversationIds),
          eq(conversation.ownerId, actor.userId),
          visibleConversation(actor, 'conversation.delete'),
        ),
      );
    await deleteContentOf(
      tx,
      own.map(({ id }) => id),
    );
  });
}
