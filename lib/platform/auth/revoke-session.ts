import 'server-only';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';
import type { Actor } from './actor';
import { recheckRights } from './held-rights';

/** Signs one of the actor's browsers out. Throws `not_found` for anybody else's session. */
export async function revokeSession(actor: Actor, sessionId: string): Promise<void> {
  const revoked = await markSessionRevoked(actor.userId, { sessionId });
  recheckRights();
  if (revoked === 0) throw new AppError('not_found', texts.noSuchSession);
}
