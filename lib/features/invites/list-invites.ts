import 'server-only';
import { rolesThatMay } from '@/db/permissions/permissions';
import type { InviteRecord } from '@/db/queries/invites/invite-columns';
import { deleteInvite, selectInvites } from '@/db/queries/invites/select-invites';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import { refuseWorkspace } from '@/lib/features/workspaces/refuse-workspace';
import { texts } from '@/lib/features/workspaces/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** Throws `forbidden` to members who do not manage the workspace, `not_found` to others. */
export async function listInvites(actor: Actor, workspaceId: string): Promise<InviteRecord[]> {
  await requireManager(actor, workspaceId);
  return selectInvites(actor, workspaceId);
}

/** Takes an invite back: its link is then like one that never was. Throws as `listInvites`. */
export async function revokeInvite(actor: Actor, workspaceId: string, inviteId: string): Promise<void> {
  await requireManager(actor, workspaceId);
  if (!(await deleteInvite(actor, workspaceId, inviteId))) throw new AppError('not_found', texts.noSuchInvite);
  await record(actor, { workspaceId, action: 'invite.revoke', target: { kind: 'invite', id: inviteId } });
}

async function requireManager(actor: Actor, workspaceId: string): Promise<void> {
  const place = await findWorkspace(actor, workspaceId);
  if (!place || !rolesThatMay('workspace.manage', 'shown').includes(place.role))
    await refuseWorkspace(actor, workspaceId);
}
