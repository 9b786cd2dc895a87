import { and, eq, exists, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { type Permission, type Relation, rolesThatMay } from '../permissions/permissions';
import { membership } from '../schema/workspaces';
import type { QueryActor } from '../types/query-actor';

/** In a prepared query: the actor who is given at each execution, by `actorValues`. */
export const LATER_ACTOR = {
  userId: sql.placeholder('userId') as Placeholder<'userId', string>,
  onlyIn: sql.placeholder('onlyIn') as Placeholder<'onlyIn', string | null>,
};

/** The values of `LATER_ACTOR`. */
export function actorValues({ userId, onlyIn = null }: QueryActor): { userId: string; onlyIn: string | null } {
  return { userId, onlyIn };
}

/** In a query about many people: the column that says who. */
interface ColumnActor {
  userId: SQL;
  onlyIn?: SQL;
}

export type AnyActor = QueryActor | typeof LATER_ACTOR | ColumnActor;

/**
 * The condition that the actor has a role in a row's workspace that the permission asks for, of what stands to them in this way. Every
 * query on a table with a `workspaceId` has it in its `where`; a test reads the files of this folder for it.
 */
export function memberOf(
  actor: AnyActor,
  workspaceId: PgColumn,
  permission: Permission,
  relation: Relation = 'shown',
): SQL {
  const roles = rolesThatMay(permission, relation);
  if (roles.length === 0) return sql`false`;
  const found = new QueryBuilder()
    .select({ one: sql`1` })
    .from(membership)
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        eq(membership.userId, actor.userId),
        inArray(membership.role, roles),
        reaches(actor),
      ),
    );
  return exists(found);
}

/** An API key may be for one workspace alone. */
function reaches({ onlyIn }: AnyActor): SQL | undefined {
  if (onlyIn === undefined || onlyIn === null) return undefined;
  if (typeof onlyIn === 'string') return eq(membership.workspaceId, onlyIn);
  return sql`(${onlyIn}::uuid is null or ${membership.workspaceId} = ${onlyIn}::uuid)`;
}

/** A row as the permission table sees it. */
interface Row extends Record<Relation, SQL> {
  workspaceId: PgColumn;
}

/** The condition that the permission table allows the actor this with a row, which may be their own and may be shown to its workspace. */
export function permitted(actor: AnyActor, permission: Permission, { workspaceId, own, shown }: Row): SQL | undefined {
  const member = (relation: Relation) => memberOf(actor, workspaceId, permission, relation);
  const [forOwn, forShown] = [rolesThatMay(permission, 'own'), rolesThatMay(permission, 'shown')];
  if (forOwn.length === forShown.length) return and(member('own'), or(own, shown));
  return or(and(own, member('own')), and(shown, member('shown')));
}
