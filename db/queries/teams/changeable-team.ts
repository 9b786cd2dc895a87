import { eq, type SQL, sql } from 'drizzle-orm';
import { team } from '../../schema/teams';
import type { QueryActor } from '../../types/query-actor';
import { permitted } from '../member-of';

/** The condition that the actor may change a team: it is theirs, or they manage its workspace, to which every team is shown. */
export function changeableTeam(actor: QueryActor): SQL | undefined {
  return permitted(actor, 'team.write', {
    workspaceId: team.workspaceId,
    own: eq(team.ownerId, actor.userId),
    shown: sql`true`,
  });
}
