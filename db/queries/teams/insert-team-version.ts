import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import { memberOf } from '../member-of';

/** Makes the definition the team's next version. False when the actor may not change it. */
export async function insertTeamVersion(actor: QueryActor, id: string, definition: TeamDefinition): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(team)
      .set({ name: definition.name, version: sql`${team.version} + 1`, updatedAt: sql`now()` })
      .where(and(eq(team.id, id), memberOf(actor, team.workspaceId, 'write')))
      .returning({ version: team.version });
    if (!changed) return false;
    await tx.insert(teamVersion).values({ teamId: id, version: changed.version, definition });
    return true;
  });
}
