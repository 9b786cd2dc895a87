import 'server-only';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import type { Actor } from './actor';
import { recheckRights } from './held-rights';

/** Signs all of the actor's browsers out but the asking one. */
export async function revokeOtherSessions(actor: Actor): Promise<void> {
  await markSessionRevoked(actor.userId, { allExcept: actor.via.kind === 'session' ? actor.via.sessionId : null });
  recheckRights();
}
