import { and, arrayContains, desc, eq, ilike, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { ConversationRecord } from '../../types/conversation-record';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import type { RunStatus } from '../../types/run-status';
import { visibleConversation } from './visible-conversation';

export interface ConversationFilter {
  /** Part of the title. */
  q?: string;
  label?: string;
  archived: boolean;
  /** The last row of the page before. */
  after?: { updatedAt: Date; id: string };
  limit: number;
}

export type ConversationListItem = ConversationRecord & {
  /** Whether a run of it is queued or running. */
  running: boolean;
  lastRunStatus: RunStatus | null;
};

/** The conversations that the actor may see, the last used first. */
export async function selectConversations(
  actor: QueryActor,
  { q, label, archived, after, limit }: ConversationFilter,
): Promise<ConversationListItem[]> {
  const db = await getDb();
  const rows = await db
    .select()
    .from(conversation)
    .where(
      and(
        visibleConversation(actor, 'read'),
        archived ? isNotNull(conversation.archivedAt) : isNull(conversation.archivedAt),
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
  const states = await runStates(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...(states.get(row.id) ?? { running: false, lastRunStatus: null }) }));
}

async function runStates(db: Db, conversationIds: string[]) {
  const states = new Map<string, { running: boolean; lastRunStatus: RunStatus }>();
  if (conversationIds.length === 0) return states;
  const runs = await db
    .select({ conversationId: run.conversationId, status: run.status })
    .from(run)
    .where(inArray(run.conversationId, conversationIds))
    .orderBy(desc(run.id));
  for (const { conversationId, status } of runs) {
    const active = status === 'queued' || status === 'running';
    const state = states.get(conversationId) ?? { running: false, lastRunStatus: status };
    states.set(conversationId, { ...state, running: state.running || active });
  }
  return states;
}
