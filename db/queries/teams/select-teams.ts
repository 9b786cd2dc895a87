import { and, desc, eq, lt } from 'drizzle-orm';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import type { TeamRecord } from '../../types/team-record';
import { memberOf } from '../member-of';
import { teamColumns } from './team-columns';

/** Teams that the actor may use, newest first, below the id `before` if given. */
export async function selectTeams(actor: QueryActor, limit: number, before: string | null): Promise<TeamRecord[]> {
  const db = await getDb();
  return db
    .select(teamColumns)
    .from(team)
    .innerJoin(teamVersion, and(eq(teamVersion.teamId, team.id), eq(teamVersion.version, team.version)))
    .where(and(memberOf(actor, team.workspaceId, 'team.read'), before ? lt(team.id, before) : undefined))
    .orderBy(desc(team.id))
    .limit(limit);
}
