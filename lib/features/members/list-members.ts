import 'server-only';
import { type MemberRecord, selectMembers } from '@/db/queries/members/select-members';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** Everybody in a workspace, by name. Throws `not_found` to who is no member. */
export async function listMembers(actor: Actor, workspaceId: string): Promise<MemberRecord[]> {
  const members = await selectMembers(actor, workspaceId);
  // Whoever may ask is one of them.
  if (members.length === 0) throw new AppError('not_found', texts.noWorkspace);
  return members;
}
