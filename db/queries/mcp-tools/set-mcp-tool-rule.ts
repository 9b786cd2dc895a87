import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer, mcpToolRule } from '../../schema/mcp';
import type { ToolPolicy } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** What the actor says of their own calls of a tool, whoever may change its server. False = they may not use the server. */
export async function setMcpToolRule(
  actor: QueryActor,
  { serverId, tool }: { serverId: string; tool: string },
  policy: ToolPolicy,
): Promise<boolean> {
  const db = await getDb();
  const [allowed] = await db
    .select({ id: mcpServer.id })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.use')));
  if (!allowed) return false;
  await db
    .insert(mcpToolRule)
    .values({ serverId, tool, userId: actor.userId, policy })
    .onConflictDoUpdate({ target: [mcpToolRule.serverId, mcpToolRule.tool, mcpToolRule.userId], set: { policy } });
  return true;
}
