import 'server-only';
import { findPolicy } from '@/db/queries/policies/find-policy';
import { texts as common } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/** Throws `forbidden` for members whose role does not suffice, `not_found` for everybody else. */
export async function refuseWorkspace(actor: Actor, workspaceId: string): Promise<never> {
  if (await findPolicy(actor, workspaceId)) throw new AppError('forbidden', texts.managersOnly);
  throw new AppError('not_found', common.noWorkspace);
}
