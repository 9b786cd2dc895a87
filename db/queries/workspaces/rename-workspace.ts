import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** False when the actor may not. */
export async function renameWorkspace(actor: QueryActor, workspaceId: string, name: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .update(workspace)
    .set({ name })
    .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'workspace.manage')))
    .returning({ id: workspace.id });
  return rows.length > 0;
}
