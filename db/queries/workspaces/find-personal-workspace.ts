import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** Where what the actor makes belongs unless they say otherwise: their personal workspace, or the one that their API key is for. */
export async function findPersonalWorkspace(actor: QueryActor): Promise<string> {
  if (actor.onlyIn) return actor.onlyIn;
  const db = await getDb();
  const [found] = await db
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.personalOf, actor.userId), memberOf(actor, workspace.id, 'conversation.create')));
  if (!found) throw new Error(`The user ${actor.userId} has no personal workspace.`);
  return found.id;
}
