import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { agentSession } from '../../schema/contexts';

/** Removes a session with its entries: nobody goes on with it any more. */
export async function deleteAgentSession(sessionId: string): Promise<void> {
  const db = await getDb();
  await db.delete(agentSession).where(eq(agentSession.id, sessionId));
}
