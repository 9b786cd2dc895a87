import 'server-only';
import { findPolicy } from '@/db/queries/policies/find-policy';
import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** What has been laid down for a workspace. Throws `not_found` to who is no member. */
export async function getPolicy(actor: Actor, workspaceId: string): Promise<WorkspacePolicy> {
  const found = await findPolicy(actor, workspaceId);
  if (!found) throw new AppError('not_found', texts.noWorkspace);
  return found;
}
