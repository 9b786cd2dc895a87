import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { team, teamVersion } from '../../schema/teams';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import { memberOf } from '../member-of';

/** Saves a team as its version 1 and returns its id, or null when the actor may not write in that workspace. */
export async function insertTeam(
  actor: QueryActor,
  { workspaceId, definition }: { workspaceId: string; definition: TeamDefinition },
): Promise<string | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'team.create')));
    if (!allowed) return null;
    const id = uuidv7();
    await tx.insert(team).values({ id, workspaceId, ownerId: actor.userId, name: definition.name });
    await tx.insert(teamVersion).values({ teamId: id, version: 1, definition });
    return id;
  });
}
