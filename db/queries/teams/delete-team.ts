import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { team } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** Deletes a team with all its versions; runs keep their own copy. False when the actor may not. */
export async function deleteTeam(actor: QueryActor, id: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(team)
    .where(and(eq(team.id, id), memberOf(actor, team.workspaceId, 'team.write')))
    .returning({ id: team.id });
  return rows.length > 0;
}
