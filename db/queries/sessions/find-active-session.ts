import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { authSession, user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from '../users/user-columns';

/** The person of a session that is neither revoked nor expired, and when it was last seen. */
export async function findActiveSession(sessionId: string): Promise<{ user: UserRecord; lastSeenAt: Date } | null> {
  const db = await getDb();
  const [found] = await db
    .select({ user: userColumns, lastSeenAt: authSession.lastSeenAt })
    .from(authSession)
    .innerJoin(user, eq(user.id, authSession.userId))
    .where(and(eq(authSession.id, sessionId), isNull(authSession.revokedAt), gt(authSession.expiresAt, sql`now()`)));
  return found ?? null;
}
