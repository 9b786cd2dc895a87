import { and, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

const MOST = 200;

/** The labels of what the actor sees and has not archived, by alphabet. */
export async function selectLabels(actor: QueryActor): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .selectDistinct({ label: sql<string>`unnest(${conversation.labels})` })
    .from(conversation)
    .where(
      and(
        sql`${conversation.labels} <> '{}'`,
        isNull(conversation.archivedAt),
        visibleConversation(actor, 'conversation.read'),
      ),
    )
    .limit(MOST);
  return rows.map(({ label }) => label).sort((a, b) => a.localeCompare(b));
}
