import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';
import { LATER_ACTOR } from '../member-of';

export interface RunRecord {
  id: string;
  conversationId: string;
  status: 'queued' | 'running' | 'finished' | 'stopped' | 'failed';
  /** Seq of the terminal event; 0 while the run is not over. */
  seq: number;
}

const findVisible = {
  read: prepared((db) => visibleRun(db, 'read')),
  write: prepared((db) => visibleRun(db, 'write')),
};

function visibleRun(db: Db, need: 'read' | 'write') {
  return db
    .select({ id: run.id, conversationId: run.conversationId, status: run.status, seq: run.seq })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(eq(run.id, sql.placeholder('runId')), visibleConversation(LATER_ACTOR, need)))
    .prepare(`find_run_${need}`);
}

/** The run, when the actor may see it (`read`) or control it (`write`); `null` also for one that does not exist. */
export async function findRun(actor: QueryActor, runId: string, need: 'read' | 'write'): Promise<RunRecord | null> {
  const query = await findVisible[need]();
  const [found] = await query.execute({ runId, userId: actor.userId });
  return found ?? null;
}
