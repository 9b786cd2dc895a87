import { and, eq, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { membership, workspace } from '../../schema/workspaces';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** What becomes of a member: another role, none, or the ownership of who gives it away. */
export type MemberChange = { role: Role } | 'remove' | 'transfer';

export type MemberChanged =
  | { ok: true; before: Role }
  | { ok: false; because: 'no_workspace' | 'no_member' | 'forbidden' | 'last_owner' | 'personal' };

/**
 * Changes a membership as far as the actor may: administrators manage members, owners also owners, and everybody may go. One change of a
 * workspace at a time, so that two owners who leave in the same moment do not leave it without any.
 */
export async function changeMember(
  actor: QueryActor,
  workspaceId: string,
  userId: string,
  change: MemberChange,
): Promise<MemberChanged> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [place] = await tx
      .select({
        isPersonal: sql<boolean>`${workspace.personalOf} is not null`,
        manages: held(actor, 'workspace.manage'),
        owns: held(actor, 'workspace.own'),
      })
      .from(workspace)
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'workspace.read')))
      .for('update');
    if (!place) return { ok: false, because: 'no_workspace' };
    const target = and(eq(membership.workspaceId, workspaceId), eq(membership.userId, userId));
    const [member] = await tx.select({ role: membership.role }).from(membership).where(target);
    if (!member) return { ok: false, because: 'no_member' };
    if (place.isPersonal) return { ok: false, because: 'personal' };
    const leaves = change === 'remove' && userId === actor.userId;
    const becomes = change === 'transfer' ? 'owner' : change === 'remove' ? null : change.role;
    const needsOwner = change === 'transfer' || becomes === 'owner' || member.role === 'owner';
    if (!leaves && !(needsOwner ? place.owns : place.manages)) return { ok: false, because: 'forbidden' };
    if (member.role === 'owner' && becomes !== 'owner' && (await countOwners(tx, workspaceId)) === 1)
      return { ok: false, because: 'last_owner' };
    if (becomes === null) await tx.delete(membership).where(target);
    else await tx.update(membership).set({ role: becomes }).where(target);
    if (change === 'transfer' && userId !== actor.userId)
      await tx
        .update(membership)
        .set({ role: 'admin' })
        .where(and(eq(membership.workspaceId, workspaceId), eq(membership.userId, actor.userId)));
    return { ok: true, before: member.role };
  });
}

function held(actor: QueryActor, permission: 'workspace.manage' | 'workspace.own'): SQL<boolean> {
  return sql<boolean>`${memberOf(actor, workspace.id, permission)}`;
}

async function countOwners(tx: Db, workspaceId: string): Promise<number> {
  const owners = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .where(and(eq(membership.workspaceId, workspaceId), eq(membership.role, 'owner')));
  return owners.length;
}
