import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer, mcpTool, mcpToolRule } from '../../schema/mcp';
import type { McpToolFor } from '../../types/mcp-tool-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

const { decidedBy: _, decidedAt: __, ...columns } = getTableColumns(mcpTool);

/** The tools that a server named when it was last asked, by name; with `name` only that one. */
export async function selectMcpTools(actor: QueryActor, serverId: string, name?: string): Promise<McpToolFor[]> {
  const db = await getDb();
  return db
    .select({ ...columns, ownPolicy: mcpToolRule.policy })
    .from(mcpTool)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpTool.serverId))
    .leftJoin(
      mcpToolRule,
      and(
        eq(mcpToolRule.serverId, mcpTool.serverId),
        eq(mcpToolRule.tool, mcpTool.name),
        eq(mcpToolRule.userId, actor.userId),
      ),
    )
    .where(
      and(
        eq(mcpTool.serverId, serverId),
        eq(mcpTool.isPresent, true),
        name === undefined ? undefined : eq(mcpTool.name, name),
        permittedServer(actor, 'mcpServer.read'),
      ),
    )
    .orderBy(asc(mcpTool.name));
}
