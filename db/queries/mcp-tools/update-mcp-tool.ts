import { and, eq, exists, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { mcpServer, mcpTool } from '../../schema/mcp';
import type { ToolPolicy } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

export interface McpToolChange {
  /** Approved is the definition with this hash, and no other. */
  state?: { is: 'approved'; hash: string } | { is: 'blocked' };
  policy?: ToolPolicy;
}

/** What whoever may change the server says of one of its tools. False = they may not, or the tool is another one by now. */
export async function updateMcpTool(
  actor: QueryActor,
  { serverId, name }: { serverId: string; name: string },
  { state, policy }: McpToolChange,
): Promise<boolean> {
  const db = await getDb();
  const server = new QueryBuilder()
    .select({ one: sql`1` })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.write')));
  const rows = await db
    .update(mcpTool)
    .set({
      ...(policy && { policy }),
      ...(state && { state: state.is, decidedBy: actor.userId, decidedAt: sql`now()` }),
      ...(state?.is === 'approved' && { approvedHash: state.hash, approved: sql`${mcpTool.definition}` }),
    })
    .where(
      and(
        eq(mcpTool.serverId, serverId),
        eq(mcpTool.name, name),
        state?.is === 'approved' ? eq(mcpTool.hash, state.hash) : undefined,
        exists(server),
      ),
    )
    .returning({ name: mcpTool.name });
  return rows.length > 0;
}
