import { and, eq, exists, inArray, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { membership, type WORKSPACE_ROLES } from '../schema/workspaces';
import type { QueryActor } from '../types/query-actor';

/** What a person may do in a workspace: viewers read, members write, administrators and owners manage. */
export type Need = 'read' | 'write' | 'manage';

type Role = (typeof WORKSPACE_ROLES)[number];

const ROLES: Record<Need, Role[]> = {
  read: ['owner', 'admin', 'member', 'viewer'],
  write: ['owner', 'admin', 'member'],
  manage: ['owner', 'admin'],
};

/** In a prepared query: the actor whose `userId` is given at each execution. */
export const LATER_ACTOR = { userId: sql.placeholder('userId') as Placeholder<'userId', string> };

/**
 * The condition that the actor belongs to a row's workspace with a role that allows `need`. Every query on a table
 * with a `workspaceId` has it in its `where`; a test reads the files of this folder for it.
 */
export function memberOf(actor: QueryActor | typeof LATER_ACTOR, workspaceId: PgColumn, need: Need): SQL {
  const found = new QueryBuilder()
    .select({ one: sql`1` })
    .from(membership)
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        eq(membership.userId, actor.userId),
        inArray(membership.role, ROLES[need]),
      ),
    );
  return exists(found);
}
