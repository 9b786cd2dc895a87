import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { invite } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { type InviteRecord, inviteColumns } from './invite-columns';

/** The invites of a workspace that can still be used, newest first, for who manages it. */
export async function selectInvites(actor: QueryActor, workspaceId: string): Promise<InviteRecord[]> {
  const db = await getDb();
  return db
    .select(inviteColumns)
    .from(invite)
    .where(
      and(
        eq(invite.workspaceId, workspaceId),
        memberOf(actor, invite.workspaceId, 'workspace.manage'),
        gt(invite.expiresAt, sql`now()`),
        lt(invite.uses, invite.maxUses),
      ),
    )
    .orderBy(desc(invite.id));
}

/** Takes an invite back. False when there is none that the actor may take back. */
export async function deleteInvite(actor: QueryActor, workspaceId: string, inviteId: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(invite)
    .where(
      and(
        eq(invite.id, inviteId),
        eq(invite.workspaceId, workspaceId),
        memberOf(actor, invite.workspaceId, 'workspace.manage'),
      ),
    )
    .returning({ id: invite.id });
  return rows.length > 0;
}
