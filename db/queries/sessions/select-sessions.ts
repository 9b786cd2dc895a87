import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { authSession } from '../../schema/auth';

export interface SessionRecord {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** A person's sessions that are neither revoked nor expired, the last used first. */
export async function selectSessions(userId: string): Promise<SessionRecord[]> {
  const db = await getDb();
  return db
    .select({
      id: authSession.id,
      userAgent: authSession.userAgent,
      createdAt: authSession.createdAt,
      lastSeenAt: authSession.lastSeenAt,
      expiresAt: authSession.expiresAt,
    })
    .from(authSession)
    .where(and(eq(authSession.userId, userId), isNull(authSession.revokedAt), gt(authSession.expiresAt, sql`now()`)))
    .orderBy(desc(authSession.lastSeenAt));
}
