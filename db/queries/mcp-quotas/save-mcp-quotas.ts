import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpQuota } from '../../schema/mcp-work';
import type { McpQuota } from '../../types/mcp-quota';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** Lays down the limits of a server and its tools, in the place of all that were there. False = the actor may not change the server. */
export async function saveMcpQuotas(actor: QueryActor, serverId: string, quotas: McpQuota[]): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [server] = await tx
      .select({ id: mcpServer.id })
      .from(mcpServer)
      .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.write')))
      .for('update');
    if (!server) return false;
    await tx.delete(mcpQuota).where(eq(mcpQuota.serverId, serverId));
    if (quotas.length > 0) await tx.insert(mcpQuota).values(quotas.map((quota) => ({ ...quota, serverId })));
    return true;
  });
}
