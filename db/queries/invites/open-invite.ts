import { and, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { user } from '../../schema/auth';
import { invite, membership, workspace } from '../../schema/workspaces';
import { memberOf } from '../member-of';
import { insertUser, type NewUser } from '../users/insert-user';

export interface OpenInvite {
  id: string;
  workspaceId: string;
  workspaceName: string;
  inviterName: string;
  role: Role;
  email: string | null;
  expiresAt: Date;
}

/** An invite that can be used now, by the hash of its token, which is all that whoever follows the link has. */
export async function findOpenInvite(tokenHash: string): Promise<OpenInvite | null> {
  const db = await getDb();
  const [found] = await db
    .select({
      id: invite.id,
      workspaceId: invite.workspaceId,
      workspaceName: workspace.name,
      inviterName: user.name,
      role: invite.role,
      email: invite.email,
      expiresAt: invite.expiresAt,
    })
    .from(invite)
    .innerJoin(workspace, eq(workspace.id, invite.workspaceId))
    .innerJoin(user, eq(user.id, invite.invitedBy))
    .where(usable(tokenHash));
  return found ?? null;
}

export type Redeemed =
  | { ok: true; userId: string; workspaceId: string; role: Role; isNew: boolean }
  | { ok: false; because: 'dead' | 'has_account' };

/**
 * Makes somebody a member, if need be with an account, and counts the use: all of it or nothing. Who is a member already keeps their role,
 * and nothing is used. `dead` = the invite cannot be used any more: of several at once, no more than it is for succeed.
 */
export async function redeemInvite(tokenHash: string, who: { userId: string } | NewUser): Promise<Redeemed> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: invite.id, workspaceId: invite.workspaceId, role: invite.role })
      .from(invite)
      .where(usable(tokenHash))
      .for('update');
    if (!open) return { ok: false, because: 'dead' };
    const userId = 'userId' in who ? who.userId : (await insertUser(tx, who))?.id;
    if (userId === undefined) return { ok: false, because: 'has_account' };
    const { workspaceId, role } = open;
    const made = await tx
      .insert(membership)
      .values({ workspaceId, userId, role })
      .onConflictDoNothing()
      .returning({ userId: membership.userId });
    if (made.length === 0) return { ok: true, userId, workspaceId, role, isNew: false };
    await tx
      .update(invite)
      .set({ uses: sql`${invite.uses} + 1` })
      .where(eq(invite.id, open.id));
    return { ok: true, userId, workspaceId, role, isNew: true };
  });
}

/** Not expired, not used up, and who made it could still make it. */
function usable(tokenHash: string): SQL | undefined {
  const inviter = { userId: sql`${invite.invitedBy}` };
  return and(
    eq(invite.tokenHash, tokenHash),
    gt(invite.expiresAt, sql`now()`),
    lt(invite.uses, invite.maxUses),
    or(
      memberOf(inviter, invite.workspaceId, 'workspace.own'),
      and(sql`${invite.role} <> 'owner'`, memberOf(inviter, invite.workspaceId, 'workspace.manage')),
    ),
  );
}
