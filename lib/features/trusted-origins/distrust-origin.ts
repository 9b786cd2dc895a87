import 'server-only';
import { deleteTrustedOrigin } from '@/db/queries/trusted-origins/delete-trusted-origin';
import { forgetBackendHealth } from '@/lib/features/backends/list-backends';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { requireOwner } from './require-owner';

/** From now on no call begins at this address any more. Throws `forbidden` to who is not the owner, `not_found`. */
export async function distrustOrigin(actor: Actor, id: string): Promise<void> {
  requireOwner(actor);
  if (!(await deleteTrustedOrigin(id))) throw new AppError('not_found', texts.noSuchAddress);
  forgetBackendHealth();
}
