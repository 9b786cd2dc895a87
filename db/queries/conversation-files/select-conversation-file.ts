import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment, messageAttachment } from '../../schema/attachments';
import { contextBlob, contextSnapshot } from '../../schema/contexts';
import { conversation, message, reading } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { asReadBy, ownReading } from '../conversations/as-read-by';
import { visibleConversation } from '../conversations/visible-conversation';

export type ConversationRows = NonNullable<Awaited<ReturnType<typeof selectConversationFile>>>;

/**
 * Everything that a conversation consists of and the actor may see, with the branch that they are shown, but the logs of its runs and the contents of its blobs: each in the
 * order in which it came to be. `null` when they may not see it.
 */
export async function selectConversationFile(actor: QueryActor, conversationId: string) {
  const db = await getDb();
  const visible = and(eq(conversation.id, conversationId), visibleConversation(actor, 'conversation.read'));
  const [found] = await db.select(asReadBy()).from(conversation).leftJoin(reading, ownReading(actor)).where(visible);
  if (!found) return null;
  const [messages, runs, snapshots, attachments, blobs] = await Promise.all([
    db.select().from(message).where(eq(message.conversationId, conversationId)).orderBy(asc(message.id)),
    db
      .select({
        id: run.id,
        messageId: run.messageId,
        answerMessageId: run.answerMessageId,
        team: run.team,
        status: run.status,
        result: run.result,
        createdAt: run.createdAt,
        startedAt: run.startedAt,
        endedAt: run.endedAt,
      })
      .from(run)
      .where(eq(run.conversationId, conversationId))
      .orderBy(asc(run.id)),
    db
      .select()
      .from(contextSnapshot)
      .where(eq(contextSnapshot.conversationId, conversationId))
      .orderBy(asc(contextSnapshot.id)),
    db
      .selectDistinct(getTableColumns(attachment))
      .from(attachment)
      .innerJoin(messageAttachment, eq(messageAttachment.attachmentId, attachment.id))
      .innerJoin(message, eq(message.id, messageAttachment.messageId))
      .where(eq(message.conversationId, conversationId))
      .orderBy(asc(attachment.id)),
    db
      .select({ hash: contextBlob.hash })
      .from(contextBlob)
      .where(eq(contextBlob.conversationId, conversationId))
      .orderBy(asc(contextBlob.hash)),
  ]);
  const attached = messages.length === 0 ? [] : await attachedIn(messages.map(({ id }) => id));
  return {
    conversation: found,
    messages,
    runs,
    snapshots,
    attachments,
    attached,
    blobs: blobs.map(({ hash }) => hash),
  };
}

async function attachedIn(messageIds: string[]) {
  const db = await getDb();
  const { messageId, attachmentId } = messageAttachment;
  const rows: { messageId: string; attachmentId: string }[] = [];
  for (let start = 0; start < messageIds.length; start += 1_000) {
    const some = messageIds.slice(start, start + 1_000);
    rows.push(
      ...(await db.select({ messageId, attachmentId }).from(messageAttachment).where(inArray(messageId, some))),
    );
  }
  return rows;
}
