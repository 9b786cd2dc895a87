import { and, eq, exists, inArray, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { rolesThatMay } from '../../permissions/permissions';
import { user } from '../../schema/auth';
import { trustedOrigin } from '../../schema/trusted-origins';
import type { QueryActor } from '../../types/query-actor';

const OWNERS = rolesThatMay('trustedOrigin.manage', 'shown').filter((role) => role !== 'viewer');

/** True when model requests of this person may go to the origin: the owner trusts it, for everybody or for themselves. */
export async function isOriginTrustedFor(actor: QueryActor, origin: string): Promise<boolean> {
  const db = await getDb();
  const isOwner = exists(
    db
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.id, actor.userId), inArray(user.role, OWNERS))),
  );
  const rows = await db
    .select({ id: trustedOrigin.id })
    .from(trustedOrigin)
    .where(and(eq(trustedOrigin.origin, origin), or(eq(trustedOrigin.forMembers, true), isOwner)))
    .limit(1);
  return rows.length > 0;
}
