import 'server-only';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';

/** Throws `forbidden` unless the actor is the owner or an administrator of this instance. */
export function requireInstanceAdmin(actor: Actor): void {
  if (mayOnInstance(actor, 'create', 'person')) return;
  throw new AppError('forbidden', texts.adminsOnly);
}
