import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { type ChosenAnswer, conversation, type MessagePart, message } from '../../schema/conversations';
import { reliabilityObservation, reliabilityOff } from '../../schema/reliability';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { RunObservation } from '../../types/run-observation';
import { visibleConversation } from '../conversations/visible-conversation';

/**
 * Stores with a finished run's message which answer a person chose, and what follows from that for its members. The message then says
 * `text`; what the run said stays in its result and its log. False when the actor may not, or the run is not finished.
 */
export async function saveChoice(
  actor: QueryActor,
  runId: string,
  choice: { chosen: ChosenAnswer; text: string; observations: RunObservation[] },
): Promise<boolean> {
  const db = await getDb();
  const { chosen, text, observations } = choice;
  const parts: MessagePart[] = [{ type: 'text', text }];
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({
        messageId: run.answerMessageId,
        workspaceId: run.workspaceId,
        isImported: run.isImported,
        kind: sql<string | null>`${run.result} ->> 'kind'`,
      })
      .from(run)
      .innerJoin(conversation, eq(conversation.id, run.conversationId))
      .where(and(eq(run.id, runId), eq(run.status, 'finished'), visibleConversation(actor, 'run.control')));
    if (!found) return false;
    await tx.update(message).set({ chosen, parts }).where(eq(message.id, found.messageId));
    const off = await tx.select().from(reliabilityOff).where(eq(reliabilityOff.workspaceId, found.workspaceId));
    if (found.isImported || off.length > 0 || observations.length === 0) return true;
    await tx.delete(reliabilityObservation).where(eq(reliabilityObservation.runId, runId));
    await tx.insert(reliabilityObservation).values(
      observations.map((observation) => ({
        ...observation,
        // A correction by a person stays.
        kind: found.kind ?? observation.kind,
        runId,
        workspaceId: found.workspaceId,
      })),
    );
    return true;
  });
}
