import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { reliabilityOff } from '../../schema/reliability';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** Switches learning on or off in a workspace, as far as the actor may. */
export async function setLearning(actor: QueryActor, workspaceId: string, isOn: boolean): Promise<void> {
  const db = await getDb();
  const managed = and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'reliability.manage'));
  const allowed = db.select({ workspaceId: workspace.id }).from(workspace).where(managed);
  if (isOn) await db.delete(reliabilityOff).where(sql`${reliabilityOff.workspaceId} in ${allowed}`);
  else await db.insert(reliabilityOff).select(allowed).onConflictDoNothing();
}
