import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import type { TeamRecord } from '../../types/team-record';
import { memberOf } from '../member-of';
import { teamColumns } from './team-columns';

/** The current version of a team, or null when the actor may not see it. */
export async function findTeam(actor: QueryActor, id: string): Promise<TeamRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select(teamColumns)
    .from(team)
    .innerJoin(teamVersion, and(eq(teamVersion.teamId, team.id), eq(teamVersion.version, team.version)))
    .where(and(eq(team.id, id), memberOf(actor, team.workspaceId, 'team.read')));
  return found ?? null;
}
