import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import { visibleConversation } from '../conversations/visible-conversation';

/** The team that a run was given, as it was written; `null` when the actor may not see the run. */
export async function findRunTeam(actor: QueryActor, runId: string): Promise<TeamDefinition | null> {
  const db = await getDb();
  const [found] = await db
    .select({ team: run.team })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(eq(run.id, runId), visibleConversation(actor, 'run.read')));
  return found?.team ?? null;
}
