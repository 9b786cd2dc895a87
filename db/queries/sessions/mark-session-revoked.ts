import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { authSession } from '../../schema/auth';

/** Revokes one session of a person, or all but one. Returns how many were revoked. */
export async function markSessionRevoked(
  userId: string,
  which: { sessionId: string } | { allExcept: string | null },
): Promise<number> {
  const db = await getDb();
  const chosen =
    'sessionId' in which
      ? eq(authSession.id, which.sessionId)
      : which.allExcept
        ? ne(authSession.id, which.allExcept)
        : undefined;
  const revoked = await db
    .update(authSession)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(authSession.userId, userId), isNull(authSession.revokedAt), chosen))
    .returning({ id: authSession.id });
  return revoked.length;
}
