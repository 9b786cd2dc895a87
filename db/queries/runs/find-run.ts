import { and, eq, type SQL, sql } from 'drizzle-orm';
import { prepared } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';
import { actorValues, LATER_ACTOR, permitted } from '../member-of';

export interface RunRecord {
  id: string;
  conversationId: string;
  workspaceId: string;
  status: 'queued' | 'running' | 'finished' | 'stopped' | 'failed';
  /** Who started it. */
  /** `null` = somebody whose account has been erased. */
  createdBy: string | null;
  /** Seq of the terminal event; 0 while the run is not over. */
  seq: number;
}

/** What somebody wants of a run: to see it, to control it, to decide on what it asks. */
export type RunNeed = 'read' | 'write' | 'decide';

const findVisible = {
  read: prepared((db) => visibleRun(db, 'read', visibleConversation(LATER_ACTOR, 'run.read'))),
  write: prepared((db) => visibleRun(db, 'write', visibleConversation(LATER_ACTOR, 'run.control'))),
  decide: prepared((db) => visibleRun(db, 'decide', decidable())),
};

/** Whoever decides sees the run; an approval is the own of who started it. */
function decidable(): SQL | undefined {
  const { workspaceId, visibility } = conversation;
  const own = eq(run.createdBy, LATER_ACTOR.userId);
  const allowed = permitted(LATER_ACTOR, 'approval.decide', { workspaceId, own, shown: eq(visibility, 'workspace') });
  return and(visibleConversation(LATER_ACTOR, 'run.read'), allowed);
}

function visibleRun(db: Db, need: RunNeed, allowed: SQL | undefined) {
  return db
    .select({
      id: run.id,
      conversationId: run.conversationId,
      workspaceId: run.workspaceId,
      status: run.status,
      createdBy: run.createdBy,
      seq: run.seq,
    })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(eq(run.id, sql.placeholder('runId')), allowed))
    .prepare(`find_run_${need}`);
}

/** The run, when the actor may do that; `null` also for one that does not exist. */
export async function findRun(actor: QueryActor, runId: string, need: RunNeed): Promise<RunRecord | null> {
  const query = await findVisible[need]();
  const [found] = await query.execute({ runId, ...actorValues(actor) });
  return found ?? null;
}
