import 'server-only';
import type { Role } from '@/db/permissions/permissions';
import { changeMember, type MemberChange } from '@/db/queries/members/change-member';
import type { MemberRecord } from '@/db/queries/members/select-members';
import { record } from '@/lib/features/audit/record';
import { texts as common } from '@/lib/features/texts';
import { texts } from '@/lib/features/workspaces/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { AppError } from '@/lib/platform/errors/app-error';
import { listMembers } from './list-members';
import { forgetNames } from './member-names';

interface Membership {
  workspaceId: string;
  userId: string;
}

/**
 * Gives a member another role. Throws `forbidden` without the right, `not_found` for strangers and who is no member, `conflict` when no
 * owner would be left.
 */
export async function changeRole(actor: Actor, { workspaceId, userId }: Membership, role: Role): Promise<MemberRecord> {
  const before = await change(actor, { workspaceId, userId }, { role });
  await record(actor, {
    ...{ workspaceId, action: 'member.role', target: { kind: 'person', id: userId } },
    details: { from: before, to: role },
  });
  const member = (await listMembers(actor, workspaceId)).find((candidate) => candidate.userId === userId);
  if (!member) throw new AppError('not_found', texts.noSuchMember);
  return member;
}

/** Takes somebody out of a workspace, or lets the actor leave. What they published stays. Throws as `changeRole`. */
export async function removeMember(actor: Actor, { workspaceId, userId }: Membership): Promise<void> {
  const role = await change(actor, { workspaceId, userId }, 'remove');
  await record(actor, {
    ...{ workspaceId, action: userId === actor.userId ? 'member.leave' : 'member.remove' },
    ...{ target: { kind: 'person', id: userId }, details: { role } },
  });
}

/** Makes somebody else the owner; the actor is then an administrator. Throws as `changeRole`. */
export async function transferWorkspace(actor: Actor, { workspaceId, userId }: Membership): Promise<void> {
  const before = await change(actor, { workspaceId, userId }, 'transfer');
  await record(actor, {
    ...{ workspaceId, action: 'workspace.transfer', target: { kind: 'person', id: userId } },
    details: { from: before },
  });
}

async function change(actor: Actor, { workspaceId, userId }: Membership, what: MemberChange): Promise<Role> {
  const changed = await changeMember(actor, workspaceId, userId, what);
  if (!changed.ok) throw refusal(changed.because, what);
  // Who it was shown to may be looking at something.
  forgetNames(workspaceId);
  recheckRights();
  return changed.before;
}

type Because = Extract<Awaited<ReturnType<typeof changeMember>>, { ok: false }>['because'];

function refusal(because: Because, what: MemberChange): AppError {
  switch (because) {
    case 'no_workspace':
      return new AppError('not_found', common.noWorkspace);
    case 'no_member':
      return what === 'transfer'
        ? new AppError('invalid', texts.noSuchMember, { fields: [{ path: 'userId', message: texts.noSuchMember }] })
        : new AppError('not_found', texts.noSuchMember);
    case 'forbidden':
      return new AppError('forbidden', texts.managersOnly);
    case 'last_owner':
      return new AppError('conflict', texts.lastOwner, { hint: texts.lastOwnerHint });
    case 'personal':
      return new AppError('conflict', texts.personalStays, { hint: texts.makeAnother });
  }
}
