import { and, eq, exists, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { reliabilityObservation } from '../../schema/reliability';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

/** Says of what kind a run's task was, where the rule was mistaken. False when the actor may not, or the run is not over. */
export async function changeKind(actor: QueryActor, runId: string, kind: string): Promise<boolean> {
  const db = await getDb();
  const place = db
    .select({ one: sql`1` })
    .from(conversation)
    .where(and(eq(conversation.id, run.conversationId), visibleConversation(actor, 'run.control')));
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(run)
      .set({ result: sql`jsonb_set(${run.result}, '{kind}', to_jsonb(${kind}::text))` })
      .where(and(eq(run.id, runId), sql`${run.result} is not null`, exists(place)))
      .returning({ id: run.id });
    if (changed.length === 0) return false;
    await tx.update(reliabilityObservation).set({ kind }).where(eq(reliabilityObservation.runId, runId));
    return true;
  });
}
