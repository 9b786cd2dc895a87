import 'server-only';
import { insertSession } from '@/db/queries/sessions/insert-session';
import { SESSION_SECONDS } from './session-cookie';

const MAX_USER_AGENT = 300;

/** Signs a browser in: makes the row that its cookie will name. Returns the row's id. */
export function startSession(userId: string, userAgent: string | null): Promise<string> {
  return insertSession({
    userId,
    userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000),
  });
}
