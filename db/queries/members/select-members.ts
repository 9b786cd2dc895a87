import { and, asc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { user } from '../../schema/auth';
import { membership, workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export interface MemberRecord {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** Everybody in a workspace, by name, for its members; nobody for everybody else. */
export async function selectMembers(actor: QueryActor, workspaceId: string): Promise<MemberRecord[]> {
  const db = await getDb();
  return (
    db
      .select({
        userId: membership.userId,
        name: user.name,
        email: user.email,
        role: membership.role,
        joinedAt: membership.createdAt,
      })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      // By the workspace's own id: in the condition, `membership` is the actor's.
      .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'workspace.read')))
      .orderBy(asc(user.name), asc(user.id))
  );
}
