import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import { changeableTeam } from './changeable-team';

/**
 * Makes the definition the next version of a team that is at the version `from`. `stale` = it is not any more; `forbidden` = the actor may
 * not change it.
 */
export async function insertTeamVersion(
  actor: QueryActor,
  id: string,
  definition: TeamDefinition,
  from: number,
): Promise<'saved' | 'stale' | 'forbidden'> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const mayChange = and(eq(team.id, id), changeableTeam(actor));
    const [changed] = await tx
      .update(team)
      .set({ name: definition.name, version: sql`${team.version} + 1`, updatedAt: sql`now()` })
      .where(and(mayChange, eq(team.version, from)))
      .returning({ version: team.version });
    if (!changed) {
      const [other] = await tx.select({ version: team.version }).from(team).where(mayChange);
      return other ? 'stale' : 'forbidden';
    }
    await tx.insert(teamVersion).values({ teamId: id, version: changed.version, definition });
    return 'saved';
  });
}
