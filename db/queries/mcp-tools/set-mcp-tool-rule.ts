import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer, mcpToolRule } from '../../schema/mcp';
import type { ToolPolicy } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** What the actor says of their own calls of a tool; null = nothing any more. False = they may not use the server. */
export async function setMcpToolRule(
  actor: QueryActor,
  { serverId, name }: { serverId: string; name: string },
  policy: ToolPolicy | null,
): Promise<boolean> {
  const db = await getDb();
  const [allowed] = await db
    .select({ id: mcpServer.id })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.use')));
  if (!allowed) return false;
  const { serverId: server, tool, userId } = mcpToolRule;
  if (policy === null) {
    await db.delete(mcpToolRule).where(and(eq(server, serverId), eq(tool, name), eq(userId, actor.userId)));
    return true;
  }
  await db
    .insert(mcpToolRule)
    .values({ serverId, tool: name, userId: actor.userId, policy })
    .onConflictDoUpdate({ target: [server, tool, userId], set: { policy } });
  return true;
}
