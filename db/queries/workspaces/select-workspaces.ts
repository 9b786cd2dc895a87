import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
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
  members: number;
  createdAt: Date;
}

/** The workspaces of which the actor is a member, oldest first: the personal one, made with the person, comes first. */
export function selectWorkspaces(actor: QueryActor): Promise<WorkspaceRecord[]> {
  return select(actor);
}

/** One of them; `null` for any other. */
export async function findWorkspace(actor: QueryActor, workspaceId: string): Promise<WorkspaceRecord | null> {
  const [found] = await select(actor, eq(workspace.id, workspaceId));
  return found ?? null;
}

async function select(actor: QueryActor, which?: SQL): Promise<WorkspaceRecord[]> {
  const db = await getDb();
  const rows = await db
    .select({
      id: workspace.id,
      name: workspace.name,
      role: membership.role,
      personalOf: workspace.personalOf,
      members: sql<number>`(select count(*)::int from membership m where m.workspace_id = workspace.id)`,
      createdAt: workspace.createdAt,
    })
    .from(workspace)
    .innerJoin(membership, and(eq(membership.workspaceId, workspace.id), eq(membership.userId, actor.userId)))
    .where(and(which, memberOf(actor, workspace.id, 'workspace.read')))
    .orderBy(asc(workspace.id));
  return rows.map(({ personalOf, ...row }) => ({ ...row, personal: personalOf === actor.userId }));
}
