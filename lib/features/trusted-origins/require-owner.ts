import 'server-only';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';

/** Throws `forbidden` unless the actor is this instance's owner. */
export function requireOwner(actor: Actor): void {
  if (mayOnInstance(actor, 'manage', 'trustedOrigin')) return;
  throw new AppError('forbidden', texts.ownerOnly);
}
