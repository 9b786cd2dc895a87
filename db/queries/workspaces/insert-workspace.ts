import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { membership, workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';

/** Makes a workspace, of which the actor is then the owner, and returns its id. */
export async function insertWorkspace(actor: QueryActor, name: string): Promise<string> {
  const db = await getDb();
  const id = uuidv7();
  await db.transaction(async (tx) => {
    await tx.insert(workspace).values({ id, name });
    await tx.insert(membership).values({ workspaceId: id, userId: actor.userId, role: 'owner' });
  });
  return id;
}
