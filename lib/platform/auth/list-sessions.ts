import 'server-only';
import { type SessionRecord, selectSessions } from '@/db/queries/sessions/select-sessions';
import type { Actor } from './actor';

/** The browsers in which the actor is signed in, the last used first; `current` marks the asking one. */
export async function listSessions(actor: Actor): Promise<(SessionRecord & { current: boolean })[]> {
  const sessions = await selectSessions(actor.userId);
  return sessions.map((session) => ({
    ...session,
    current: actor.via.kind === 'session' && actor.via.sessionId === session.id,
  }));
}
