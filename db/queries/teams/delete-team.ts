import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { team } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import { changeableTeam } from './changeable-team';

/** Deletes a team with all its versions; runs keep their own copy. False when the actor may not. */
export async function deleteTeam(actor: QueryActor, id: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(team)
    .where(and(eq(team.id, id), changeableTeam(actor)))
    .returning({ id: team.id });
  return rows.length > 0;
}
