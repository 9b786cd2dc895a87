import { and, eq, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

/** The runs that go on in a conversation that the actor may delete. */
export async function selectRunsToStop(actor: QueryActor, conversationId: string): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select({ id: run.id })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(
      and(
        eq(run.conversationId, conversationId),
        inArray(run.status, ['queued', 'running']),
        visibleConversation(actor, 'conversation.delete'),
      ),
    );
  return rows.map(({ id }) => id);
}
