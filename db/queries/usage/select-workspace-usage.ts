import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import { run } from '../../schema/runs';
import { usageEntry } from '../../schema/usage';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export type WorkspaceGrouping = 'day' | 'person' | 'team' | 'model';

export interface WorkspaceUsageRow {
  /** The day, the person's id, the team's or the model's name; null for teams of runs that are deleted. */
  key: string | null;
  /** The person's name, the model's backend. */
  name: string | null;
  runs: number;
  inputTokens: number;
  outputTokens: number;
  unpricedTokens: number;
  costUsd: number | null;
}

const KEY: Record<WorkspaceGrouping, SQL<string | null>> = {
  day: sql`to_char(${usageEntry.at} at time zone 'UTC', 'YYYY-MM-DD')`,
  person: sql`${usageEntry.userId}::text`,
  team: sql`${run.team} ->> 'name'`,
  model: sql`${usageEntry.model}`,
};
const NAME: Record<WorkspaceGrouping, SQL<string | null>> = {
  day: sql`null::text`,
  person: sql`max(${user.name})`,
  team: sql`null::text`,
  model: sql`max(${usageEntry.backend})`,
};

/** What the ended runs of a workspace have used, for who manages it: days in their order, everything else dearest first. */
export async function selectWorkspaceUsage(
  actor: QueryActor,
  workspaceId: string,
  { by, from, to }: { by: WorkspaceGrouping; from: Date; to: Date },
): Promise<WorkspaceUsageRow[]> {
  const db = await getDb();
  const sum = (column: typeof usageEntry.inputTokens) => sql<number>`sum(${column})`.mapWith(Number);
  return db
    .select({
      key: KEY[by],
      name: NAME[by],
      runs: sql<number>`count(distinct ${usageEntry.runId})`.mapWith(Number),
      inputTokens: sum(usageEntry.inputTokens),
      outputTokens: sum(usageEntry.outputTokens),
      unpricedTokens: sum(usageEntry.unpricedTokens),
      costUsd: sql<number | null>`sum(${usageEntry.costUsd})`,
    })
    .from(usageEntry)
    .leftJoin(user, eq(user.id, usageEntry.userId))
    .leftJoin(run, eq(run.id, usageEntry.runId))
    .where(
      and(
        eq(usageEntry.workspaceId, workspaceId),
        memberOf(actor, usageEntry.workspaceId, 'insights.read'),
        gte(usageEntry.at, from),
        lt(usageEntry.at, to),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(by === 'day' ? sql`1` : sql`sum(${usageEntry.costUsd}) desc nulls last, 1`)
    .limit(1000);
}
