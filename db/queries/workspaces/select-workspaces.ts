import { and, asc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { membership, workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export interface WorkspaceRecord {
  id: string;
  name: string;
  role: Role;
  personal: boolean;
  createdAt: Date;
}

/** The workspaces of which the actor is a member, oldest first: the personal one, made with the person, comes first. */
export async function selectWorkspaces(actor: QueryActor): Promise<WorkspaceRecord[]> {
  const db = await getDb();
  const rows = await db
    .select({
      id: workspace.id,
      name: workspace.name,
      role: membership.role,
      personalOf: workspace.personalOf,
      createdAt: workspace.createdAt,
    })
    .from(workspace)
    .innerJoin(membership, and(eq(membership.workspaceId, workspace.id), eq(membership.userId, actor.userId)))
    .where(memberOf(actor, workspace.id, 'workspace.read'))
    .orderBy(asc(workspace.id));
  return rows.map(({ personalOf, ...row }) => ({ ...row, personal: personalOf === actor.userId }));
}
