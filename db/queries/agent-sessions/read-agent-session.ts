import { and, asc, eq, lt } from 'drizzle-orm';
import { getDb } from '../../client';
import { agentSessionEntry } from '../../schema/contexts';

/** The first entries of a session, in order, each JSON. For an agent's own work only. */
export async function readAgentSession(sessionId: string, count: number): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select({ entry: agentSessionEntry.entry })
    .from(agentSessionEntry)
    .where(and(eq(agentSessionEntry.sessionId, sessionId), lt(agentSessionEntry.index, count)))
    .orderBy(asc(agentSessionEntry.index));
  return rows.map(({ entry }) => entry);
}
