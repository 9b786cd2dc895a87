import 'server-only';
import { z } from 'zod';
import { updateTrustedOrigin } from '@/db/queries/trusted-origins/update-trusted-origin';
import type { TrustedOriginRecord } from '@/db/types/trusted-origin-record';
import { forgetBackendHealth } from '@/lib/features/backends/list-backends';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { requireOwner } from './require-owner';

export const trustedOriginChanges = z.strictObject({ forMembers: z.boolean() });

/** Whether members may use the address too. Throws `forbidden` to who is not the owner, `not_found`. */
export async function changeTrustedOrigin(
  actor: Actor,
  id: string,
  { forMembers }: z.infer<typeof trustedOriginChanges>,
): Promise<TrustedOriginRecord> {
  requireOwner(actor);
  const changed = await updateTrustedOrigin(id, forMembers);
  if (!changed) throw new AppError('not_found', texts.noSuchAddress);
  forgetBackendHealth();
  return changed;
}
