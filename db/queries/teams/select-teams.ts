import { and, desc, eq, lt } from 'drizzle-orm';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import type { TeamRecord } from '../../types/team-record';
import { memberOf } from '../member-of';
import { teamColumns } from './team-columns';

interface TeamFilter {
  /** The last of the page before. */
  before: string | null;
  workspaceId?: string | undefined;
}

/** Teams that the actor may use, newest first. */
export async function selectTeams(actor: QueryActor, limit: number, filter: TeamFilter): Promise<TeamRecord[]> {
  const db = await getDb();
  const { before, workspaceId } = filter;
  return db
    .select(teamColumns)
    .from(team)
    .innerJoin(teamVersion, and(eq(teamVersion.teamId, team.id), eq(teamVersion.version, team.version)))
    .where(
      and(
        memberOf(actor, team.workspaceId, 'team.read'),
        before ? lt(team.id, before) : undefined,
        workspaceId ? eq(team.workspaceId, workspaceId) : undefined,
      ),
    )
    .orderBy(desc(team.id))
    .limit(limit);
}
