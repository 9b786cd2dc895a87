import 'server-only';
import { findLearning } from '@/db/queries/reliability/find-learning';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { managesReliability } from './manages-reliability';

/** Throws `not_found` for strangers, `forbidden` for members who do not manage the workspace. */
export async function requireManager(actor: Actor, workspaceId: string): Promise<void> {
  if (await managesReliability(actor, workspaceId)) return;
  if (await findLearning(actor, workspaceId, 'reliability.read'))
    throw new AppError('forbidden', texts.managesNoWorkspace);
  throw new AppError('not_found', texts.noWorkspace);
}
