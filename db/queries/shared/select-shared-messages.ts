import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { type ChosenAnswer, type MessagePart, message } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { RunStatus } from '../../types/run-status';

export interface SharedMessage {
  id: string;
  parentId: string | null;
  role: 'user' | 'assistant';
  parts: MessagePart[];
  chosen: ChosenAnswer | null;
  createdAt: Date;
  /** Of an answer: the run that writes it. `seq` = of its last event, once it is over. */
  run: { id: string; status: RunStatus; seq: number; endedAt: Date | null; isSimulated: boolean } | null;
}

/** The shape of a conversation that somebody was allowed to open: all its messages without their texts, oldest first. */
export async function selectSharedTree(conversationId: string): Promise<{ id: string; parentId: string | null }[]> {
  const db = await getDb();
  return db
    .select({ id: message.id, parentId: message.parentId })
    .from(message)
    .where(eq(message.conversationId, conversationId))
    .orderBy(asc(message.id));
}

/** Whether nobody in the run's team was a language model, as `isSimulation` says it. */
function isSimulation(): SQL<boolean> {
  return sql<boolean>`not jsonb_path_exists(${run.team}, '$.agents[*].backend.type ? (@ != "demo")')`;
}

/** Some messages of it, oldest first. */
export async function selectSharedMessages(messageIds: string[]): Promise<SharedMessage[]> {
  const db = await getDb();
  return db
    .select({
      id: message.id,
      parentId: message.parentId,
      role: message.role,
      parts: message.parts,
      chosen: message.chosen,
      createdAt: message.createdAt,
      run: { id: run.id, status: run.status, seq: run.seq, endedAt: run.endedAt, isSimulated: isSimulation() },
    })
    .from(message)
    .leftJoin(run, eq(run.answerMessageId, message.id))
    .where(sql`${message.id} = any(${sql.param(messageIds)}::uuid[])`)
    .orderBy(asc(message.id));
}
