import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { authSession } from '../../schema/auth';

/** Notes that the session was used now. */
export async function touchSession(sessionId: string): Promise<void> {
  const db = await getDb();
  await db.update(authSession).set({ lastSeenAt: sql`now()` }).where(eq(authSession.id, sessionId));
}
