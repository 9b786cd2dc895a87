import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** The id of the actor's personal workspace, in which what they make belongs unless they say otherwise. */
export async function findPersonalWorkspace(actor: QueryActor): Promise<string> {
  const db = await getDb();
  const [found] = await db
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.personalOf, actor.userId), memberOf(actor, workspace.id, 'conversation.create')));
  if (!found) throw new Error(`The user ${actor.userId} has no personal workspace.`);
  return found.id;
}
