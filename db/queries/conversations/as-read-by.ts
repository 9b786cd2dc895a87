import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { conversation, reading } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';

/** The columns of a conversation as one reader sees it; the query left-joins `reading` by `ownReading`. */
export function asReadBy() {
  return {
    ...getTableColumns(conversation),
    activeLeafId: sql<string | null>`coalesce(${reading.leafId}, ${conversation.activeLeafId})`,
    pinned: sql<boolean>`${reading.pinnedAt} is not null`,
  };
}

/** The condition on which `reading` is joined: the actor's own. */
export function ownReading(actor: QueryActor): SQL | undefined {
  return and(eq(reading.conversationId, conversation.id), eq(reading.userId, actor.userId));
}
