import { and, desc, eq, getTableColumns, lt, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpCall, mcpServer } from '../../schema/mcp';
import type { McpCallEntry } from '../../types/mcp-call-entry';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';
import { memberOf } from '../member-of';

/** Calls of a server's tools, newest first: one's own, and to who manages the server everybody's. */
export async function selectMcpCalls(
  actor: QueryActor,
  serverId: string,
  { after, limit }: { after?: { time: Date; id: string }; limit: number },
): Promise<McpCallEntry[]> {
  const db = await getDb();
  const managed = memberOf(actor, mcpServer.workspaceId, 'mcpServer.write');
  return db
    .select(getTableColumns(mcpCall))
    .from(mcpCall)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpCall.serverId))
    .where(
      and(
        eq(mcpCall.serverId, serverId),
        permittedServer(actor, 'mcpServer.read'),
        or(eq(mcpCall.userId, actor.userId), managed),
        after ? or(lt(mcpCall.at, after.time), and(eq(mcpCall.at, after.time), lt(mcpCall.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(mcpCall.at), desc(mcpCall.id))
    .limit(limit);
}
