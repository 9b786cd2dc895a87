import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpHealth } from '../../schema/mcp-work';
import type { HealthEntry } from '../../types/mcp-health';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** Keeps what a check has found, unless the server is gone. */
export async function insertMcpHealth(
  actor: QueryActor,
  serverId: string,
  found: Omit<HealthEntry, 'at'>,
): Promise<void> {
  const db = await getDb();
  const [server] = await db
    .select({ id: mcpServer.id })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.use')));
  if (server) await db.insert(mcpHealth).values({ ...found, serverId });
}
