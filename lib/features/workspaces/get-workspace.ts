import 'server-only';
import { findWorkspace, type WorkspaceRecord } from '@/db/queries/workspaces/select-workspaces';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** Throws `not_found` to who is no member. */
export async function getWorkspace(actor: Actor, workspaceId: string): Promise<WorkspaceRecord> {
  const found = await findWorkspace(actor, workspaceId);
  if (!found) throw new AppError('not_found', texts.noWorkspace);
  return found;
}
