import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/** Throws `forbidden` unless the actor is the owner or an administrator of this instance. */
export function requireInstanceAdmin(actor: Actor): void {
  if (actor.role === 'member') throw new AppError('forbidden', 'Only the owner and administrators may do this.');
}
