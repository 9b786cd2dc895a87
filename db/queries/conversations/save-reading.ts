import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

export interface ReadingChanges {
  /** The end of the branch that they are shown from now on. */
  leafId?: string;
  /** They have seen what there is. */
  read?: true;
  pinned?: boolean;
}

/**
 * Changes how a conversation is for the actor alone. Who has not opened it before has read it now. Returns false when they may not see it
 * or the leaf is none of its messages.
 */
export async function saveReading(
  actor: QueryActor,
  conversationId: string,
  { leafId, read, pinned }: ReadingChanges,
): Promise<boolean> {
  const db = await getDb();
  const place = and(
    eq(conversation.id, conversationId),
    visibleConversation(actor, 'conversation.read'),
    leafId === undefined ? undefined : exists(ownMessage(leafId, conversationId)),
  );
  const pinnedAt = pinned ? sql`now()` : sql`null::timestamptz`;
  const changes: SQL[] = [
    ...(leafId === undefined ? [] : [sql`leaf_id = excluded.leaf_id`]),
    ...(read ? [sql`read_at = excluded.read_at`] : []),
    ...(pinned === undefined ? [] : [sql`pinned_at = excluded.pinned_at`]),
  ];
  const { rows } = await db.execute(sql`
    insert into reading (conversation_id, user_id, leaf_id, read_at, pinned_at)
    select ${conversation.id}, ${actor.userId}::uuid, ${leafId ?? null}::uuid, now(), ${pinnedAt} from ${conversation} where ${place}
    on conflict (conversation_id, user_id) do update set ${sql.join(changes, sql`, `)}
    returning conversation_id`);
  return rows.length > 0;
}

function ownMessage(messageId: string, conversationId: string) {
  return new QueryBuilder()
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.id, messageId), eq(message.conversationId, conversationId)));
}
