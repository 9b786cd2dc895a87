import { and, desc, eq, gte, lt } from 'drizzle-orm';
import { getDb } from '../../client';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { RunResult } from '../../types/run-result';
import type { RunStatus } from '../../types/run-status';
import { memberOf } from '../member-of';

export interface RunOutcome {
  team: string;
  status: RunStatus;
  result: RunResult | null;
}

/** How the newest runs of a workspace went, for who manages it. */
export async function selectRunOutcomes(
  actor: QueryActor,
  workspaceId: string,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<RunOutcome[]> {
  const db = await getDb();
  const rows = await db
    .select({ team: run.team, status: run.status, result: run.result })
    .from(run)
    .where(
      and(
        eq(run.workspaceId, workspaceId),
        memberOf(actor, run.workspaceId, 'insights.read'),
        gte(run.createdAt, from),
        lt(run.createdAt, to),
      ),
    )
    .orderBy(desc(run.createdAt))
    .limit(limit);
  return rows.map(({ team, ...row }) => ({ ...row, team: team.name ?? '' }));
}
