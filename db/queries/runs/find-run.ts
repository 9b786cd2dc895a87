import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export interface RunRecord {
  id: string;
  conversationId: string;
  status: 'queued' | 'running' | 'finished' | 'stopped' | 'failed';
  /** Seq of the last committed event. */
  seq: number;
}

/** The run, when the actor may see it (`read`) or control it (`write`); `null` also for one that does not exist. */
export async function findRun(actor: QueryActor, runId: string, need: 'read' | 'write'): Promise<RunRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select({ id: run.id, conversationId: run.conversationId, status: run.status, seq: run.seq })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(eq(run.id, runId), visibleConversation(actor, need)));
  return found ?? null;
}
