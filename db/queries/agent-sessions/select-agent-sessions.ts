import { and, desc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { agentSession } from '../../schema/contexts';

export interface AgentSessionRecord {
  id: string;
  turn: string;
  runId: string;
  told: string[];
  entries: number;
  bytes: number;
}

/** The sessions of a slot with this fingerprint, the newest first. For an agent's own work only. */
export async function selectAgentSessions(
  conversationId: string,
  slot: string,
  fingerprint: string,
): Promise<AgentSessionRecord[]> {
  const db = await getDb();
  const { id, turn, runId, told, entries, bytes } = agentSession;
  return db
    .select({ id, turn, runId, told, entries, bytes })
    .from(agentSession)
    .where(
      and(
        eq(agentSession.conversationId, conversationId),
        eq(agentSession.slot, slot),
        eq(agentSession.fingerprint, fingerprint),
      ),
    )
    .orderBy(desc(agentSession.updatedAt));
}
