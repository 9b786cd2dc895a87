import 'server-only';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import { AppError } from '@/lib/errors/app-error';
import type { Actor } from './actor';

/** Signs one of the actor's browsers out. Throws `not_found` for anybody else's session. */
export async function revokeSession(actor: Actor, sessionId: string): Promise<void> {
  const revoked = await markSessionRevoked(actor.userId, { sessionId });
  if (revoked === 0) throw new AppError('not_found', 'There is no such session.');
}
