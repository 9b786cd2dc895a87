import { and, desc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpHealth } from '../../schema/mcp-work';
import type { HealthEntry } from '../../types/mcp-health';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** What background checks of a server have found, newest first. */
export async function selectMcpHealth(actor: QueryActor, serverId: string, limit: number): Promise<HealthEntry[]> {
  const db = await getDb();
  const { at, ok, latencyMs, problem } = mcpHealth;
  return db
    .select({ at, ok, latencyMs, problem })
    .from(mcpHealth)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpHealth.serverId))
    .where(and(eq(mcpHealth.serverId, serverId), permittedServer(actor, 'mcpServer.read')))
    .orderBy(desc(at))
    .limit(limit);
}
