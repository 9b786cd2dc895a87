import { and, arrayContains, desc, eq, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, reading } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { ConversationRecord } from '../../types/conversation-record';
import type { QueryActor } from '../../types/query-actor';
import type { RunStatus } from '../../types/run-status';
import { asReadBy, ownReading } from './as-read-by';
import { visibleConversation } from './visible-conversation';

export interface ConversationFilter {
  /** Part of the title. */
  q?: string;
  label?: string;
  workspaceId?: string;
  archived: boolean;
  /** Absent = whether or not the actor has pinned it. */
  pinned?: boolean;
  /** Only these. */
  ids?: string[];
  /** The last row of the page before. */
  after?: { updatedAt: Date; id: string };
  limit: number;
}

export type ConversationListItem = ConversationRecord & {
  /** Whether a run of it is queued or running. */
  running: boolean;
  lastRunStatus: RunStatus | null;
  /** A run has ended since the actor has looked. */
  unread: boolean;
};

/** The conversations that the actor may see, the last used first. */
export async function selectConversations(
  actor: QueryActor,
  { q, label, workspaceId, archived, pinned, ids, after, limit }: ConversationFilter,
): Promise<ConversationListItem[]> {
  const db = await getDb();
  // Few runs go on at a time, so they are looked up once; of a conversation's runs only the newest is.
  const open = db.$with('open').as(
    db
      .select({ id: run.conversationId })
      .from(run)
      .where(inArray(run.status, ['queued', 'running'])),
  );
  return db
    .with(open)
    .select({
      ...asReadBy(),
      running: sql<boolean>`conversation.id in (select conversation_id from ${open})`,
      lastRunStatus: sql<RunStatus | null>`(
        select r.status from message m join run r on r.answer_message_id = m.id
        where m.conversation_id = conversation.id order by m.created_at desc, m.id desc limit 1)`,
      unread: sql<boolean>`${reading.readAt} is not null
        and exists (select 1 from run r where r.conversation_id = conversation.id and r.ended_at > ${reading.readAt})`,
    })
    .from(conversation)
    .leftJoin(reading, ownReading(actor))
    .where(
      and(
        visibleConversation(actor, 'conversation.read'),
        workspaceId ? eq(conversation.workspaceId, workspaceId) : undefined,
        ids ? sql`${conversation.id} = any(${sql.param(ids)}::uuid[])` : archivedIs(archived),
        pinned === undefined ? undefined : pinned ? isNotNull(reading.pinnedAt) : isNull(reading.pinnedAt),
        q ? ilike(conversation.title, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        label ? arrayContains(conversation.labels, [label]) : undefined,
        after
          ? or(
              lt(conversation.updatedAt, after.updatedAt),
              and(eq(conversation.updatedAt, after.updatedAt), lt(conversation.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(conversation.updatedAt), desc(conversation.id))
    .limit(limit);
}

function archivedIs(archived: boolean): SQL {
  return archived ? isNotNull(conversation.archivedAt) : isNull(conversation.archivedAt);
}
