import { and, eq, inArray, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { run } from '../../schema/runs';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** The runs of a workspace that the actor may delete which are not over. */
export async function selectRunsOfWorkspace(actor: QueryActor, workspaceId: string): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select({ id: run.id })
    .from(run)
    .where(
      and(
        eq(run.workspaceId, workspaceId),
        inArray(run.status, ['queued', 'running']),
        memberOf(actor, run.workspaceId, 'workspace.own'),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Deletes a workspace with everything in it. False when the actor may not, and for personal ones. */
export async function removeWorkspace(actor: QueryActor, workspaceId: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(workspace)
    .where(
      and(eq(workspace.id, workspaceId), isNull(workspace.personalOf), memberOf(actor, workspace.id, 'workspace.own')),
    )
    .returning({ id: workspace.id });
  return rows.length > 0;
}
