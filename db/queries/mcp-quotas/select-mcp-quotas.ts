import { and, eq, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpQuota } from '../../schema/mcp-work';
import type { McpQuota } from '../../types/mcp-quota';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** What has been laid down for a server's calls and those of its tools; with `tool` only what concerns that one. */
export async function selectMcpQuotas(actor: QueryActor, serverId: string, tool?: string): Promise<McpQuota[]> {
  const db = await getDb();
  const { tool: name, callsPerMinute, callsPerDay } = mcpQuota;
  return db
    .select({ tool: name, callsPerMinute, callsPerDay })
    .from(mcpQuota)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpQuota.serverId))
    .where(
      and(
        eq(mcpQuota.serverId, serverId),
        tool === undefined ? undefined : inArray(name, ['', tool]),
        permittedServer(actor, 'mcpServer.read'),
      ),
    )
    .orderBy(name);
}
