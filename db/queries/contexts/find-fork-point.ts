import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import { visibleConversation } from '../conversations/visible-conversation';

/** Where a branch that continues from a snapshot begins. */
export interface ForkPoint {
  conversationId: string;
  /** The question of the snapshot's run. */
  messageId: string;
  /** The run's team, as it was given. */
  team: TeamDefinition;
}

/** The place of a snapshot in a conversation that the actor may change; `null` for any other. */
export async function findForkPoint(actor: QueryActor, snapshotId: string): Promise<ForkPoint | null> {
  const db = await getDb();
  const [found] = await db
    .select({
      conversationId: contextSnapshot.conversationId,
      messageId: run.messageId,
      team: run.team,
    })
    .from(contextSnapshot)
    .innerJoin(run, eq(run.id, contextSnapshot.runId))
    .innerJoin(conversation, eq(conversation.id, contextSnapshot.conversationId))
    .where(and(eq(contextSnapshot.id, snapshotId), visibleConversation(actor, 'context.fork')));
  return found ?? null;
}
