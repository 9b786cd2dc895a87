import { and, eq, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { invite, workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { type InviteRecord, inviteColumns } from './invite-columns';

export interface NewInvite {
  workspaceId: string;
  tokenHash: string;
  role: Role;
  email: string | null;
  maxUses: number;
  expiresAt: Date;
}

/** Null when the actor may not: administrators invite, only owners invite owners, and nobody into a personal workspace. */
export async function insertInvite(actor: QueryActor, values: NewInvite): Promise<InviteRecord | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const needs = values.role === 'owner' ? 'workspace.own' : 'workspace.manage';
    const [allowed] = await tx
      .select({ one: sql`1` })
      .from(workspace)
      .where(
        and(eq(workspace.id, values.workspaceId), isNull(workspace.personalOf), memberOf(actor, workspace.id, needs)),
      );
    if (!allowed) return null;
    const [made] = await tx
      .insert(invite)
      .values({ id: uuidv7(), invitedBy: actor.userId, ...values })
      .returning(inviteColumns);
    return made ?? null;
  });
}
